import { createServer } from 'node:http'
import next from 'next'
import { createFront } from './front/front.mjs'
import { visitorReader } from './front/visitor.mjs'
import { ROOT } from './places.mjs'

/**
 * The web server of the production build: Next, and before it, in the same process, what answers readers from memory
 * (front/front.mjs). Started by web.mjs, which says where: HOST, PORT.
 */

/** How long requests may take to end once we are told to. */
const GRACE_MS = 3_000

const hostname = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT)
let ending = false

const app = next({ dev: false, dir: ROOT, hostname, port })
const front = createFront((request, response) => app.getRequestHandler()(request, response), {
  host: new URL(process.env.NEXTAUTH_URL ?? `http://${hostname}:${port}`).host,
})
// platform/public-front.ts tells of what changed through this; the application is bundled and cannot import us.
globalThis.claimlineFront = front
front.hears(false) // until the database is heard

let nameVisitor
try {
  nameVisitor = visitorReader(process.env.CLAIMLINE_PROXIES)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
await app.prepare()

const server = createServer((request, response) => {
  if (ending) response.shouldKeepAlive = false
  nameVisitor(request)
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

/**
 * Takes no more, lets what is under way end, and ends by the signal's number, as a process does that the signal ended.
 * Streams to open pages are told by instrumentation.ts; their pages come back to the next process.
 */
function end(code) {
  if (ending) return
  ending = true
  server.close(() => process.exit(code))
  server.closeIdleConnections()
  setTimeout(() => process.exit(code), GRACE_MS)
}
process.on('SIGTERM', () => end(143))
process.on('SIGINT', () => end(130))
