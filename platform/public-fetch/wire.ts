import 'server-only'
import { lookup } from 'node:dns/promises'
import net, { type Socket } from 'node:net'
import tls from 'node:tls'
import { NoPublicAddress } from './public-address'

/** Where a connection shall go: numbers that were checked, and the name that the certificate must bear. */
export type Destination = { host: string; addresses: readonly string[]; port: number; secure: boolean }

/**
 * What joins this server to the net. Only tests give another one, as an argument of `fetchPublic`: theirs answers names from a
 * table and joins public numbers to a server of their own, so that every check is done there as it is here.
 */
export type Wire = {
  /** All numbers that a name stands for. */
  lookUp: (host: string) => Promise<string[]>
  connect: (to: Destination) => Socket
}

export const publicWire: Wire = {
  async lookUp(host) {
    const found = await lookup(host, { all: true, verbatim: true })
    return found.map(({ address }) => address)
  },
  connect(to) {
    const options = {
      host: to.host,
      port: to.port,
      // The name is not looked up again: what was checked is what is used.
      lookup: pinned(to.addresses),
      autoSelectFamily: true,
    }
    const socket = to.secure
      ? tls.connect({
          ...options,
          ALPNProtocols: ['http/1.1'],
          // A number has no name to send (RFC 6066, 3); the certificate is then checked against the number.
          servername: net.isIP(to.host) ? '' : to.host,
        })
      : net.connect(options)
    return heldTo(socket, to.addresses)
  },
}

/** Answers every question of Node's with the same numbers. */
function pinned(addresses: readonly string[]): net.LookupFunction {
  const found = addresses.map((address) => ({ address, family: net.isIPv6(address) ? 6 : 4 }))
  return (_host, options, answer) => {
    const first = found[0]
    if (options.all) answer(null, found)
    else answer(null, first?.address ?? '', first?.family)
  }
}

/** Ends a connection that stands elsewhere than it was meant to; nothing was sent on it by then. */
export function heldTo(socket: Socket, addresses: readonly string[]): Socket {
  socket.prependOnceListener('connect', () => {
    if (!addresses.includes(socket.remoteAddress ?? ''))
      socket.destroy(new NoPublicAddress('The connection led elsewhere than its name said, so it was ended.'))
  })
  return socket
}
