import { nameIn } from '@/claims/sources/file-facts'

/** Endings of kinds whose files are often named without one, or by a page's address. */
const ENDINGS: Record<string, string> = {
  'text/html': '.html',
  'application/pdf': '.pdf',
  'multipart/related': '.mhtml',
  'application/warc': '.warc',
  'application/warc+gzip': '.warc.gz',
  'text/plain': '.txt',
}

/** A name to store and to show: no folders, no control characters and turned-around text, never longer than a file system allows. */
export function copyName(given: string, mime: string): string {
  const bare = (given.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '').trim()
  const name = bare.replace(/^\.+/, '').slice(-200) || 'copy'
  const ending = ENDINGS[mime] ?? ''
  return /\.[A-Za-z0-9]{1,5}$/.test(name) ? name : `${name}${ending}`
}

/** A page's name: its site, the end of its path and the day it was fetched, e.g. `records.example trees 2026-03-04`. */
export function pageName(url: URL, disposition: string, at: Date): string {
  const given = nameIn(disposition)
  if (given) return given
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  const stem = last.replace(/\.(html?|php|aspx?|jsp)$/i, '').slice(0, 80)
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(stem)?.[0] ?? ''
  return `${[url.hostname, stem.slice(0, stem.length - ending.length), at.toISOString().slice(0, 10)].filter(Boolean).join(' ')}${ending}`
}
