import proxyAddress from 'proxy-addr'

/** What a proxy says of the request that it passes on. Anybody can write these. */
const SAID_BY_PROXIES = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Makes X-Forwarded-For true: afterwards it holds one address, the visitor's. What stands there is believed only of proxies
 * that were named, from the nearest on; from anybody else it is dropped with everything else that a proxy might say.
 * @param {string | undefined} proxies addresses and networks, comma-separated; `loopback` and `uniquelocal` name the usual ones
 * @returns {(request: import('node:http').IncomingMessage) => void}
 * @throws Error with one sentence where that cannot be read
 */
export function visitorReader(proxies) {
  const trusted = compiled((proxies ?? '').split(',').flatMap((each) => each.trim() || []))
  return (request) => {
    const { headers, socket } = request
    if (!trusted(socket.remoteAddress ?? '', 0)) for (const name of SAID_BY_PROXIES) delete headers[name]
    headers['x-forwarded-for'] = proxyAddress(request, trusted)
  }
}

function compiled(list) {
  try {
    const trusted = proxyAddress.compile(list)
    return (address, hops) => address !== '' && trusted(address, hops)
  } catch (error) {
    throw new Error(
      `CLAIMLINE_PROXIES must be addresses or networks, such as 127.0.0.1, 10.0.0.0/8: ${error.message}.`,
    )
  }
}
