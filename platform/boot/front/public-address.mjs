/**
 * Which addresses may be answered with bytes that were sent before, and under which name those are kept. The same
 * addresses as in deploy/nginx.conf (front.test.mjs compares the two), and the table of queries is written into it by
 * deploy/render-nginx.mjs. An address that is not named here is always asked of the application, so a new kind is safe
 * until somebody adds it.
 */
export const PUBLIC_PATHS =
  /^\/($|(claims|search|corrections|methodology|about|oembed)$|(interviews|people|topics|feeds|embed|reader|api\/v1)(\/|$)|[a-z0-9-]+\.(xml|txt|json)$)/

/** Recordings are listened to in ranges and may weigh a gigabyte: the application reads them from where they lie. */
const RECORDING = /^\/interviews\/[^/]+\/recording$/
/**
 * Spellings that are tidied on the way to the application: asked for us, `/interviews/./x/recording` would be a whole
 * recording in memory, and each spelling of a page another page to keep.
 */
const UNTIDY = /\/(\.|%2e){1,2}(\/|$)|[\\#]/i

/** What lists are narrowed and paged by. */
const LISTS = ['verdict', 'person', 'topic', 'challenged', 'kind', 'after', 'page']

/**
 * What of a query can change a byte, by path; the first row that fits counts. Everything else (the second of a deep link,
 * what a page's own script reads, what social sites append) is neither kept apart nor handed to the application, so that
 * no two answers share a name. Null: everything counts. Names are lower case; of a name that comes twice the first counts.
 * @type {readonly (readonly [RegExp, readonly string[] | null])[]}
 */
export const QUERIES = [
  [/^\/api\/v1(\/|$)/, null],
  [/^\/search$/, ['q', ...LISTS, 'from', 'to', 'sort']],
  [/^\/oembed$/, ['url', 'format', 'maxwidth', 'maxheight']],
  [/^\/interviews\/[^/]+$/, []],
  [/^\/interviews\/[^/]+\/report$/, ['claim']],
  [/^\/interviews\/./, ['v', 'w', ...LISTS]],
  [/^\/./, LISTS],
  [/^\/$/, LISTS],
]

/** A query longer than this is nobody's bookmark: its answer is not kept. In characters, after what does not count is left out. */
export const LONGEST_QUERY = 700

/** What counts of a query, in the table's order; empty where nothing does. */
export function countedQuery(path, query) {
  if (query === '') return ''
  const names = QUERIES.find(([pattern]) => pattern.test(path))?.[1]
  if (names === null) return query
  if (!names || names.length === 0) return ''
  /** @type {Map<string, string>} */
  const given = new Map()
  for (const part of query.split('&')) {
    const at = part.indexOf('=')
    const name = at < 0 ? '' : part.slice(0, at)
    if (names.includes(name) && at < part.length - 1 && !given.has(name)) given.set(name, part)
  }
  return names.flatMap((name) => given.get(name) ?? []).join('&')
}

/**
 * Where an answer may be kept, or null where the application has to be asked by the reader themselves. What the reader says
 * of themselves (Cookie, Authorization) decides nothing: no public answer depends on it.
 * @param {{method?: string, url?: string, headers: import('node:http').IncomingHttpHeaders}} request
 * @returns {{address: string, asks: boolean, endless: boolean} | null} path and query; `asks`: the reader chose words of it, so
 * there are many; `endless`: nobody's bookmark, so its answer is not kept, though it is one question among the others
 */
export function keptAddress({ method, url = '/', headers }) {
  if (method !== 'GET' && method !== 'HEAD') return null
  // A GET with a body is an odd one: whoever reads bodies may answer it.
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0) return null
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  if (!PUBLIC_PATHS.test(path) || UNTIDY.test(path) || path.length > LONGEST_QUERY) return null
  if (RECORDING.test(withoutPercents(path))) return null
  const query = cut < 0 ? '' : countedQuery(path, url.slice(cut + 1))
  // A page has one address, but any number of spellings with percent signs.
  return {
    address: query === '' ? path : `${path}?${query}`,
    asks: query !== '' || path.includes('%'),
    endless: query.length > LONGEST_QUERY,
  }
}

/** An address as the application reads it; what cannot be read so is left as it is. */
function withoutPercents(path) {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
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
