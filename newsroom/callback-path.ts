const HOME = '/desk'

/**
 * Where to go after sign-in: the path of an address on this site, else the desk. Never another origin, and never back to
 * sign-in or a route that answers with data.
 * @param wanted an absolute address or a path, from a stranger.
 * @param origin e.g. `https://checks.example.org`
 */
export function callbackPath(wanted: string | null | undefined, origin: string): string {
  if (!wanted || !URL.canParse(wanted, origin)) return HOME
  const url = new URL(wanted, origin)
  if (url.origin !== new URL(origin).origin) return HOME
  // "//host" after the origin would be read as another host by a browser that resolves it alone.
  if (!/^\/desk(\/|$)/.test(url.pathname)) return HOME
  return `${url.pathname}${url.search}`
}
