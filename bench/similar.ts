import { questionOf } from '@/claims/similar/question'
import { similarSchema } from '@/claims/similar/schema'
import {
  type AboutRow,
  aboutQuery,
  byWords,
  foundQuery,
  similarClaims,
  wordsIn,
} from '@/claims/similar/similar-claims'
import { dataFolder } from '@/platform/boot/places.mjs'
import { db, type Tx } from '@/platform/db'
import { numbersFrom } from './support/invented'
import { addSaid, type Said, someSaid, speech } from './support/many-said'
import { ownPostgres } from './support/own-postgres'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * How soon "said before" answers among 100,000 claims, for three kinds of questions: words just selected, a sentence half
 * written, and an open claim. Beside it, query for query on the same connection, the same SQL bare: sent again with the
 * same values, its rows thrown away. Every claim's question is told what it should find, so that quick and empty does not pass.
 *
 * The claims are kept in a folder of the benchmark's own: making them takes some minutes.
 */

const CLAIMS = 100_000
const QUESTIONS = 120
/** What the desk is promised (docs/decisions/0025), in ms. */
const BUDGET = 150

type Kind = 'selected words' | 'half a sentence' | 'open claim'
type Asked = {
  input: { interviewId: string; turnId?: string; claimId?: string; text?: string }
  finds: string | null
}

function questions(said: readonly Said[]): Record<Kind, Asked[]> {
  const talk = speech(numbersFrom(9))
  // Another interview asks about words of this claim, some of them changed.
  const other = (at: number) => said[(at + 7) % said.length]?.interviewId ?? ''
  return {
    'selected words': said.map(({ claimId, quote }, at) => ({
      input: { interviewId: other(at), text: talk.changed(quote.split(' ')).join(' ') },
      finds: claimId,
    })),
    'half a sentence': said.map(({ claimId, sentence }, at) => {
      const words = sentence.split(' ')
      return {
        input: { interviewId: other(at), text: words.slice(0, Math.max(5, words.length * 0.6)).join(' ') },
        finds: claimId,
      }
    }),
    'open claim': said.map(({ claimId, interviewId }) => ({ input: { claimId, interviewId }, finds: null })),
  }
}

/** The statements that a question comes to, with their values; what our own steps between them decide is decided beforehand. */
async function bareOf(tx: Tx, input: Asked['input']) {
  const about = aboutQuery(similarSchema.parse(input))
  const rows = await tx.$queryRaw<AboutRow[]>(about)
  const first = rows[0]
  const question = first && questionOf(wordsIn(rows), first.claims)
  if (!first || !question?.fetch || !question.rank) return [about]
  const words = question.words.map(({ word }) => word)
  return [about, foundQuery(byWords(question.fetch, question.rank), { ...first, words })]
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return performance.now() - from
}

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ??
  Number.NaN

async function measure(tx: Tx, kind: Kind, asked: readonly Asked[]) {
  const ours: number[] = []
  const bare: number[] = []
  let [found, expected] = [0, 0]
  for (const [at, { input, finds }] of asked.entries()) {
    const statements = await bareOf(tx, input)
    const askBare = async () => {
      for (const statement of statements) await tx.$queryRaw(statement)
    }
    const askOurs = async () => {
      const { samePerson, others } = await similarClaims(input, tx)
      if (finds === null) return
      expected += 1
      if ([...samePerson, ...others].some((claim) => claim.claimId === finds)) found += 1
    }
    // Whoever comes second finds the pages warm, so they take turns.
    const [first, second] = at % 2 === 0 ? [askOurs, askBare] : [askBare, askOurs]
    const [a, b] = [await timed(first), await timed(second)]
    ours.push(at % 2 === 0 ? a : b)
    bare.push(at % 2 === 0 ? b : a)
  }
  return { kind, ours, bare, found: expected === 0 ? null : found / expected }
}

async function explain(tx: Tx, input: Asked['input']): Promise<void> {
  const statement = (await bareOf(tx, input)).at(-1)
  if (!statement) return
  const rows = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
    `EXPLAIN (COSTS OFF) ${statement.text}`,
    ...statement.values,
  )
  const plan = rows.map((row) => row['QUERY PLAN'])
  const scan = plan.find((line) => line.includes('ClaimWords_words_idx'))
  if (!scan) throw new Error(`The search reads the whole table:\n${plan.join('\n')}`)
  console.log(`\n  How claims are fetched: ${scan.replace(/^[ >-]+/, '')}`)
}

await runBench(async () => {
  await ownPostgres(`${dataFolder()}/bench-similar`)
  if ((await db().claim.count()) !== CLAIMS) {
    console.log(`Making ${figure(CLAIMS)} claims; they are kept for the next time.`)
    await addSaid(CLAIMS)
  }
  const kinds = questions(await someSaid(QUESTIONS, CLAIMS))
  const results = await db().$transaction(
    async (tx) => {
      for (const { input } of kinds['selected words'].slice(0, 20)) await similarClaims(input, tx)
      const all = []
      for (const kind of Object.keys(kinds) as Kind[]) all.push(await measure(tx, kind, kinds[kind]))
      const one = kinds['selected words'][0]
      if (one) await explain(tx, one.input)
      return all
    },
    { timeout: 1_800_000 },
  )
  const everything = {
    kind: 'all',
    ours: results.flatMap((result) => result.ours),
    bare: results.flatMap((result) => result.bare),
    found: null,
  }
  console.log(`\n${figure(CLAIMS)} claims, ${figure(everything.ours.length)} questions (ms)`)
  const rows = [...results, everything]
  printTable([
    ['', 'p50', 'p95', 'bare SQL p50', 'bare SQL p95', 'p95 beside bare', 'found'],
    ...rows.map(({ kind, ours, bare, found }) => [
      kind,
      figure(quantile(ours, 0.5)),
      figure(quantile(ours, 0.95)),
      figure(quantile(bare, 0.5)),
      figure(quantile(bare, 0.95)),
      figure(quantile(ours, 0.95) / quantile(bare, 0.95)),
      found === null ? '' : `${figure(found * 100)} %`,
    ]),
  ])
  for (const { kind, ours, bare, found } of rows)
    printJson('similar', {
      kind,
      claims: CLAIMS,
      questions: ours.length,
      p50Ms: rounded(quantile(ours, 0.5)),
      p95Ms: rounded(quantile(ours, 0.95)),
      bareP50Ms: rounded(quantile(bare, 0.5)),
      bareP95Ms: rounded(quantile(bare, 0.95)),
      ratio: rounded(quantile(ours, 0.95) / quantile(bare, 0.95)),
      budgetMs: BUDGET,
      ...(found === null ? {} : { found: rounded(found) }),
    })
})
