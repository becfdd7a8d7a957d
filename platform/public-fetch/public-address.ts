import ipaddr from 'ipaddr.js'
import { Invalid } from '@/platform/errors'

/** What somebody typed is no address that this server may go to; the sentence says why. */
export class NoPublicAddress extends Invalid {
  constructor(message: string) {
    super(message, { url: message })
  }
}

const PRIVATE = 'That address leads into a private network, where this server does not go.'
const MOST_CHARACTERS = 2000

/** Names that stand for a place inside a network (RFC 6761, 6762, 8375, 9476), or for nothing. */
const PRIVATE_ENDINGS =
  /(^|\.)(localhost|local|localdomain|internal|intranet|private|corp|home|lan|arpa|onion|test|invalid|alt)$/

/**
 * An address that may lead to the public web: http or https at their usual ports, without a name and password in it, and a
 * host that is a public number or a name with a dot. Where a name leads is checked once it is looked up (`isPublic`).
 * The URL parser (WHATWG) has by then made one form of all ways to write a number: octal, hexadecimal, full width.
 * @throws NoPublicAddress
 */
export function publicUrl(text: string, base?: URL): URL {
  if (text.length > MOST_CHARACTERS) throw new NoPublicAddress('That address is too long.')
  if (!URL.canParse(text, base)) throw new NoPublicAddress('That is not an address of a page.')
  const url = new URL(text, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new NoPublicAddress('Only addresses that begin with https:// or http:// can be read.')
  if (url.username !== '' || url.password !== '')
    throw new NoPublicAddress('That address holds a name or a password. Take it out first.')
  if (!['', '80', '443'].includes(url.port))
    throw new NoPublicAddress('That address names a port of its own; only the usual ones are read.')
  const host = hostOf(url)
  if (literalOf(host) !== null ? !isPublic(host) : !host.includes('.') || PRIVATE_ENDINGS.test(host))
    throw new NoPublicAddress(PRIVATE)
  url.hash = ''
  return url
}

/** The host without brackets and without the dot that may end a name. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '')
}

/** A host that is a number itself, in its plain form; null for a name. */
export function literalOf(host: string): string | null {
  return ipaddr.isValid(host) ? ipaddr.parse(host).toString() : null
}

/** A public number that one large host of servers answers at from inside its own network, with what they are set up by. */
const INSIDE_A_CLOUD = new Set(['168.63.129.16'])

/** True for numbers that every network on earth would take to the same public place. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || INSIDE_A_CLOUD.has(parsed.toString())) return false
  // Of IPv6 only what is given out (RFC 4291): whatever carries an IPv4 number inside, or has no meaning yet, lies outside.
  return parsed.kind() === 'ipv4' || parsed.match(GIVEN_OUT)
}

const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3')

/** Refuses where any of the numbers that a name stands for is not public: a mixture is how private ones are smuggled in. */
export function allPublic(addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) throw new NoPublicAddress('There is no such site: its name leads nowhere.')
  if (!addresses.every(isPublic)) throw new NoPublicAddress(PRIVATE)
  return addresses
}
