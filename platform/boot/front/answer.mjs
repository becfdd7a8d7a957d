/** An answer of the application as it is kept and sent again. */

/** Heavier answers are sent, and not kept. */
const MOST_BYTES_EACH = 16_000_000

/** How long a page says itself that it may be shown while the application fails (publishing/public-headers.ts). */
const STALE_IF_ERROR = /stale-if-error=(\d+)/

/** Headers that belong to one connection or one moment; `vary` is ours to say. */
const NOT_KEPT = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'date',
  'vary',
  'content-length',
])
/** Headers that describe a body which a 304 does not have. */
const OF_THE_BODY = new Set(['content-type', 'content-encoding'])

/**
 * @typedef {{
 *   status: number, etag: string, headers: string[], bodyless: string[], body: Buffer,
 *   keep: boolean, brief: boolean, staleMs: number, at: number, epoch: number, triedAt: number, failedAt: number,
 * }} Answer
 * `keep`: shared caches may. `brief`: for seconds, and not for ever. `staleMs`: how long it may be sent while the application
 * fails. `at`, `triedAt`, `failedAt`: when it was given, last asked for, and last not to be had, in ms of the front's clock.
 */

/**
 * @param {{statusCode: number, headers: Record<string, unknown>, rawPayload: Buffer}} said
 * @param {{at: number, epoch: number}} when
 * @returns {Answer | null} null for what is meant for one reader alone
 */
export function answerOf({ statusCode: status, headers: said, rawPayload: body }, { at, epoch }) {
  if (said['set-cookie']) return null
  const control = String(said['cache-control'] ?? '')
  const brief = /s-maxage=[1-9]/.test(control)
  const allowed = /\bpublic\b/.test(control) && (brief || /\bimmutable\b/.test(control))
  const named = Object.entries(said).flatMap(([name, value]) =>
    value === undefined || NOT_KEPT.has(name.toLowerCase()) ? [] : [[name, String(value)]],
  )
  const vary = ['vary', 'Accept-Encoding']
  return {
    status,
    etag: String(said.etag ?? ''),
    headers: [...named.flat(), ...vary, 'content-length', String(body.length)],
    bodyless: [...named.filter(([name]) => !OF_THE_BODY.has(name.toLowerCase())).flat(), ...vary],
    body,
    keep: allowed && [200, 404, 410].includes(status) && body.length <= MOST_BYTES_EACH,
    brief,
    staleMs: Number(STALE_IF_ERROR.exec(control)?.[1] ?? 0) * 1_000,
    at,
    epoch,
    triedAt: at,
    failedAt: Number.NEGATIVE_INFINITY,
  }
}

/** The same answer, given again. */
export function anew(answer, { at, epoch }) {
  return { ...answer, at, epoch, triedAt: at, failedAt: Number.NEGATIVE_INFINITY }
}

/**
 * nginx counts freshness in whole seconds of its clock and rounds up, which would make two seconds three. It says what
 * its second is, and we answer until when in its own words: to the end of that second, and for one more while it asks.
 */
const ITS_SECOND = /^(\d{9,11})(\.\d+)?$/

/** Sends an answer to one reader: whole, or that it is still what the reader has, or its head alone. */
export function send(answer, request, response) {
  const second = answer.brief && ITS_SECOND.exec(request.headers['x-claimline-second'] ?? '')?.[1]
  const until = second ? ['x-accel-expires', `@${second}`] : []
  if (answer.status === 200 && matches(request.headers['if-none-match'], answer.etag)) {
    response.writeHead(304, [...answer.bodyless, ...until])
    return response.end()
  }
  response.writeHead(answer.status, second ? [...answer.headers, ...until] : answer.headers)
  response.end(request.method === 'HEAD' ? undefined : answer.body)
}

/** What is said where nothing is kept and the application does not answer. */
export function sendBusy(request, response) {
  response.writeHead(503, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  })
  response.end(
    request.method === 'HEAD'
      ? undefined
      : 'This page cannot be shown right now. Please try again in a moment.\n',
  )
}

/** If-None-Match by weak comparison (RFC 9110, 13.1.2). */
function matches(header, etag) {
  if (!header || etag === '') return false
  if (header === etag) return true
  const bare = etag.replace(/^W\//, '')
  return header.split(',').some((each) => {
    const candidate = each.trim().replace(/^W\//, '')
    return candidate === '*' || candidate === bare
  })
}
