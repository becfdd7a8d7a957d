import 'server-only'
import { type IncomingMessage, request } from 'node:http'
import { Invalid, Refusal } from '@/platform/errors'
import { allPublic, hostOf, literalOf, publicUrl } from './public-address'
import { readBody } from './read-body'
import { publicWire, type Wire } from './wire'

export type FetchLimits = {
  /** Of the unpacked body. */
  mostBytes: number
  /** For all of it: names, redirects, the last byte. */
  totalMs: number
  /** Until a server accepts the connection. */
  connectMs: number
}

export const PAGE_LIMITS: FetchLimits = { mostBytes: 2_000_000, totalMs: 8_000, connectMs: 4_000 }

/** What a public address answered with. */
export type PublicAnswer = {
  /** Where it was found, after redirects. */
  url: URL
  /** Lower case, without parameters; empty where the server says nothing. */
  mime: string
  /** As the server wrote it, for its charset. */
  contentType: string
  contentDisposition: string
  language: string
  bytes: Buffer
  /** True where there was more than was read. */
  cut: boolean
}

type Options = {
  limits?: FetchLimits
  /** True for what shall be read; of anything else only the head is taken. */
  reads: (mime: string) => boolean
  wire?: Wire
}

const MOST_REDIRECTS = 5
const HEADERS = {
  'User-Agent': 'Claimline/1 (fact-check desk; reads a page once, when an editor asks)',
  Accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,application/xml;q=0.8,*/*;q=0.1',
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'en, *;q=0.5',
  Connection: 'close',
}

/**
 * Fetches from the public web what a person named, and from nowhere else: each address on the way, redirects included, is
 * checked, looked up, checked again by its numbers, and the connection goes to those numbers. No cookies, no referrer, no
 * proxy. Why it is as it is: docs/decisions/0024.
 * @throws Invalid with a sentence for the person who named it.
 */
export async function fetchPublic(address: string, options: Options): Promise<PublicAnswer> {
  const { limits = PAGE_LIMITS, wire = publicWire } = options
  const late = AbortSignal.timeout(limits.totalMs)
  let url = publicUrl(address.trim())
  try {
    for (let turn = 0; turn <= MOST_REDIRECTS; turn += 1) {
      const answer = await ask(url, { limits, wire, late })
      const next = redirectOf(answer)
      if (next === null) return await taken(answer, url, options.reads, limits)
      answer.destroy()
      url = publicUrl(next, url)
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw refusal(late.aborted ? tooLate(limits) : reasonOf(thrown))
  }
  throw refusal('The page sends from one address to the next without end.')
}

type Asking = { limits: FetchLimits; wire: Wire; late: AbortSignal }

async function ask(url: URL, { limits, wire, late }: Asking): Promise<IncomingMessage> {
  const host = hostOf(url)
  const literal = literalOf(host)
  const addresses = allPublic(literal ? [literal] : await inTime(wire.lookUp(host), late))
  const secure = url.protocol === 'https:'
  const port = Number(url.port) || (secure ? 443 : 80)
  return new Promise((resolve, reject) => {
    const asked = request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers: { ...HEADERS, Host: url.host },
      signal: late,
      maxHeaderSize: 32 * 1024,
      createConnection: () => {
        const socket = wire.connect({ host, addresses, port, secure })
        const slow = setTimeout(
          () => socket.destroy(refusal('The page’s server could not be reached.')),
          limits.connectMs,
        )
        const ready = () => clearTimeout(slow)
        socket.once(secure ? 'secureConnect' : 'connect', ready).once('close', ready)
        return socket
      },
    })
    asked.once('response', resolve)
    // A server that switches the protocol leaves it to us to end the connection.
    asked.once('upgrade', (_answer, socket) => {
      socket.destroy()
      reject(refusal('The address does not answer as a page does.'))
    })
    // It may break again after the answer began; the reader of the body hears of that.
    asked.on('error', reject)
    asked.end()
  })
}

/** Looking up a name cannot be stopped; whoever waits for it can stop waiting. */
function inTime<Value>(promise: Promise<Value>, late: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(late.reason)
    if (late.aborted) stop()
    late.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => late.removeEventListener('abort', stop))
  })
}

function redirectOf(answer: IncomingMessage): string | null {
  const { location } = answer.headers
  return [301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) && location ? location : null
}

async function taken(
  answer: IncomingMessage,
  url: URL,
  reads: Options['reads'],
  { mostBytes }: FetchLimits,
): Promise<PublicAnswer> {
  const status = answer.statusCode ?? 0
  if (status < 200 || status >= 300) {
    answer.destroy()
    throw refusal(statusSentence(status))
  }
  const contentType = answer.headers['content-type'] ?? ''
  const mime = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  const wanted = reads(mime)
  if (!wanted) answer.destroy()
  return {
    url,
    mime,
    contentType,
    contentDisposition: answer.headers['content-disposition'] ?? '',
    language: answer.headers['content-language'] ?? '',
    ...(wanted ? await readBody(answer, mostBytes) : { bytes: Buffer.alloc(0), cut: true }),
  }
}

function refusal(message: string): Invalid {
  return new Invalid(message, { url: message })
}

function tooLate({ totalMs }: FetchLimits): string {
  return `The page did not answer in ${Math.round(totalMs / 1000)} seconds.`
}

function statusSentence(status: number): string {
  if (status === 404 || status === 410) return 'There is no page at that address.'
  if (status === 401 || status === 402 || status === 403 || status === 429 || status === 451)
    return `The page does not let this server read it (${status}).`
  return `The page answered with an error (${status}).`
}

/** What Node says of a connection that failed, in words. */
function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_NODATA') return 'There is no such site: its name leads nowhere.'
  if (code === 'EAI_AGAIN') return 'The name of the site could not be looked up just now.'
  if (/CERT|SSL|TLS|VERIFY|SELF_SIGNED|ALTNAME/.test(code))
    return 'The site’s certificate is not in order, so it was not read.'
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_'))
    return 'The page came broken and could not be read.'
  if (code.startsWith('HPE_')) return 'The address does not answer as a page does.'
  return 'The page’s server could not be reached.'
}
