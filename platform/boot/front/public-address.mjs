/**
 * Which addresses may be answered with bytes that were sent before, and under which name those are kept. The same
 * addresses as in deploy/nginx.conf (platform/boot/front/front.test.mjs compares the two): an address that is not named
 * here is always asked of the application, so a new kind is safe until somebody adds it.
 */
export const PUBLIC_PATHS =
  /^\/($|(claims|corrections|methodology|oembed)$|(interviews|people|topics|feeds|embed|reader)\/|[a-z0-9-]+\.(xml|txt|json)$)/

/** Recordings are listened to in ranges and may weigh a gigabyte: the application reads them from where they lie. */
const RECORDING = /^\/interviews\/[^/]+\/recording$/

/** Of the query, only what cannot change a byte of the page: the second of a deep link, and what social sites append. */
const IDLE_QUERY = /^((t|utm_[a-z_]+|fbclid|gclid)=[^&]*&?)+$/

/** Cookies of a session: whoever is signed in sees the newest page. */
const SIGNED_IN = /session-token/i

/**
 * The address under which an answer may be kept; null where the application has to be asked.
 * @param {{method?: string, url?: string, headers: import('node:http').IncomingHttpHeaders}} request
 * @returns {string | null} path and query
 */
export function keptAddress({ method, url = '/', headers }) {
  if (method !== 'GET' && method !== 'HEAD') return null
  if (headers.authorization || SIGNED_IN.test(headers.cookie ?? '')) return null
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  if (!PUBLIC_PATHS.test(path) || RECORDING.test(path)) return null
  const query = cut < 0 ? '' : url.slice(cut + 1)
  return query === '' || IDLE_QUERY.test(query) ? path : `${path}?${query}`
}

/**
 * The coding that an answer is kept in: what a browser writes in Accept-Encoding comes in hundreds of spellings.
 * @param {string | undefined} accepted
 * @returns {'br' | 'gzip' | ''}
 */
export function codingOf(accepted = '') {
  if (takes(accepted, 'br')) return 'br'
  return takes(accepted, 'gzip') ? 'gzip' : ''
}

function takes(accepted, coding) {
  return accepted.split(',').some((part) => {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    return name.trim() === coding && !parameters.some((one) => /^\s*q=0(\.0*)?\s*$/.test(one))
  })
}
