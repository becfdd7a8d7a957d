import 'server-only'
import { MOST_AT_ONCE } from '@/claims/queue/change-schema'
import { filterOfQuery, PRESETS, type QueueFilter } from '@/claims/queue/queue-filter'
import { type Place, type Placed, placeOf, writePlace } from '@/claims/queue/queue-order'
import { type Asking, beyond, matching, narrowed, orderBy, turnOf } from '@/claims/queue/queue-sql'
import type { QueueChoices, QueueCounts, QueueLine, QueuePage, SavedFilterView } from '@/claims/queue/views'
import { type Priority, STATUSES, type Status } from '@/claims/words-of-the-trade'
import type { Actor } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { now } from '@/platform/clock'
import { db, Prisma, type Reader } from '@/platform/db'

const PAGE_SIZE = 50
/** Most interviews that the filter offers, newest first; older ones are reached from their own pages. */
const MOST_INTERVIEWS = 500

type Row = Omit<QueueLine, 'assignee' | 'verdict' | 'dueAt' | 'handedBackAt'> & {
  dueAt: Date | null
  handedBackAt: Date | null
  updatedAt: Date
  createdAt: Date
  turn: number | null
  firstWord: number | null
  verdictLabel: string | null
  verdictIcon: string | null
  verdictColour: string | null
  assigneeId: string | null
  assigneeName: string | null
}

/** What a row shows, for claims whose ids the list `page` holds. One statement; no claim is read whole. */
const LINE = Prisma.sql`
  c."id", c."interviewId", i."title" AS "interviewTitle", c."number", c."claimReviewed", left(c."quote", 300) AS "quote",
  coalesce(p."name", w."name", '') AS "speaker", c."startMs", c."status", c."priority", c."dueAt", c."handedBackAt",
  c."needsAnchor", c."challenge", c."updatedAt", c."createdAt", t."position" AS "turn", c."firstWord",
  v."label" AS "verdictLabel", v."icon" AS "verdictIcon", v."colour" AS "verdictColour",
  c."assigneeId", a."name" AS "assigneeName",
  ARRAY(SELECT o."name" FROM "ClaimTopic" ct JOIN "Topic" o ON o."id" = ct."topicId"
    WHERE ct."claimId" = c."id" ORDER BY o."name") AS "topics"`
const JOINED = Prisma.sql`
  JOIN "Claim" c ON c."id" = page."id"
  JOIN "Interview" i ON i."id" = c."interviewId"
  LEFT JOIN "Turn" t ON t."id" = c."firstTurnId"
  LEFT JOIN "Participant" p ON p."id" = t."participantId"
  LEFT JOIN "Person" w ON w."id" = c."claimantId"
  LEFT JOIN "Verdict" v ON v."key" = c."verdictKey"
  LEFT JOIN "Member" a ON a."id" = c."assigneeId"`

function lineOf(row: Row): QueueLine {
  const { verdictLabel: label, verdictIcon: icon, verdictColour: colour, assigneeId, assigneeName } = row
  return {
    id: row.id,
    interviewId: row.interviewId,
    interviewTitle: row.interviewTitle,
    number: row.number,
    claimReviewed: row.claimReviewed,
    quote: row.quote,
    speaker: row.speaker,
    startMs: row.startMs,
    status: row.status,
    priority: row.priority,
    dueAt: row.dueAt?.toISOString() ?? null,
    handedBackAt: row.handedBackAt?.toISOString() ?? null,
    needsAnchor: row.needsAnchor,
    challenge: row.challenge,
    verdict: label !== null && icon !== null && colour !== null ? { label, icon, colour } : null,
    assignee: assigneeId !== null && assigneeName !== null ? { id: assigneeId, name: assigneeName } : null,
    topics: row.topics,
    matches: row.matches,
  }
}

function placedOf(row: Row): Placed {
  const moment = (date: Date) => date.toISOString()
  return {
    id: row.id,
    interviewId: row.interviewId,
    number: row.number,
    priority: row.priority satisfies Priority,
    dueAt: row.dueAt && moment(row.dueAt),
    updatedAt: moment(row.updatedAt),
    createdAt: moment(row.createdAt),
    turn: row.turn,
    firstWord: row.firstWord,
  }
}

/** This member, now, in the newsroom's zone. */
export async function askingAs(actor: Actor): Promise<Asking> {
  const { timeZone } = await readSettings()
  return { memberId: actor.id, at: now(), zone: timeZone }
}

/** From where a page reads; `start` is the beginning of the queue. */
export type PageAt = { start: true } | { after: Place } | { before: Place }

/** The statement of a page: one claim more than it shows, to know whether there is another page. */
export function pageStatement(filter: QueueFilter, at: PageAt, asking: Asking, size = PAGE_SIZE): Prisma.Sql {
  const backwards = 'before' in at
  const place = 'after' in at ? at.after : 'before' in at ? at.before : null
  const from = place ? Prisma.sql`AND ${beyond(filter.sort, place, backwards)}` : Prisma.empty
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT c."id" FROM "Claim" c ${turnOf(filter.sort)}
      WHERE ${matching(filter, asking)} ${from}
      ORDER BY ${orderBy(filter.sort, backwards)} LIMIT ${size + 1})
    SELECT ${LINE}, TRUE AS "matches" FROM page ${JOINED} ORDER BY ${orderBy(filter.sort, backwards)}`
}

/** One page of the queue. Claims that nobody moved in its order are on exactly one page, however many others change. */
export async function queuePage(
  filter: QueueFilter,
  at: PageAt,
  asking: Asking,
  { size = PAGE_SIZE, reader = db() }: { size?: number; reader?: Reader } = {},
): Promise<QueuePage> {
  const backwards = 'before' in at
  const place = 'after' in at ? at.after : 'before' in at ? at.before : null
  const rows = await reader.$queryRaw<Row[]>`${pageStatement(filter, at, asking, size)}`
  const more = rows.length > size
  const shown = rows.slice(0, size)
  if (backwards) shown.reverse()
  const [first, last] = [shown.at(0), shown.at(-1)]
  const write = (row: Row | undefined) => (row ? writePlace(placeOf(filter.sort, placedOf(row))) : null)
  return {
    lines: shown.map(lineOf),
    before: (backwards ? more : place !== null) ? write(first) : null,
    after: (backwards ? true : more) ? write(last) : null,
  }
}

/** Rows of certain claims as they stand now, in no order, each saying whether the filter still holds it. */
export async function queueLines(
  ids: readonly string[],
  filter: QueueFilter,
  asking: Asking,
): Promise<QueueLine[]> {
  const rows = await db().$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (SELECT unnest(${[...ids]}::text[]::uuid[]) AS "id")
    SELECT ${LINE}, (${matching(filter, asking)}) AS "matches" FROM page ${JOINED}`
  return rows.map(lineOf)
}

/** Ids of what the filter holds, in its order, at most `MOST_AT_ONCE`. */
export async function matchingClaims(filter: QueueFilter, asking: Asking): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Claim" c ${turnOf(filter.sort)} WHERE ${matching(filter, asking)}
    ORDER BY ${orderBy(filter.sort, false)} LIMIT ${MOST_AT_ONCE}`
  return rows.map((row) => row.id)
}

/** All counts in one statement, so that they are of one moment. */
export function countsStatement(
  filter: QueueFilter,
  saved: readonly SavedFilterView[],
  asking: Asking,
): Prisma.Sql {
  const count = (key: string, one: QueueFilter) =>
    Prisma.sql`SELECT ${key} AS "key", count(*)::int AS "count" FROM "Claim" c WHERE ${matching(one, asking)}`
  const parts = [
    Prisma.sql`SELECT 'status:' || c."status"::text AS "key", count(*)::int AS "count"
      FROM "Claim" c WHERE ${narrowed(filter, asking)} GROUP BY c."status"`,
    Prisma.sql`SELECT 'any', (EXISTS (SELECT 1 FROM "Claim"))::int`,
    ...PRESETS.map((preset) => count(`preset:${preset.key}`, preset.filter)),
    ...saved.map((one) => count(`saved:${one.id}`, filterOfQuery(one.query))),
  ]
  return Prisma.join(parts, ' UNION ALL ')
}

/** How many claims stand where. */
export async function queueCounts(
  filter: QueueFilter,
  saved: readonly SavedFilterView[],
  asking: Asking,
  reader: Reader = db(),
): Promise<QueueCounts> {
  const rows = await reader.$queryRaw<
    { key: string; count: number }[]
  >`${countsStatement(filter, saved, asking)}`
  const counted = new Map(rows.map((row) => [row.key, row.count]))
  const of = (key: string) => counted.get(key) ?? 0
  const statuses: Record<Status, number> = {
    flagged: of('status:flagged'),
    researching: of('status:researching'),
    awaitingReply: of('status:awaitingReply'),
    inReview: of('status:inReview'),
    approved: of('status:approved'),
    held: of('status:held'),
    dropped: of('status:dropped'),
  }
  const chosen = filter.statuses.length > 0 ? filter.statuses : STATUSES.filter((one) => one !== 'dropped')
  return {
    statuses,
    matching: chosen.reduce((sum, status) => sum + statuses[status], 0),
    presets: Object.fromEntries(PRESETS.map(({ key }) => [key, of(`preset:${key}`)])),
    saved: Object.fromEntries(saved.map(({ id }) => [id, of(`saved:${id}`)])),
    any: of('any') > 0,
  }
}

/** What the filter's lists offer. */
export async function queueChoices(filter: QueueFilter, reader: Reader = db()): Promise<QueueChoices> {
  const [members, interviews, verdicts, topics] = await Promise.all([
    reader.member.findMany({
      where: { deactivatedAt: null },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    reader.interview.findMany({
      select: { id: true, title: true },
      orderBy: { createdAt: 'desc' },
      take: MOST_INTERVIEWS,
    }),
    reader.verdict.findMany({ select: { key: true, label: true }, orderBy: { position: 'asc' } }),
    reader.topic.findMany({ select: { slug: true, name: true }, orderBy: { name: 'asc' } }),
  ])
  const asked = filter.interviewId
  if (asked !== null && !interviews.some((one) => one.id === asked)) {
    const older = await reader.interview.findUnique({
      where: { id: asked },
      select: { id: true, title: true },
    })
    if (older) interviews.push(older)
  }
  return { members, interviews, verdicts, topics }
}
