type HeaderBag = Record<string, unknown> | Headers

/**
 * The network address of a request. Next's server sets X-Forwarded-For to the peer where nothing did before; a proxy in
 * front appends the peer it saw. So only the last entry was written by somebody we trust.
 */
export function clientAddress(headers: HeaderBag): string {
  const value = headers instanceof Headers ? headers.get('x-forwarded-for') : headers['x-forwarded-for']
  const last = typeof value === 'string' ? value.split(',').at(-1)?.trim() : undefined
  return last || 'unknown'
}
