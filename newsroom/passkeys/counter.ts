/**
 * True where an authenticator counts its uses and this one is not beyond the last: there may be a copy of its key
 * (WebAuthn 3, 7.2 step 22). Those that do not count always say 0.
 */
export function isCloned(stored: bigint, now: number): boolean {
  return (stored > 0n || now > 0) && BigInt(now) <= stored
}
