import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app speaks it: SHA-1, six digits, a new code each 30 seconds. */
const PERIOD_SECONDS = 30
const COMMON = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const
/** One step each way, for clocks that differ (RFC 6238, 5.2). */
const WINDOW = 1

/** 160 random bits (RFC 4226, 4: R6), base32 as people type it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code holds: `otpauth://totp/…`. */
export function secretAddress(secret: string, { site, account }: { site: string; account: string }): string {
  // A colon would end the issuer's name.
  const issuer = site.replaceAll(':', ' ')
  return new TOTP({ ...COMMON, issuer, label: account, secret: Secret.fromBase32(secret) }).toString()
}

/** The code at a moment, as an app would show it. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ ...COMMON, secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
}

/**
 * The number of the 30-second step that a code belongs to; null where it is wrong, too old, or of a step whose code, or a
 * later one, was taken before: a code seen over a shoulder opens nothing.
 */
export function stepOfCode(
  secret: string,
  code: string,
  { at, lastStep }: { at: Date; lastStep: number | null },
): number | null {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const totp = new TOTP({ ...COMMON, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: digits, timestamp: at.getTime(), window: WINDOW })
  if (delta === null) return null
  const step = Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta
  return lastStep !== null && step <= lastStep ? null : step
}
