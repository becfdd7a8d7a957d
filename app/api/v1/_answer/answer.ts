import 'server-only'
import type { z } from 'zod'
import { failureOf } from '@/app/_boundary/failure'
import { parseInput } from '@/platform/command'
import { siteOrigin } from '@/platform/env'
import { Invalid, NotFound } from '@/platform/errors'
import { DOCUMENT } from '@/publishing/api/addresses'
import type { PublicOperation } from '@/publishing/api/operations'
import { isProblemKind, problemOf } from '@/publishing/api/problem'
import type { Problem } from '@/publishing/api/resources'
import { OPEN, publicHeaders } from '@/publishing/public-headers'
import { type PublicBody, publicResponse } from '@/publishing/public-pages'
import { currentPublicationKey, publishedState } from '@/publishing/queries'

/** How a route of the public API answers: what is asked is parsed, the answer is made once for each state of what it is made of. */

type Made<Answer> = { value: Answer; next?: string | null } | { notice: string }
type Context = { params: Promise<Record<string, string | string[] | undefined>> }

/** A route from an operation and what it answers; `notice` is that of a page that was taken down. */
export function publicApi<Path, Query, Answer>(
  operation: PublicOperation<Path, Query, Answer>,
  answer: (asked: { path: Path; query: Query; origin: string }) => Promise<Made<Answer>>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    const origin = siteOrigin()
    try {
      const query = parseInput(operation.query, queryOf(request))
      const given = await params
      const path = parsePath(operation.pathInput, given)
      const state = await stateOf(operation.made, given)
      return await publicResponse(request, {
        key: `api ${operation.id} ${state} ${JSON.stringify([path, query])}`,
        make: async () => {
          const made = await answer({ path, query, origin }).catch(missing)
          if (made === null) return problemBody(problemOf('not-found', NOTHING, origin))
          if ('notice' in made) return problemBody(problemOf('gone', made.notice, origin))
          return body(operation.answer.parse(made.value), links(origin, made.next))
        },
        chosen: new URL(request.url).search !== '',
      })
    } catch (thrown) {
      return refusal(thrown, origin)
    }
  }
}

/** Browsers ask before they send If-None-Match to another site. */
export function preflight(): Response {
  const headers = new Headers({
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': '86400',
  })
  for (const [name, value] of OPEN) headers.set(name, value)
  return new Response(null, { status: 204, headers })
}

const NOTHING = 'Nothing is published at this address.'

function missing(thrown: unknown): null {
  if (thrown instanceof NotFound) return null
  throw thrown
}

/** @throws NotFound: a path that cannot be anything is an address without anything. */
function parsePath<Path>(input: z.ZodType<Path>, given: unknown): Path {
  const parsed = input.safeParse(given ?? {})
  if (!parsed.success) throw new NotFound(NOTHING)
  return parsed.data
}

function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    if (Object.hasOwn(query, name)) throw new Invalid('Give each parameter once.', { [name]: 'Given twice.' })
    query[name] = value
  }
  return query
}

async function stateOf(made: PublicOperation['made'], given: Awaited<Context['params']>): Promise<string> {
  if (made === 'of the site') return publishedState()
  const current = typeof given.slug === 'string' ? await currentPublicationKey(given.slug) : null
  return current?.id ?? ''
}

function links(origin: string, next: string | null | undefined): string {
  const described = `<${origin}${DOCUMENT}>; rel="service-desc"`
  return next ? `<${next}>; rel="next", ${described}` : described
}

function body(value: unknown, link: string): PublicBody {
  return {
    status: 200,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    open: true,
    link,
  }
}

function problemBody(problem: Problem): PublicBody {
  return {
    status: problem.status,
    type: 'application/problem+json; charset=utf-8',
    body: JSON.stringify(problem),
    open: true,
  }
}

function refusal(thrown: unknown, origin: string): Response {
  const { status, error, retryAfter } = failureOf(thrown)
  const kind = isProblemKind(error.kind) ? error.kind : 'fault'
  const errors = Object.entries(error.fields).map(([parameter, detail]) =>
    parameter === '' ? { detail } : { detail, parameter },
  )
  const headers = publicHeaders(status)
  headers.set('Content-Type', 'application/problem+json; charset=utf-8')
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  for (const [name, value] of OPEN) headers.set(name, value)
  return new Response(JSON.stringify(problemOf(kind, error.message, origin, errors)), { status, headers })
}
