/** A public address, with the moment (ISO 8601) in which it last changed where that is known. */
export type Place = { path: string; changed: string | null }

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A sitemap (https://www.sitemaps.org/protocol.html) of these places. */
export function sitemap(origin: string, places: readonly Place[]): string {
  const urls = places.map(({ path, changed }) => {
    const loc = `${origin}${path}`.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
    return `<url><loc>${loc}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}
