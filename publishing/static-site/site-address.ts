import { createHash } from 'node:crypto'

/**
 * Public addresses and the files they become. An address's key is what its bytes depend on: the path, and of its query what can
 * change them. Pure.
 */

/** Of a query: the second of a deep link, versions that are part of the name, and what social sites append. */
const IDLE = /^(t|v|utm_[a-z_]+|fbclid|gclid)$/

/** Lists whose query narrows them or goes on; on every other page a query is read by the page's own script. */
const LISTS = /^\/($|(interviews|claims|corrections|people|topics)$|(people|topics)\/[^/]+$)/
const PAGES = /^\/interviews\/[^/]+(\/history|\/claims\/\d+)?$/

/** What only a server can do: search, what readers send, what asks who asks, and the API. */
const LEFT_OUT = /^\/(search|desk|api|sign-in|welcome|preview)(\/|$)|^\/interviews\/[^/]+\/report(\/|$)/

/** Names that say where a list goes on. */
const CURSORS = new Set(['after', 'before', 'cursor', 'page'])

/**
 * What an address of this site is kept under; null for another site's, and for what is no address at all.
 * @param origin of the site, without a slash at its end
 */
export function keyOf(address: string, origin: string): string | null {
  if (!address.startsWith(`${origin}/`) && address !== origin && !/^\/(?!\/)/.test(address)) return null
  if (!URL.canParse(address, origin)) return null
  const { pathname, searchParams } = new URL(address, origin)
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  if (PAGES.test(path)) return path
  const asked = [...searchParams].filter(([name, value]) => !IDLE.test(name) && value !== '')
  if (asked.length === 0) return path
  return `${path}?${new URLSearchParams(asked.sort(([a], [b]) => (a < b ? -1 : 1)))}`
}

/** True for what has no file. Of a list's many ways to be narrowed only one at a time is written: together they have no end. */
export function isLeftOut(key: string): boolean {
  const { pathname, searchParams } = new URL(key, 'http://site')
  if (LEFT_OUT.test(pathname)) return true
  if (!LISTS.test(pathname)) return false
  return [...searchParams.keys()].filter((name) => !CURSORS.has(name)).length > 1
}

/** What belongs to a page, though programs know its address and no page links to it. */
export function besides(key: string): string[] {
  if (key === '/') return ['/feeds/claim-review.json', '/feeds/claims.csv']
  return /^\/interviews\/[^/?]+$/.test(key) ? [`${key}/claims.vtt`, `${key}/transcript.txt`] : []
}

const ENDINGS: Record<string, string> = {
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/vtt': 'vtt',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
}

/** Where an answer is written, from the export's folder, and the address under which a plain server then has it. */
export type SiteFile = { file: string; url: string }

/** @param type media type of the answer, parameters left out */
export function fileFor(key: string, type: string): SiteFile {
  const { pathname, search } = new URL(key, 'http://site')
  const path = decoded(pathname)
  if (type === 'text/html') {
    const folder = `${path === '/' ? '' : path}${search ? `/_${nameOf(search)}` : ''}`
    return { file: `${folder}/index.html`.slice(1), url: `${encoded(folder)}/` }
  }
  const ending = /\.[a-z0-9]{1,5}$/.exec(path)?.[0] ?? ''
  const stem = path.slice(0, path.length - ending.length)
  const made = `${stem}${search ? `-${nameOf(search)}` : ''}${ending || `.${ENDINGS[type] ?? 'bin'}`}`
  return { file: made.slice(1), url: encoded(made) }
}

/** One plain setting in words, anything longer by its hash. */
function nameOf(search: string): string {
  const plain = /^\?([a-z]+)=([a-z0-9-]{1,60})$/.exec(search)
  if (plain) return `${plain[1]}-${plain[2]}`
  return createHash('sha256').update(search).digest('hex').slice(0, 16)
}

function decoded(path: string): string {
  try {
    // A name with a slash in it would lie elsewhere.
    return decodeURIComponent(path.replaceAll(/%2f/gi, '%252f'))
  } catch {
    return path
  }
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
