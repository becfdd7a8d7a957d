import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { openRoute } from '@/app/_boundary/route'
import { authOptions } from '@/newsroom/auth-options'
import { usesSecureCookies } from '@/newsroom/session'
import { siteOrigin } from '@/platform/env'
import { Invalid, NotFound } from '@/platform/errors'
import { leavingPage } from './leaving-page'
import { signInAddress, typedEmailCookie } from './sign-in-address'

function nextAuth(request: NextRequest, context: { params: unknown }): Promise<Response> {
  return NextAuth(authOptions())(request, context)
}

// The part of next-auth's surface that is used. Its session route would answer from the cookie alone, without asking
// the database whether the member may still come in, and its way out would leave the session's row, and so a copy of the cookie.
const USED = {
  GET: new Set(['signin', 'error', 'csrf', 'callback/oidc']),
  POST: new Set(['callback/credentials', 'callback/second-factor', 'callback/passkey', 'signin/oidc']),
} as const

function handle(method: keyof typeof USED) {
  return openRoute(
    async ({ request, url, params }) => {
      const steps = [params.nextauth].flat().filter((step) => step !== undefined)
      if (!USED[method].has(steps.join('/'))) throw new NotFound('There is nothing at this address.')
      const form = method === 'POST' ? await readForm(request) : ''
      const answer = await nextAuth(copy(request, url, form), { params: { nextauth: steps } })
      return toOwnAddresses(answer, new URLSearchParams(form))
    },
    { maxBytes: 30_000 },
  )
}

/** The form's text. @throws Invalid for any other kind of body; next-auth would stumble over broken JSON. */
async function readForm(request: Request): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new Invalid('Send this as a form (application/x-www-form-urlencoded).')
  return request.text()
}

/** next-auth reads the whole body without a limit; so it gets one that was read within ours. */
function copy(request: Request, url: URL, form: string): NextRequest {
  const { method, headers } = request
  return new NextRequest(url, method === 'POST' ? { method, headers, body: form } : { headers })
}

/**
 * Answers lead to paths, not to the configured origin: whoever opened the server by another of its names stays there,
 * where the cookie is. And next-auth's detours by its error pages end at our page at once. One answer leads elsewhere: to
 * the single sign-on provider.
 */
function toOwnAddresses(answer: Response, form: URLSearchParams): Response {
  const location = answer.headers.get('location')
  if (location === null) return answer
  const target = new URL(location, siteOrigin())
  const headers = new Headers(answer.headers)
  if (target.origin !== siteOrigin()) return leavingPage(target, headers)
  const address = signInAddress(target, form.get('callbackUrl'))
  headers.set('location', address)
  if (address.startsWith('/sign-in') && form.has('email'))
    headers.append('set-cookie', typedEmailCookie(form.get('email') ?? '', usesSecureCookies()))
  return new Response(null, { status: 303, headers })
}

export const GET = handle('GET')
export const POST = handle('POST')
