import { createServer } from 'node:http'
import next from 'next'
import { createFront } from './front/front.mjs'
import { ROOT } from './places.mjs'

/**
 * The web server of the production build: Next, and before it, in the same process, what answers readers from memory
 * (front/front.mjs). Started by web.mjs, which says where: HOST, PORT.
 */

/** How long requests may take to end once we are told to. */
const GRACE_MS = 3_000

const hostname = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT)
const app = next({ dev: false, dir: ROOT, hostname, port })
await app.prepare()
const front = createFront(app.getRequestHandler(), {
  host: new URL(process.env.NEXTAUTH_URL ?? `http://${hostname}:${port}`).host,
})
// platform/public-front.ts tells of publications through this; the application is bundled and cannot import us.
globalThis.claimlineFront = front

const server = createServer((request, response) => {
  front.handle(request, response).catch((error) => {
    console.error(error)
    response.destroy()
  })
})
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.listen(port, hostname)

let ending = false
function end() {
  if (ending) return
  ending = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // Streams to open pages do not end by themselves; their pages come back to the next process.
  setTimeout(() => {
    server.closeAllConnections()
    process.exit(0)
  }, GRACE_MS)
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
