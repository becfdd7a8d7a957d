import 'server-only'
import type { ZodType, z } from 'zod'
import { type AuditDraft, type Who, writeAudit } from '@/platform/audit'
import { db, type Tx } from '@/platform/db'
import { mayBeginAgain } from '@/platform/db-errors'
import type { Decision } from '@/platform/decision'
import { Forbidden, Invalid, SignedOut } from '@/platform/errors'
import { committed } from '@/platform/public-front'
import { keepAnswer, requestIn, takeUp } from '@/platform/receipts'

/** What `run` must hand back: a mutation without its audit row does not compile. */
export type Outcome<Value> = { value: Value; audit: readonly [AuditDraft, ...AuditDraft[]] }

export type CommandDefinition<Actor extends Who, Input, Loaded, Value> = {
  input: ZodType<Input>
  /** Finds what the command is about, inside the transaction. Throws NotFound. */
  load: (tx: Tx, input: Input, actor: Actor) => Promise<Loaded>
  /** The policy, pure. */
  allow: (actor: Actor, loaded: Loaded, input: Input) => Decision
  /** The change itself. */
  run: (tx: Tx, context: { actor: Actor; input: Input; loaded: Loaded }) => Promise<Outcome<Value>>
}

/**
 * The one way to change anything: parse → begin → load → policy → run → audit → commit. Where the input's schema names a
 * `requestId`, what carries one is done once, however often it is sent: its answer is kept with the change, and given again.
 * Such an answer is JSON, and no secret: a command that answers with a link or with codes has no `requestId`.
 * @returns a function of the actor (null when signed out) and unparsed input.
 * @throws Invalid, SignedOut, NotFound, Forbidden, Conflict; nothing is saved then.
 */
export function command<Actor extends Who, Input, Loaded, Value>(
  definition: CommandDefinition<Actor, Input, Loaded, Value>,
): (actor: Actor | null, input: unknown) => Promise<Value> {
  return async (actor, rawInput) => {
    if (!actor) throw new SignedOut()
    const input = parseInput(definition.input, rawInput)
    const request = requestIn(actor.id, input, rawInput)
    return begunAgain(async (tx) => {
      const done = request && (await takeUp(tx, request))
      // What this command itself kept under the same input.
      if (done) return done.value as Value
      const loaded = await definition.load(tx, input, actor)
      const decision = definition.allow(actor, loaded, input)
      if (!decision.allowed) throw new Forbidden(decision.reason)
      const outcome = await definition.run(tx, { actor, input, loaded })
      await writeAudit(tx, actor, outcome.audit)
      if (request) await keepAnswer(tx, request, outcome.value)
      return outcome.value
    })
  }
}

/** How often a change that crossed another is begun again before somebody is told. */
const AGAIN = 5

/**
 * Runs a transaction, from its beginning again where PostgreSQL broke it off because two waited for each other. Nothing of
 * a broken one is saved; what runs in it must do nothing outside it that cannot be done twice.
 */
async function begunAgain<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  for (let left = AGAIN; ; left--) {
    try {
      const done = await db().$transaction(async (tx) => ({ tx, value: await work(tx) }))
      committed(done.tx)
      return done.value
    } catch (error) {
      if (left === 0 || !mayBeginAgain(error)) throw error
    }
  }
}

/** Parses input with its schema. @throws Invalid with one message a field path. */
export function parseInput<T>(schema: ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input, { error: inOurWords })
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message
  throw new Invalid(Object.values(fields)[0] ?? 'Something in the form is not right.', fields)
}

/** What the schema's library says in its own terms. @returns undefined where a schema, or the library, says it well enough. */
function inOurWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `Nothing here is called “${issue.keys.join('”, “')}”.`
  return issue.code === 'invalid_type' && issue.input === undefined ? 'This is missing.' : undefined
}
