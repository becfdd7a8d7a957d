import 'server-only'
import type { NextRequest } from 'next/server'
import { currentActor, requireActor } from '@/newsroom/actor'
import type { Actor } from '@/newsroom/roles'
import { siteOrigin } from '@/platform/env'
import { limitBody } from './body'
import { failureOf } from './failure'
import { checkOrigin } from './origin'

type Params = Record<string, string | string[] | undefined>
type Context = { params: Promise<Params> }

/** What a route's handler gets: the request with its body limited, the path's parameters, and who asks. */
export type Call<Who> = { request: Request; url: URL; params: Params; actor: Who }

/** A desk route: somebody must be signed in. The handler answers with a Response, or with a value that becomes JSON. */
export function route(
  handler: (call: Call<Actor>) => Promise<unknown>,
  options: { maxBytes: number },
): (request: NextRequest, context: Context) => Promise<Response> {
  return openRoute(async ({ actor, ...call }) => {
    return handler({ ...call, actor: actor ?? (await requireActor()) })
  }, options)
}

/** As `route`, for addresses that answer signed-out visitors too. */
export function openRoute(
  handler: (call: Call<Actor | null>) => Promise<unknown>,
  options: { maxBytes: number },
): (request: NextRequest, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') checkOrigin(request.headers, siteOrigin())
      const answer = await handler({
        request: limitBody(request, options.maxBytes),
        url: request.nextUrl,
        params: await context.params,
        actor: await currentActor(),
      })
      return sealed(answer instanceof Response ? answer : Response.json(answer ?? null))
    } catch (thrown) {
      return leftEarly(thrown) ? new Response(null, { status: 499 }) : problem(thrown)
    }
  }
}

/** True where the browser went away in the middle of its request: nobody's fault, and nobody reads the answer. */
function leftEarly(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    thrown.message === 'aborted' &&
    'code' in thrown &&
    thrown.code === 'ECONNRESET'
  )
}

/** The HTTP answer for something thrown: problem details (RFC 9457) with our `kind` and `fields` beside them. */
export function problem(thrown: unknown): Response {
  const { status, error, retryAfter } = failureOf(thrown)
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  const body = { type: 'about:blank', title: error.message, status, ...error }
  return sealed(new Response(JSON.stringify(body), { status, headers }))
}

/** What every answer of a route carries, unless the handler said otherwise. */
function sealed(response: Response): Response {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  headers.set('x-content-type-options', 'nosniff')
  if (!headers.has('content-security-policy'))
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  return new Response(response.body, { status: response.status, headers })
}
