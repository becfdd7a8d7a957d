import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to the database that can be closed, as if the database were stopped for those who come this way and for nobody else. */
export type Gate = {
  /** The database's address through the gate. */
  url: string
  close: () => void
  open: () => void
  end: () => Promise<void>
}

export async function gateTo(databaseUrl: string): Promise<Gate> {
  const there = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let closed = false
  const server = createServer((inner) => {
    if (closed) return void inner.destroy()
    const outer = connect(Number(there.port || 5432), there.hostname)
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    close: () => {
      closed = true
      cut()
    },
    open: () => {
      closed = false
    },
    end: async () => {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}
