import { inject } from 'light-my-request'
import { LRUCache } from 'lru-cache'
import { codingOf, keptAddress } from './public-address.mjs'

/** Within this time an answer is sent again without asking the application. */
const FRESH_MS = 1_000
/** An answer of that age is sent while the application is asked; an older one waits for the application. */
const USABLE_MS = 2_000
/** Where the application fails or does not answer in this time, what it said before is sent. */
const PATIENCE_MS = 1_500
/** … for as long as a page says itself (publishing/public-headers.ts, stale-if-error). */
const STALE_IF_ERROR = /stale-if-error=(\d+)/
const MOST_BYTES = 128_000_000
/** Heavier answers are not kept. */
const MOST_BYTES_EACH = 16_000_000

/** Headers that belong to one connection, or that Next adds to every answer and that change nothing here. */
const NOT_KEPT = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'vary'])
/** Headers that describe a body which a 304 does not have. */
const OF_THE_BODY = new Set(['content-length', 'content-type', 'content-encoding'])

/**
 * Stands before the application in the same process and answers public addresses from what was sent a moment ago. The
 * application is asked without cookies and without any other header of the reader's, so that what is kept cannot depend on
 * who asked; readers who come meanwhile wait for the one answer. Decision record 0033.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} application
 * @param {{host: string, now?: () => number}} world `host` as the site's own address names it
 */
export function createFront(application, { host, now = () => performance.now() }) {
  /** @type {LRUCache<string, Kept>} */
  const kept = new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: (entry) => entry.body.length + 2_000 })
  /** @type {Map<string, Promise<Kept | null>>} */
  const asking = new Map()
  let epoch = 0

  /** Asks the application once, however many readers wait. Null where its answer may not be kept. */
  function ask(key, address, coding, before) {
    const running = asking.get(key)
    if (running) return running
    const asked = askOnce(key, address, coding, before).finally(() => asking.delete(key))
    asking.set(key, asked)
    return asked
  }

  async function askOnce(key, address, coding, before) {
    const began = epoch
    const answer = await inject(application, {
      method: 'GET',
      url: address,
      headers: {
        host,
        'accept-encoding': coding,
        ...(before?.etag && before.status === 200 ? { 'if-none-match': before.etag } : {}),
      },
    })
    const at = now()
    if (answer.statusCode === 304 && before) {
      const same = { ...before, at }
      if (began === epoch) kept.set(key, same)
      return same
    }
    if (answer.statusCode >= 500) throw new Error(`The application answered ${answer.statusCode}.`)
    const entry = entryOf(answer, at)
    // What was asked before something was published may have been answered before it, too.
    if (entry && began === epoch) kept.set(key, entry)
    return entry
  }

  /** @returns {Promise<Kept | null>} what to send; null where the application has to answer by itself */
  async function find(address, coding) {
    const key = `${coding} ${address}`
    const entry = kept.get(key)
    const age = entry ? now() - entry.at : Number.POSITIVE_INFINITY
    if (entry && age < FRESH_MS) return entry
    const asked = ask(key, address, coding, entry)
    if (entry && age < USABLE_MS) {
      asked.catch(() => undefined) // the next reader asks again, and hears of it then
      return entry
    }
    if (!entry || age > entry.staleMs) return asked
    return sooner(asked, entry)
  }

  return {
    /** Answers a request; the application does where nothing may be kept. */
    async handle(request, response) {
      const address = keptAddress(request)
      if (address === null) return application(request, response)
      let entry
      try {
        entry = await find(address, codingOf(request.headers['accept-encoding']))
      } catch {
        entry = null // it answers for itself, with its own error page
      }
      if (!entry) return application(request, response)
      send(entry, request, response)
    },
    /** Something was published, taken down or set: nothing that was sent before is sent again. */
    forget() {
      epoch += 1
      kept.clear()
      asking.clear()
    },
  }
}

/** The new answer, or the old one where that fails or takes too long. */
function sooner(asked, entry) {
  let timer
  const patience = new Promise((resolve) => {
    timer = setTimeout(() => resolve(entry), PATIENCE_MS)
  })
  return Promise.race([asked.catch(() => entry), patience]).finally(() => clearTimeout(timer))
}

/**
 * @typedef {{status: number, etag: string, headers: string[], bodyless: string[], body: Buffer, at: number, staleMs: number}} Kept
 * `at` in ms of `now`; `staleMs` how long it may be sent while the application fails.
 */

/** @returns {Kept | null} null for what the application did not allow shared caches to keep */
function entryOf(answer, at) {
  const control = String(answer.headers['cache-control'] ?? '')
  const mayBeKept =
    /\bpublic\b/.test(control) && /(s-maxage=[1-9]|immutable)/.test(control) && !answer.headers['set-cookie']
  const body = answer.rawPayload
  if (!mayBeKept || ![200, 404, 410].includes(answer.statusCode) || body.length > MOST_BYTES_EACH) return null
  const names = Object.entries(answer.headers).filter(
    ([name, value]) => value !== undefined && !NOT_KEPT.has(name.toLowerCase()),
  )
  const flat = (entries) => entries.flatMap(([name, value]) => [name, String(value)])
  return {
    status: answer.statusCode,
    etag: String(answer.headers.etag ?? ''),
    headers: [
      ...flat(names.filter(([name]) => name !== 'content-length')),
      'vary',
      'Accept-Encoding',
      'content-length',
      String(body.length),
    ],
    bodyless: [...flat(names.filter(([name]) => !OF_THE_BODY.has(name))), 'vary', 'Accept-Encoding'],
    body,
    at,
    staleMs: Number(STALE_IF_ERROR.exec(control)?.[1] ?? 0) * 1_000,
  }
}

function send(entry, request, response) {
  if (entry.status === 200 && matches(request.headers['if-none-match'], entry.etag)) {
    response.writeHead(304, entry.bodyless)
    return response.end()
  }
  response.writeHead(entry.status, entry.headers)
  response.end(request.method === 'HEAD' ? undefined : entry.body)
}

/** If-None-Match by weak comparison (RFC 9110, 13.1.2). */
function matches(header, etag) {
  if (!header || etag === '') return false
  return header.split(',').some((each) => {
    const candidate = each.trim().replace(/^W\//, '')
    return candidate === '*' || candidate === etag
  })
}
