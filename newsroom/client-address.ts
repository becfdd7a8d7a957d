type HeaderBag = Record<string, unknown> | Headers

/**
 * The network address of a request, as X-Forwarded-For has it. Our own server writes it anew (platform/boot/front/visitor.mjs);
 * Next's own, in development, sets it to the peer where nothing stands. So the last entry is the one that we wrote.
 */
export function clientAddress(headers: HeaderBag): string {
  const value = headers instanceof Headers ? headers.get('x-forwarded-for') : headers['x-forwarded-for']
  const last = typeof value === 'string' ? value.split(',').at(-1)?.trim() : undefined
  return last || 'unknown'
}
