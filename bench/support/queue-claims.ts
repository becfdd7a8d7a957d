import { STATUSES } from '@/claims/words-of-the-trade'
import { db } from '@/platform/db'
import { member } from './load'

/** Some words of which sentences are made; enough that a search for two of them finds few. */
const WORDS =
  'harbour trees boats budget school bridge winter teachers hospital railway tax wages rent farms river border energy police court flood'.split(
    ' ',
  )
const MEMBERS = 30

/**
 * Puts claims straight into the database, of interviews with a thousand each, worked out and dealt as a desk's are. Made by
 * the database itself: a hundred thousand of them by way of the client would take longer than what is measured.
 * @param from how many are there already; both are whole thousands.
 * @returns a member whose share they have.
 */
export async function fillQueue(from: number, to: number): Promise<{ me: string }> {
  const members: string[] = []
  for (let index = 0; index < MEMBERS; index++)
    members.push((await member(`Member ${from}-${index}`, 'reporter')).id)
  const interviews = [from / 1000, to / 1000 - 1] as const
  await db().$transaction(
    async (tx) => {
      // Neither keys nor triggers are asked about rows that are known to be right.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRawUnsafe(`
        CREATE OR REPLACE FUNCTION pg_temp.said(n bigint) RETURNS text LANGUAGE sql AS $$
          SELECT string_agg(('{${WORDS.join(',')}}'::text[])[1 + (n * (a + 3) + a * a) % ${WORDS.length}], ' ')
          FROM generate_series(0, 11) a $$`)
      await tx.$executeRaw`
        INSERT INTO "Topic" ("id", "slug", "name")
        SELECT uuidv7(), w, w FROM unnest(${WORDS}::text[]) w ON CONFLICT DO NOTHING`
      await tx.$executeRaw`
        INSERT INTO "Interview" ("id", "slug", "title", "nextClaimNumber")
        SELECT uuidv7(), 'bench-' || g, 'Interview ' || g || ' about ' || pg_temp.said(g), 1001
        FROM generate_series(${interviews[0]}::int, ${interviews[1]}::int) g`
      await tx.$executeRaw`
        INSERT INTO "Participant" ("id", "interviewId", "name", "part", "position")
        SELECT uuidv7(), i."id", 'Bo Marsh', 'guest', 0
        FROM generate_series(${interviews[0]}::int, ${interviews[1]}::int) g JOIN "Interview" i ON i."slug" = 'bench-' || g`
      await tx.$executeRaw`
        INSERT INTO "Transcript" ("id", "interviewId", "format", "encoding", "fileName", "contentHash", "wordCount")
        SELECT uuidv7(), i."id", 'press-text', 'utf-8', 'a.txt', md5(i."slug") || md5(i."slug"), 2400
        FROM generate_series(${interviews[0]}::int, ${interviews[1]}::int) g JOIN "Interview" i ON i."slug" = 'bench-' || g`
      await tx.$executeRaw`
        INSERT INTO "Turn" ("id", "transcriptId", "participantId", "position", "text", "wordCount", "wordStarts", "wordEnds",
          "wordEstimated")
        SELECT uuidv7(), t."id", p."id", at, pg_temp.said(g + at), 12, '{}', '{}', '{}'
        FROM generate_series(${interviews[0]}::int, ${interviews[1]}::int) g
        JOIN "Interview" i ON i."slug" = 'bench-' || g JOIN "Transcript" t ON t."interviewId" = i."id"
        JOIN "Participant" p ON p."interviewId" = i."id" CROSS JOIN generate_series(0, 199) at`
      await tx.$executeRaw`
        INSERT INTO "Claim" ("id", "interviewId", "number", "revision", "status", "droppedFrom", "firstTurnId", "firstWord",
          "lastTurnId", "lastWord", "quote", "claimReviewed", "explanation", "verdictKey", "priority", "assigneeId", "dueAt",
          "handedBackAt", "updatedAt", "createdAt")
        SELECT uuidv7(), i."id", n % 1000 + 1, 1, s::"ClaimStatus",
          CASE WHEN s = 'dropped' THEN 'flagged'::"ClaimStatus" END, u."id", n % 8, u."id", 10,
          pg_temp.said(n), pg_temp.said(n + 5) || '.', repeat(pg_temp.said(n), 5),
          CASE WHEN n % 3 > 0 THEN 'false' END,
          (CASE WHEN n % 11 = 0 THEN 'urgent' WHEN n % 7 = 0 THEN 'high' WHEN n % 5 = 0 THEN 'low' ELSE 'normal' END)::"Priority",
          CASE WHEN n % 4 > 0 THEN (${members}::text[])[1 + (n * 7) % ${MEMBERS}::int]::uuid END,
          CASE WHEN n % 3 > 0 THEN now() + (n % 400 - 60) * interval '1 hour' END,
          CASE WHEN n % 29 = 0 THEN now() END,
          now() - ((n * 7919) % 1000000) * interval '1 second', now() - n * interval '1 second'
        FROM generate_series(${from}::bigint, ${to - 1}::bigint) n
        CROSS JOIN LATERAL (SELECT (${[...STATUSES]}::text[])[1 + (n * 13) % 17 % 7] AS s) chosen
        JOIN "Interview" i ON i."slug" = 'bench-' || n / 1000 JOIN "Transcript" t ON t."interviewId" = i."id"
        JOIN "Turn" u ON u."transcriptId" = t."id" AND u."position" = (n * 7) % 200`
      await tx.$executeRaw`
        INSERT INTO "ClaimTopic" ("claimId", "topicId")
        SELECT c."id", o."id" FROM "Claim" c JOIN "Interview" i ON i."id" = c."interviewId"
        JOIN generate_series(${interviews[0]}::int, ${interviews[1]}::int) g ON i."slug" = 'bench-' || g
        JOIN "Topic" o ON o."slug" = (${WORDS}::text[])[1 + (c."number" * 3) % ${WORDS.length}::int]`
    },
    { timeout: 900_000 },
  )
  await db().$executeRawUnsafe('VACUUM ANALYZE')
  return { me: members[7] ?? '' }
}
