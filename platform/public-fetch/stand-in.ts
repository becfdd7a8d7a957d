import { createServer, type RequestListener, type Server } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import type { Destination, Wire } from './wire'

/**
 * A public web of one server, for tests: names are answered from a table, and a connection to any public number reaches the
 * server. What was asked for is kept. Every check before the wire is done as it is in earnest.
 */
export async function standIn(
  names: Record<string, readonly (readonly string[])[]>,
  answer: RequestListener,
): Promise<{
  wire: Wire
  server: Server
  connections: Destination[]
  asked: string[]
  close: () => Promise<void>
}> {
  const connections: Destination[] = []
  const asked: string[] = []
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    server,
    connections,
    asked,
    wire: {
      async lookUp(host) {
        const turn = asked.filter((one) => one === host).length
        asked.push(host)
        const answers = names[host] ?? []
        return [...(answers[Math.min(turn, answers.length - 1)] ?? [])]
      },
      connect(to) {
        connections.push(to)
        return net.connect({ host: '127.0.0.1', port })
      },
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
