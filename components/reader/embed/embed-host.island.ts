/**
 * On other people's pages, at an address that never changes (publishing/embed-snippet.ts): gives each frame of ours the height that
 * it asks for. It listens to our own origin alone, touches only the frame that spoke, and reads nothing of the page.
 */

const own =
  document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : null

/** Pixels; more is no height of ours. */
const HIGHEST = 20_000

function heightIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null
  if (!('claimline' in data) || data.claimline !== 'height' || !('height' in data)) return null
  const { height } = data
  return typeof height === 'number' && height > 0 && height <= HIGHEST ? height : null
}

if (own !== null) {
  addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    const height = origin === own ? heightIn(data) : null
    if (height === null) return
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = `${height}px`
  })
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(`iframe[src^="${own}/embed/"]`))
    frame.contentWindow?.postMessage('claimline height', own)
}
