/** Headers of every public answer, written once. Nothing in them depends on who asks. */

/**
 * No inline script and no inline style anywhere on public pages, so the policy needs no nonce and the page can be kept by
 * anything between us and the reader. Recordings may lie elsewhere, hence `https:` for media.
 */
export const PUBLIC_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The policy of a page made to be framed by other sites: tighter than any other page's, but for who may frame it. */
export const FRAMED_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

/** What lets scripts and pages of other sites read an answer, without credentials: nobody's cookie counts. */
export const OPEN = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'ETag, Link'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
] as const

/** The policy of a page whose recording somebody else plays: that player's frame, and nothing more. */
export function policyWithFrame(frame: string): string {
  return `${PUBLIC_POLICY}; frame-src ${frame}`
}

/**
 * Anything in front may keep a page for a second, show it for one more while it asks again, and for a day while we are down: two
 * seconds after a change nobody sees what was there before. A page that was taken down must not come back so, nor may a 404
 * outlive the page's publication.
 */
const FRESH: Record<number, string> = {
  200: 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400',
  404: 'public, max-age=0, s-maxage=1, stale-while-revalidate=1',
  410: 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400',
}

/** For what is named by its content. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/** Headers for a public page of that status. */
export function publicHeaders(status: number): Headers {
  return new Headers({
    'Cache-Control': FRESH[status] ?? 'no-store',
    Vary: 'Accept-Encoding',
    'Content-Security-Policy': PUBLIC_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  })
}
