import ipaddr from 'ipaddr.js'

/** Groups of an IPv6 address, of 16 bits, that a provider gives to one household; the others it chooses itself, anew for each request if it likes. */
const HOUSEHOLD_PARTS = 4

/**
 * What counts as one visitor where something is limited by network address: an IPv4 address, or the 64 bits of an IPv6 address
 * that its owner cannot choose. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  const parts = parsed.parts.slice(0, HOUSEHOLD_PARTS).map((part) => part.toString(16))
  return `${parts.join(':')}::/64`
}
