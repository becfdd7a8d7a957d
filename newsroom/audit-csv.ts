import 'server-only'
import { stringify } from 'csv-stringify/sync'
import type { AuditFilter } from '@/newsroom/audit-filter'
import { listAuditEntries } from '@/newsroom/audit-queries'
import type { Actor } from '@/newsroom/roles'
import type { AuditEntryView } from '@/newsroom/views'

const CHUNK = 500
const COLUMNS = [
  'id',
  'at',
  'actorName',
  'action',
  'subject',
  'interview',
  'interviewId',
  'claimId',
  'before',
  'after',
] as const satisfies readonly (keyof AuditEntryView)[]

/**
 * The trail as CSV (RFC 4180), newest first, a few hundred lines at a time so that a trail of years needs no memory of
 * its own. Moments are ISO 8601 in UTC. A cell that a spreadsheet would take for a formula begins with an apostrophe:
 * names and notes are written by people, and an export must not act where it is opened.
 * @throws Forbidden before the first chunk
 */
export async function* auditCsv(actor: Actor, filter: AuditFilter): AsyncGenerator<string> {
  let before = filter.before
  for (let isFirst = true; ; isFirst = false) {
    const { entries, older } = await listAuditEntries(actor, { ...filter, before }, CHUNK)
    yield stringify(entries, {
      columns: COLUMNS.map((key) => ({ key })),
      header: isFirst,
      escape_formulas: true,
      record_delimiter: 'windows',
    })
    if (older === null) return
    before = older
  }
}
