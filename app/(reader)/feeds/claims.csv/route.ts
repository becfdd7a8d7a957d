import { siteFile } from '@/app/(reader)/_document/respond'
import { CSV_TYPE, claimsCsv } from '@/publishing/claims-csv'
import { readCursor, writeCursor } from '@/publishing/cursor'
import { feedClaims } from '@/publishing/feeds/feed-queries'
import { Lanes } from '@/publishing/search/lanes'

/** A table that spreadsheets still open quickly. */
const ROWS = 5000
/** One at a time: anybody can make up where a table begins, and each is thousands of checks. */
const lanes = new Lanes(1, 0)

/** The newest checked claims as a table; `Link: rel=next` leads to the older ones. */
export async function GET(request: Request): Promise<Response> {
  const read = readCursor(new URL(request.url).searchParams.get('after'))
  const cursor = read?.way === 'older' ? read : null
  return siteFile(request, `claims.csv ${cursor ? writeCursor(cursor) : ''}`, async ({ origin }) => {
    const { rows, older } = await lanes.run(() => feedClaims({}, { cursor, limit: ROWS }))
    const table = rows.map(({ page, happenedOn, claim }) => ({ page: { ...page, happenedOn }, claim }))
    return {
      status: 200,
      type: CSV_TYPE,
      body: claimsCsv(table, origin),
      open: true,
      ...(older ? { link: `<${origin}/feeds/claims.csv?after=${older}>; rel="next"` } : {}),
    }
  })
}
