import 'server-only'
import { QUIET_ACTIONS } from '@/claims/looked-at'
import { dueSpan } from '@/claims/queue/due-days'
import type { QueueFilter, QueueSort } from '@/claims/queue/queue-filter'
import { NO_TURN, type Place } from '@/claims/queue/queue-order'
import { Prisma } from '@/platform/db'
import { likeText } from '@/platform/like'

/** The queue's filter and orders as SQL. `c` is the claim; the order of words also reads its first turn, `t`. */

/** Who asks, when and where: what “me”, “today” and “waits for my look” mean. */
export type Asking = { memberId: string; at: Date; zone: string }

const all = (parts: readonly Prisma.Sql[]) =>
  parts.length === 0 ? Prisma.sql`TRUE` : Prisma.join([...parts], ' AND ')

/** The filter without its statuses: what the counts beside the statuses are taken from. */
export function narrowed(filter: QueueFilter, asking: Asking): Prisma.Sql {
  const parts: Prisma.Sql[] = []
  if (filter.assignee === 'nobody') parts.push(Prisma.sql`c."assigneeId" IS NULL`)
  else if (filter.assignee !== null)
    parts.push(
      Prisma.sql`c."assigneeId" = ${filter.assignee === 'me' ? asking.memberId : filter.assignee}::uuid`,
    )
  if (filter.priorities.length > 0)
    parts.push(Prisma.sql`c."priority" = ANY(${filter.priorities}::text[]::"Priority"[])`)
  if (filter.due !== null) parts.push(dueIs(filter.due, asking))
  if (filter.interviewId !== null) parts.push(Prisma.sql`c."interviewId" = ${filter.interviewId}::uuid`)
  if (filter.verdict === 'none') parts.push(Prisma.sql`c."verdictKey" IS NULL`)
  else if (filter.verdict !== null) parts.push(Prisma.sql`c."verdictKey" = ${filter.verdict}`)
  if (filter.topic !== null)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM "ClaimTopic" ct JOIN "Topic" o ON o."id" = ct."topicId"
      WHERE ct."claimId" = c."id" AND o."slug" = ${filter.topic})`)
  if (filter.challenge !== null) parts.push(Prisma.sql`c."challenge" = ${filter.challenge}::"Challenge"`)
  if (filter.handedBack) parts.push(Prisma.sql`c."handedBackAt" IS NOT NULL`)
  if (filter.needsAnchor) parts.push(Prisma.sql`c."needsAnchor"`)
  if (filter.unseen) parts.push(unseenBy(asking.memberId))
  for (const word of filter.text.split(/\s+/).filter(Boolean)) parts.push(holds(word))
  return all(parts)
}

/** Never looked at, or changed by somebody else since (claims/looks.ts says what counts). */
function unseenBy(memberId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM "ClaimLook" l
    WHERE l."claimId" = c."id" AND l."memberId" = ${memberId}::uuid AND (l."revision" >= c."revision" OR NOT EXISTS (
      SELECT FROM "AuditEntry" e WHERE e."claimId" = c."id" AND e."id" > l."trail"
        AND e."actorId" IS DISTINCT FROM ${memberId}::uuid AND NOT e."action" LIKE ANY (${[...QUIET_ACTIONS]}::text[]))))`
}

/** Every word has to stand somewhere; the index of both texts together serves words of three letters and more. */
function holds(word: string): Prisma.Sql {
  const like = `%${likeText(word)}%`
  return Prisma.sql`(c."claimReviewed" || ' ' || c."quote" ILIKE ${like}
    OR c."interviewId" = ANY(ARRAY(SELECT "id" FROM "Interview" WHERE "title" ILIKE ${like})))`
}

function dueIs(choice: NonNullable<QueueFilter['due']>, { at, zone }: Asking): Prisma.Sql {
  const span = dueSpan(choice, at.toISOString(), zone)
  if (span === null) return Prisma.sql`c."dueAt" IS NULL`
  // What is agreed or dropped is not late.
  if (span.from === null)
    return Prisma.sql`c."dueAt" < ${span.until}::timestamptz AND c."status" NOT IN ('approved', 'dropped')`
  return Prisma.sql`c."dueAt" >= ${span.from}::timestamptz AND c."dueAt" < ${span.until}::timestamptz`
}

/** The whole filter. */
export function matching(filter: QueueFilter, asking: Asking): Prisma.Sql {
  const status =
    filter.statuses.length === 0
      ? Prisma.sql`c."status" <> 'dropped'`
      : Prisma.sql`c."status" = ANY(${filter.statuses}::text[]::"ClaimStatus"[])`
  return Prisma.sql`${status} AND ${narrowed(filter, asking)}`
}

const DUE = Prisma.sql`coalesce(c."dueAt", 'infinity'::timestamptz)`
const RANK = Prisma.sql`(CASE c."priority" WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END)`

type Order = {
  /** Each with the type that its value in a place has. All run the same way, so that a place is one comparison of rows. */
  keys: readonly { sql: Prisma.Sql; type: 'uuid' | 'timestamptz' | 'int'; negated?: true }[]
  falling: boolean
}

const ORDERS: Record<QueueSort, Order> = {
  changed: {
    keys: [
      { sql: Prisma.sql`c."updatedAt"`, type: 'timestamptz' },
      { sql: Prisma.sql`c."id"`, type: 'uuid' },
    ],
    falling: true,
  },
  due: {
    keys: [
      { sql: DUE, type: 'timestamptz' },
      { sql: Prisma.sql`c."id"`, type: 'uuid' },
    ],
    falling: false,
  },
  priority: {
    keys: [
      { sql: RANK, type: 'int' },
      { sql: DUE, type: 'timestamptz' },
      { sql: Prisma.sql`c."id"`, type: 'uuid' },
    ],
    falling: false,
  },
  // The newest interview first: ids grow with time. What rises within it is turned round.
  words: {
    keys: [
      { sql: Prisma.sql`c."interviewId"`, type: 'uuid' },
      { sql: Prisma.sql`-coalesce(t."position", ${NO_TURN}::int)`, type: 'int', negated: true },
      { sql: Prisma.sql`-coalesce(c."firstWord", 0)`, type: 'int', negated: true },
      { sql: Prisma.sql`-c."number"`, type: 'int', negated: true },
    ],
    falling: true,
  },
  oldest: {
    keys: [
      { sql: Prisma.sql`c."createdAt"`, type: 'timestamptz' },
      { sql: Prisma.sql`c."id"`, type: 'uuid' },
    ],
    falling: false,
  },
}

/** ORDER BY without its words. @param backwards from the end to the start. */
export function orderBy(sort: QueueSort, backwards: boolean): Prisma.Sql {
  const { keys, falling } = ORDERS[sort]
  const way = falling === backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return Prisma.join(
    keys.map(({ sql }) => Prisma.sql`${sql} ${way}`),
    ', ',
  )
}

/** What lies beyond a place, seen in the direction of reading. */
export function beyond(sort: QueueSort, place: Place, backwards: boolean): Prisma.Sql {
  const { keys, falling } = ORDERS[sort]
  const values = keys.map(({ type, negated }, index) => {
    const value = place[index] ?? null
    const read = negated && typeof value === 'number' ? -value : value
    if (type === 'int') return Prisma.sql`${read}::int`
    return type === 'uuid' ? Prisma.sql`${read}::uuid` : Prisma.sql`${read}::timestamptz`
  })
  const left = Prisma.join(
    keys.map(({ sql }) => sql),
    ', ',
  )
  const right = Prisma.join(values, ', ')
  return falling === backwards ? Prisma.sql`(${left}) > (${right})` : Prisma.sql`(${left}) < (${right})`
}

/** The turn that the order of words asks for; other orders read no turn. */
export function turnOf(sort: QueueSort): Prisma.Sql {
  return sort === 'words' ? Prisma.sql`LEFT JOIN "Turn" t ON t."id" = c."firstTurnId"` : Prisma.empty
}
