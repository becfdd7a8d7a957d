import 'server-only'
import type { z } from 'zod'
import { limitBody } from '@/app/_boundary/body'
import { failureOf } from '@/app/_boundary/failure'
import { requireTokenActor } from '@/newsroom/api-tokens/token-actor'
import type { Actor } from '@/newsroom/roles'
import { parseInput } from '@/platform/command'
import { siteOrigin } from '@/platform/env'
import { NotFound } from '@/platform/errors'
import type { TokenOperation } from '@/publishing/api/newsroom-operations'
import { isProblemKind, type ProblemKind, problemOf } from '@/publishing/api/problem'
import type { Problem } from '@/publishing/api/resources'

/**
 * How a route of the newsroom's own API answers: by the token alone. No cookie is read, so a page of another site cannot act with
 * a member's browser, and no origin has to be checked; no other origin may read an answer, and nothing in front keeps one.
 */

/** Next gives no parameters at all where an address has none. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
type Asked<Path, Query> = { request: Request; actor: Actor; path: Path; query: Query; origin: string }

/** A route from an operation. A handler answers with a value of the operation's shape, or with a Response of its own. */
export function tokenRoute<Path, Query, Answer>(
  operation: TokenOperation<Path, Query, Answer>,
  handler: (asked: Asked<Path, Query>) => Promise<Answer | Response>,
  { maxBytes = 0 }: { maxBytes?: number } = {},
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    const origin = siteOrigin()
    try {
      const actor = await requireTokenActor(request.headers.get('authorization'), operation.scope)
      const path = parsePath(operation.pathInput, await params)
      const query = parseInput(operation.query, Object.fromEntries(new URL(request.url).searchParams))
      const answer = await handler({ request: limitBody(request, maxBytes), actor, path, query, origin })
      if (answer instanceof Response) return sealed(answer)
      const value = operation.answer ? operation.answer.parse(answer) : answer
      return sealed(Response.json(value, { status: operation.status }))
    } catch (thrown) {
      return refusal(thrown, origin, operation.body !== undefined)
    }
  }
}

/** A refusal with what in the request was wrong, where a handler knows more than an error can say. */
export function refused(kind: ProblemKind, detail: string, errors: Problem['errors']): Response {
  return problemAnswer(problemOf(kind, detail, siteOrigin(), errors))
}

function parsePath<Path>(input: z.ZodType<Path>, given: unknown): Path {
  const parsed = input.safeParse(given ?? {})
  if (!parsed.success) throw new NotFound('There is nothing at this address.')
  return parsed.data
}

function refusal(thrown: unknown, origin: string, inBody: boolean): Response {
  const { status, error, retryAfter } = failureOf(thrown)
  const kind = isProblemKind(error.kind) ? error.kind : 'fault'
  const errors = Object.entries(error.fields).map(([field, detail]) => ({
    detail,
    ...placeOf(field, inBody),
  }))
  const answer = problemAnswer({ ...problemOf(kind, error.message, origin, errors), status })
  if (retryAfter !== undefined) answer.headers.set('Retry-After', String(retryAfter))
  // RFC 6750, section 3: which scheme is asked for, and what was wrong with what came.
  if (status === 401)
    answer.headers.set('WWW-Authenticate', 'Bearer realm="claimline", error="invalid_token"')
  if (status === 403)
    answer.headers.set('WWW-Authenticate', 'Bearer realm="claimline", error="insufficient_scope"')
  return answer
}

/** A body's field is named by a JSON Pointer (RFC 6901), a parameter of the address by its name. */
function placeOf(field: string, inBody: boolean): { pointer?: string; parameter?: string } {
  const name = field.replace(/^wishes\.?/, '')
  if (name === '') return {}
  return inBody ? { pointer: `#/${name.replaceAll('.', '/')}` } : { parameter: name }
}

function problemAnswer(problem: Problem): Response {
  return sealed(
    new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    }),
  )
}

function sealed(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('cache-control', 'private, no-store')
  headers.set('vary', 'Authorization')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  headers.set('cross-origin-resource-policy', 'same-origin')
  return new Response(response.body, { status: response.status, headers })
}
