/** What a passkey is bound to (WebAuthn 3, 4: RP ID): the site's host, and the one origin it may be used from. */
export type RelyingParty = { id: string; origin: string }

/**
 * The relying party of a site; null where browsers offer no passkeys: over plain http other than localhost, and under a
 * number instead of a name.
 * @param site the public origin, e.g. `https://checks.example.org`
 */
export function relyingParty(site: string): RelyingParty | null {
  const { origin, hostname, protocol } = new URL(site)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isNumber = /^\d+(\.\d+){3}$/.test(hostname) || hostname.startsWith('[')
  return !isNumber && (protocol === 'https:' || isLocal) ? { id: hostname, origin } : null
}

/** Why passkeys cannot be used where somebody has opened the site; null where they can. @param host of their request. */
export function noPasskeysBecause(site: string, host: string | null): string | null {
  if (!relyingParty(site))
    return 'Passkeys need the site to be served over https and by a name; on this machine alone, localhost will do.'
  const own = new URL(site)
  return host === own.host
    ? null
    : `Passkeys work only under the site’s own name: open ${own.origin} to use them.`
}
