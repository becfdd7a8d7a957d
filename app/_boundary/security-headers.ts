import { PROVIDERS } from '@/transcripts/embed'

/**
 * The policy of pages that people sign in to. Why each line is as it is: docs/decisions/0006-content-security-policy.md.
 * @param nonce random for this answer alone.
 */
export function deskPolicy(nonce: string, options: { https: boolean; development: boolean }): string {
  const directives = [
    "default-src 'self'",
    // 'unsafe-eval' is what React's development build needs to show a server's stack in the browser; never in production.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${options.development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' https: data: blob:",
    "media-src 'self' https: blob:",
    "font-src 'self'",
    `connect-src 'self'${options.development ? ' ws:' : ''}`,
    "worker-src 'self'",
    // Players that a recording may be embedded with (transcripts/embed.ts); a frame is made by a click and no sooner.
    `frame-src ${Object.values(PROVIDERS)
      .map(({ frame }) => frame)
      .join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(options.https ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

/** Headers besides the policy. `private, no-store` keeps drafts out of every cache, the browser's own included. */
export function deskHeaders(https: boolean): Record<string, string> {
  return {
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
