import 'server-only'
import { notFound, siteFile } from '@/app/(reader)/_document/respond'
import { readCursor, writeCursor } from '@/publishing/cursor'
import { atomFeed } from '@/publishing/feeds/atom'
import { type Feed, newest, tagUri } from '@/publishing/feeds/feed'
import { FEED_FORMATS, feedFileOf, feedPath } from '@/publishing/feeds/feed-paths'
import { jsonFeed } from '@/publishing/feeds/json-feed'
import { followedList } from '@/publishing/feeds/lists'

/** Of a feed that has no entry yet. */
const NOTHING_YET = '2020-01-01T00:00:00.000Z'

/**
 * Answers with a feed.
 * @param folder `people/`, `topics/`, or empty.
 * @param file the last part of the address: a name and `.atom` or `.json`.
 */
export async function feedResponse(request: Request, folder: string, file: string): Promise<Response> {
  const asked = feedFileOf(file)
  if (!asked) return notFound(request)
  const { format } = asked
  const name = `${folder}${asked.name}`
  const read = readCursor(new URL(request.url).searchParams.get('after'))
  const cursor = read?.way === 'older' ? read : null
  const place = cursor ? writeCursor(cursor) : ''
  return siteFile(request, `feed ${name} ${format} ${place}`, async ({ settings, origin }) => {
    const list = await followedList(name)
    if (!list) return null
    const { rows, older } = await list.read(cursor, origin)
    const at = (which: typeof format, after: string | null = null) =>
      `${origin}${feedPath(name, which)}${after ? `?after=${after}` : ''}`
    const otherFormat = format === 'atom' ? 'json' : 'atom'
    const feed: Feed = {
      id: tagUri(origin, NOTHING_YET, `/feeds/${name}`),
      title: `${settings.siteName}: ${list.title}`,
      subtitle: list.subtitle,
      siteName: settings.siteName,
      home: `${origin}${list.home}`,
      self: at(format, place),
      first: at(format),
      next: older ? at(format, older) : null,
      other: { href: at(otherFormat, place), type: FEED_FORMATS[otherFormat].split(';')[0] ?? '' },
      updated: newest(
        rows.map(({ updated }) => updated),
        NOTHING_YET,
      ),
      entries: rows,
    }
    return {
      status: 200,
      type: FEED_FORMATS[format],
      body: format === 'atom' ? atomFeed(feed) : jsonFeed(feed),
      open: true,
    }
  })
}
