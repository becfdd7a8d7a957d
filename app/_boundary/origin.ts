import { Forbidden } from '@/platform/errors'

const REFUSED = 'This request did not come from this site, so it was refused. Load the page again.'

/**
 * Lets a mutation pass only if a page of this site sent it. Browsers put `Origin` on every request that is not GET or
 * HEAD, so its absence is a refusal too. The origin may be the site's address or the address this request itself came
 * to (a phone in the newsroom opens the server by its number); a page elsewhere can forge neither.
 * @param site the public origin, e.g. `https://checks.example.org`
 * @throws Forbidden
 */
export function checkOrigin(headers: Headers, site: string): void {
  const fetchSite = headers.get('sec-fetch-site')
  if (fetchSite !== null && fetchSite !== 'same-origin') throw new Forbidden(REFUSED)
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) throw new Forbidden(REFUSED)
  const { origin: from, host, protocol } = new URL(origin)
  if (from === site) return
  // Served over https, nothing may come from a page that was not.
  if (site.startsWith('https:') && protocol !== 'https:') throw new Forbidden(REFUSED)
  if (host !== headers.get('host')) throw new Forbidden(REFUSED)
}
