import { mayBeSlug } from '@/publishing/asked-slug'
import { ATOM_TYPE } from '@/publishing/feeds/atom'
import { JSON_FEED_TYPE } from '@/publishing/feeds/json-feed'

/** Formats of feeds by the ending of their address. */
export const FEED_FORMATS = { atom: ATOM_TYPE, json: JSON_FEED_TYPE } as const
export type FeedFormat = keyof typeof FEED_FORMATS

/** @param name of the list: `claims`, `people/SLUG`. */
export const feedPath = (name: string, format: FeedFormat) =>
  `/feeds/${name.split('/').map(encodeURIComponent).join('/')}.${format}`

/** The list and format that the last part of a feed's address names; null for anything else. */
export function feedFileOf(file: string): { name: string; format: FeedFormat } | null {
  const [, name, format] = /^(.{1,200})\.(atom|json)$/.exec(file) ?? []
  return name && mayBeSlug(name) && (format === 'atom' || format === 'json') ? { name, format } : null
}
