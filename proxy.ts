import { type NextRequest, NextResponse } from 'next/server'
import { deskHeaders, deskPolicy } from '@/app/_boundary/security-headers'

/**
 * Headers of the pages people sign in to, and nothing else: who may see what is decided where the data is read.
 * /api is left out on purpose. Next keeps a copy of every body that passes here and cuts it at 10 MB, which would ruin
 * uploads; app/_boundary/route sets those headers instead. Public pages set their own.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = (process.env.NEXTAUTH_URL ?? '').startsWith('https://')
  const nonce = btoa(crypto.randomUUID())
  const policy = deskPolicy(nonce, { https, development: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-claimline-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(deskHeaders(https))) response.headers.set(name, value)
  return response
}

export const config = { matcher: ['/desk/:path*', '/sign-in'] }
