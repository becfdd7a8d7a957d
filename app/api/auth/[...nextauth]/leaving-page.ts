import { escapeUTF8 } from 'entities'

/**
 * A page that goes on to the single sign-on provider by itself. Not a redirect: the desk's policy lets a form lead nowhere but
 * here (`form-action 'self'`), and browsers hold redirects after a form to that, also the provider's own to others.
 * @param headers of next-auth's answer, with the cookies that the way back needs.
 */
export function leavingPage(target: URL, headers: Headers): Response {
  const address = escapeUTF8(target.href)
  headers.delete('location')
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('x-frame-options', 'DENY')
  // No `sandbox`, which routes have otherwise: it would keep the page from going on.
  headers.set('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Signing in …</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0;url=${address}"></head>
<body><p><a href="${address}">Go on to sign in</a></p></body></html>`
  return new Response(page, { status: 200, headers })
}
