import { stringify } from 'csv-stringify/sync'
import { claimPath, pagePath } from '@/publishing/addresses'
import type { SnapshotClaim } from '@/publishing/snapshot-schema'

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

/** What a row says of the page that its claim stands on. */
export type CsvPage = { slug: string; title: string; happenedOn: string | null }
export type CsvClaim = { page: CsvPage; claim: SnapshotClaim }

const COLUMNS: Record<string, (row: CsvClaim, origin: string) => string | number | null> = {
  interview: ({ page }) => page.title,
  interviewUrl: ({ page }, origin) => `${origin}${pagePath(page.slug)}`,
  claim: ({ claim }) => claim.number,
  claimUrl: ({ page, claim }, origin) => `${origin}${claimPath(page.slug, claim.number)}`,
  speaker: ({ claim }) => claim.speaker.name,
  affiliation: ({ claim }) => claim.speaker.affiliation,
  saidOn: ({ page, claim }) => (claim.appearance ? claim.appearance.on : page.happenedOn),
  /** In the recording. */
  startSeconds: ({ claim }) => (claim.startMs === null ? null : claim.startMs / 1000),
  endSeconds: ({ claim }) => (claim.endMs === null ? null : claim.endMs / 1000),
  /** Where it was made, if not in the interview. */
  madeIn: ({ claim }) => claim.appearance?.url || claim.appearance?.title || null,
  quote: ({ claim }) => claim.quote,
  claimReviewed: ({ claim }) => claim.claimReviewed,
  verdict: ({ claim }) => claim.verdict.label,
  /** 1 to 5 where the verdict stands in an order; 5 is best. */
  ratingValue: ({ claim }) => claim.verdict.ratingValue,
  challenged: ({ claim }) => claim.challenge.kind,
  topics: ({ claim }) => claim.topics.map(({ name }) => name).join('; '),
  /** Addresses hold no spaces. */
  sources: ({ claim }) => claim.evidence.flatMap(({ url }) => (url ? [url] : [])).join(' '),
  checkedAt: ({ claim }) => claim.checkedAt,
}

/**
 * Claims as CSV (RFC 4180): CRLF, quoted where needed. It begins with a byte order mark, without which spreadsheets read names
 * in other than Western letters wrongly; programs skip it. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 * @param origin public origin without a trailing slash.
 */
export function claimsCsv(rows: readonly CsvClaim[], origin: string): string {
  const columns = Object.entries(COLUMNS)
  return stringify(
    rows.map((row) => columns.map(([, of]) => of(row, origin))),
    {
      columns: columns.map(([key]) => key),
      header: true,
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  )
}
