import { type NextRequest, NextResponse } from 'next/server'
import { checkOrigin } from '@/app/_boundary/origin'
import { deskHeaders, deskPolicy } from '@/app/_boundary/security-headers'

/**
 * Headers of the pages people sign in to; and what another site sends to them ends here, before Next looks for an action
 * in it. Nothing else: who may see what is decided where the data is read.
 * /api is left out on purpose. Next keeps a copy of every body that passes here and cuts it at 10 MB, which would ruin
 * uploads; app/_boundary/route sets those headers instead. Public pages set their own.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = (process.env.NEXTAUTH_URL ?? '').startsWith('https://')
  const nonce = btoa(crypto.randomUUID())
  const policy = deskPolicy(nonce, { https, development: process.env.NODE_ENV === 'development' })
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    try {
      checkOrigin(request.headers, new URL(process.env.NEXTAUTH_URL ?? 'http://localhost:3000').origin)
    } catch (refusal) {
      return sealed(
        new NextResponse(refusal instanceof Error ? refusal.message : '', { status: 403 }),
        policy,
        https,
      )
    }
  }
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-claimline-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return sealed(NextResponse.next({ request: { headers } }), policy, https)
}

function sealed(response: NextResponse, policy: string, https: boolean): NextResponse {
  response.headers.set('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(deskHeaders(https))) response.headers.set(name, value)
  return response
}

export const config = { matcher: ['/desk/:path*', '/sign-in/:path*', '/welcome/:path*'] }
