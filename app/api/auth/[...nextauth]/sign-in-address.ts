import { callbackPath } from '@/newsroom/callback-path'

/**
 * The path for a redirect of next-auth: its error and sign-in routes become our sign-in page with an error code, every
 * other address its own path and query. Where the person wanted to go stays in it as a path of this site.
 * @param wanted what the form or the address asked for, from a stranger.
 */
export function signInAddress(target: URL, wanted: string | null): string {
  const isDetour = /^\/api\/auth\/(error|signin)$/.test(target.pathname)
  if (!isDetour && target.pathname !== '/sign-in') return `${target.pathname}${target.search}`
  const back = callbackPath(wanted ?? target.searchParams.get('callbackUrl'), target.origin)
  const query = new URLSearchParams({ callbackUrl: back })
  const error = target.searchParams.get('error') ?? (target.searchParams.has('csrf') ? 'Expired' : null)
  if (error === 'SecondFactor') return `/sign-in/code?${query}`
  if (error) query.set('error', error)
  return `${ofSecondStep(error) ? '/sign-in/code' : '/sign-in'}?${query}`
}

/** Refusals after which only the code has to be typed again. */
function ofSecondStep(error: string | null): boolean {
  return error === 'WrongCode' || error?.startsWith('CodeRateLimited:') === true
}

/** Keeps the address for the next try without writing it into an URL, which logs and histories keep. */
export const TYPED_EMAIL = 'claimline-typed-email'

export function typedEmailCookie(email: string, secure: boolean): string {
  const value = encodeURIComponent(email.slice(0, 254))
  return `${TYPED_EMAIL}=${value}; Path=/sign-in; Max-Age=120; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
