/**
 * Recordings that somebody else's player plays: what an editor pastes is read for the provider's own name of the recording,
 * and every address is made from that name. Markup is never taken. Pure.
 */

export type Embed = { provider: 'youtube' | 'vimeo'; id: string }

export const NO_EMBED =
  'This is not the address of a video on YouTube or Vimeo. Copy it from the browser, or from “Share”.'

/** What people are told about a provider: its name, and whom their browser will talk to. */
export const PROVIDERS: Record<Embed['provider'], { name: string; site: string; frame: string }> = {
  youtube: { name: 'YouTube', site: 'youtube.com', frame: 'https://www.youtube-nocookie.com' },
  vimeo: { name: 'Vimeo', site: 'vimeo.com', frame: 'https://player.vimeo.com' },
}

/** The one origin that a page with this player may frame. */
export function frameOf(embed: Embed | null | undefined): string | undefined {
  return embed ? PROVIDERS[embed.provider].frame : undefined
}

const YOUTUBE_HOSTS = ['youtube.com', 'm.youtube.com', 'music.youtube.com', 'youtube-nocookie.com']

/** The recording that the page at an address plays; null where it is none of a known provider. */
export function embedOf(page: string): Embed | null {
  const text = page.trim()
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const host = url.hostname.replace(/^www\./, '')
  if (host === 'youtu.be') return youtube(url.pathname.split('/')[1])
  if (YOUTUBE_HOSTS.includes(host)) {
    const [, place, name] = url.pathname.split('/')
    if (place === 'watch') return youtube(url.searchParams.get('v'))
    return place && ['embed', 'live', 'shorts', 'v'].includes(place) ? youtube(name) : null
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') return vimeo(url)
  return null
}

function youtube(id: string | null | undefined): Embed | null {
  return id && /^[A-Za-z0-9_-]{11}$/.test(id) ? { provider: 'youtube', id } : null
}

/** The number, and the key of a video that only those with its address may see: `/123/abc`, or `?h=abc` in the player's address. */
function vimeo(url: URL): Embed | null {
  const match = /\/(\d{5,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(url.pathname)
  const key = match?.[2] ?? url.searchParams.get('h')
  if (!match?.[1]) return null
  return { provider: 'vimeo', id: key && /^[0-9a-f]{6,20}$/.test(key) ? `${match[1]}/${key}` : match[1] }
}

/** The provider's own page from a moment on: where a reader without scripts goes. */
export function watchAddress({ provider, id }: Embed, startMs: number): string {
  const second = Math.max(0, Math.floor(startMs / 1000))
  if (provider === 'youtube') return `https://www.youtube.com/watch?v=${id}${second ? `&t=${second}s` : ''}`
  return `https://vimeo.com/${id}${second ? `#t=${second}s` : ''}`
}

/** The player for a frame, which starts to play at that moment; the kind of player that sets no cookie until it plays. */
export function playerAddress({ provider, id }: Embed, startMs: number): string {
  const second = Math.max(0, Math.floor(startMs / 1000))
  if (provider === 'youtube')
    return `${PROVIDERS.youtube.frame}/embed/${id}?autoplay=1&playsinline=1&rel=0&start=${second}`
  const [number, key] = id.split('/')
  return `${PROVIDERS.vimeo.frame}/video/${number}?dnt=1&autoplay=1${key ? `&h=${key}` : ''}#t=${second}s`
}

/** Both columns of a stored embed, or null; the database refuses one without the other. */
export function embedOfRow(row: {
  embedProvider: Embed['provider'] | null
  embedId: string | null
}): Embed | null {
  return row.embedProvider && row.embedId ? { provider: row.embedProvider, id: row.embedId } : null
}
