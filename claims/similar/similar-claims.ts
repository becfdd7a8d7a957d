import 'server-only'
import type { z } from 'zod'
import { type AskedWord, questionOf, slipsIn } from '@/claims/similar/question'
import { type Fetched, rankFetched } from '@/claims/similar/rank'
import { similarSchema } from '@/claims/similar/schema'
import type { SimilarClaim, SimilarClaims } from '@/claims/similar/views'
import type { Status } from '@/claims/words-of-the-trade'
import { now } from '@/platform/clock'
import { parseInput } from '@/platform/command'
import { db, Prisma, type Reader } from '@/platform/db'

/** Decision record 0025 says how this came about and what it costs. */

type Asked = z.infer<typeof similarSchema>

/** Claims read and compared for one question: those that say most of its words. */
const COMPARED = 60
/** Claims that spell a word almost as the question does, at most. */
const NEARLY = 40

/**
 * Earlier claims like the words that are asked about, by the same person first.
 * @returns nothing where the words say nothing (a lone "and", no letters at all) or there is no such interview or claim.
 * @throws Invalid
 */
export async function similarClaims(input: unknown, reader: Reader = db()): Promise<SimilarClaims> {
  const asked = parseInput(similarSchema, input)
  const about = await reader.$queryRaw<AboutRow[]>(aboutQuery(asked))
  const first = about[0]
  if (!first) return { samePerson: [], others: [] }
  const question = questionOf(wordsIn(about), first.claims)
  if (!question.rank) return { samePerson: [], others: [] }
  const words = question.words.map(({ word }) => word)
  const terms = { ...first, rank: question.rank, words }
  const found = question.fetch
    ? (await reader.$queryRaw<FoundRow[]>(foundQuery(byWords(question.fetch, question.rank), terms))).map(
        (row) => toFetched(row),
      )
    : []
  const best = rankFetched(found, question.words)
  // Somebody who mistypes one word of ten is understood by the other nine; letters are looked at where words do not lead,
  // and not for an open claim, which nobody waits to be understood.
  const slips =
    best.clear || asked.text === null
      ? []
      : slipsIn(question, first.plain, new Set(found.flatMap(({ matched }) => matched)))
  const nearly: (FoundRow & Fetched)[] = []
  for (const { word, spelt } of slips) {
    const rows = await reader.$queryRaw<FoundRow[]>(foundQuery(byLetters(spelt), terms))
    nearly.push(...rows.map((row) => toFetched(row, word)))
  }
  const { samePerson, others } =
    slips.length === 0 ? best : rankFetched(joined([...found, ...nearly]), question.words)
  return { samePerson: samePerson.map(viewOf), others: others.map(viewOf) }
}

/** One row a claim, with all that any of its rows is nearly. */
function joined(rows: readonly (FoundRow & Fetched)[]): (FoundRow & Fetched)[] {
  const byClaim = new Map<string, FoundRow & Fetched>()
  for (const row of rows) {
    const known = byClaim.get(row.claimId)
    byClaim.set(row.claimId, known ? { ...known, nearly: new Map([...known.nearly, ...row.nearly]) } : row)
  }
  return [...byClaim.values()]
}

function toFetched(row: FoundRow, slip?: string): FoundRow & Fetched {
  return {
    ...row,
    nearly: new Map(slip === undefined ? [] : [[slip, row.score]]),
    days: (now().getTime() - (row.saidAt ?? row.createdAt).getTime()) / 86_400_000,
  }
}

export type AboutRow = {
  plain: string
  personId: string | null
  familyId: string | null
  claims: number
  word: string | null
  share: number
}

export function wordsIn(about: readonly AboutRow[]): AskedWord[] {
  return about.flatMap(({ word, share }) => (word === null ? [] : [{ word, share }]))
}

/**
 * The words of the question with the share of all claims that say each, as the planner's own statistics have it: they name
 * the commonest thousand or so, a word they do not name is rare, and a table without statistics is small.
 */
export function aboutQuery({ interviewId, claimId, turnId, text }: Asked): Prisma.Sql {
  return Prisma.sql`
    WITH about AS MATERIALIZED (
      SELECT COALESCE(${text}::text, c."claimReviewed" || ' ' || c."quote") AS said, i."language",
        COALESCE(c."claimantId", p."personId") AS "personId", COALESCE(c."repeatOfId", c."id") AS "familyId"
      FROM "Interview" AS i
      LEFT JOIN "Claim" AS c ON c."id" = ${claimId}::uuid AND c."interviewId" = i."id"
      LEFT JOIN "Turn" AS t ON t."id" = COALESCE(c."firstTurnId", ${turnId}::uuid)
      LEFT JOIN "Participant" AS p ON p."id" = t."participantId" AND p."interviewId" = i."id"
      WHERE i."id" = ${interviewId}::uuid
    ), shares AS MATERIALIZED (
      SELECT u.word, u.share FROM pg_catalog.pg_stats AS s,
        unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS u(word, share)
      WHERE s.schemaname = 'public' AND s.tablename = 'ClaimWords' AND s.attname = 'words' AND u.word IS NOT NULL
    )
    SELECT claim_plain(about.said) AS "plain", about."personId", about."familyId",
      greatest(0, (SELECT reltuples FROM pg_catalog.pg_class WHERE oid = '"ClaimWords"'::regclass))::int AS "claims",
      w.lexeme AS "word", COALESCE(shares.share, 0)::float8 AS "share"
    FROM about
    LEFT JOIN LATERAL unnest(claim_words(about.said, about."language")) AS w ON true
    LEFT JOIN shares ON shares.word = w.lexeme
    WHERE about.said IS NOT NULL`
}

type FoundRow = Omit<Fetched, 'days' | 'nearly'> & {
  score: number
  interviewId: string
  interviewTitle: string
  number: number
  quote: string
  sentence: string
  verdictLabel: string | null
  verdictIcon: string | null
  verdictColour: string | null
  status: Status
  speaker: string | null
  saidAt: Date | null
  createdAt: Date
  published: boolean
  timesSaid: number
}

/** Claims that say words of the question; twice as many as are compared, because some are dropped or the question's own. */
export function byWords(fetch: string, rank: string): Prisma.Sql {
  return Prisma.sql`SELECT "claimId", ts_rank("words", ${rank}::tsquery) AS score FROM "ClaimWords"
    WHERE "words" @@ ${fetch}::tsquery ORDER BY score DESC, "claimId" LIMIT ${2 * COMPARED}`
}

/** Claims that spell a word almost so (pg_trgm's word similarity, at least 0.6). */
function byLetters(word: string): Prisma.Sql {
  return Prisma.sql`SELECT "claimId", word_similarity(${word}, "plain") AS score FROM "ClaimWords" WHERE ${word}::text <% "plain" LIMIT ${NEARLY}`
}

export type FoundTerms = Pick<AboutRow, 'plain' | 'personId' | 'familyId'> & { words: readonly string[] }

/** Reads whole what was fetched: dropped claims and those that share the asking claim's check left out. */
export function foundQuery(
  fetched: Prisma.Sql,
  { plain, personId, familyId, words }: FoundTerms,
): Prisma.Sql {
  return Prisma.sql`
    WITH fetched AS MATERIALIZED (${fetched}), best AS MATERIALIZED (
      SELECT c.*, COALESCE(c."repeatOfId", c."id") AS "rootId", fetched.score FROM fetched JOIN "Claim" AS c ON c."id" = fetched."claimId"
      WHERE c."status" <> 'dropped' AND (${familyId}::uuid IS NULL OR COALESCE(c."repeatOfId", c."id") <> ${familyId}::uuid)
      ORDER BY fetched.score DESC, c."id" LIMIT ${COMPARED}
    )
    SELECT c."id" AS "claimId", c."rootId", c.score::float8 AS "score", c."interviewId", i."title" AS "interviewTitle", c."number", c."quote",
      r."claimReviewed" AS "sentence", v."label" AS "verdictLabel", v."icon" AS "verdictIcon", v."colour" AS "verdictColour", c."status"::text AS "status",
      COALESCE(p."name", person."name") AS "speaker",
      COALESCE(COALESCE(c."claimantId", p."personId") = ${personId}::uuid, false) AS "samePerson",
      COALESCE(c."appearanceOn", i."happenedOn")::timestamptz AS "saidAt", c."createdAt",
      EXISTS (SELECT 1 FROM "PublishedAppearance" AS a WHERE a."interviewId" = c."interviewId" AND a."number" = c."number") AS "published",
      (1 + (SELECT count(*) FROM "Claim" AS other WHERE other."repeatOfId" = r."id" AND other."status" <> 'dropped'))::int AS "timesSaid",
      ARRAY(SELECT unnest(tsvector_to_array(w."words")) INTERSECT SELECT unnest(${[...words]}::text[])) AS "matched",
      length(w."words") AS "ownWords",
      greatest(similarity(lower(c."quote"), ${plain}), similarity(lower(c."claimReviewed"), ${plain}))::float8 AS "letters"
    FROM best AS c JOIN "ClaimWords" AS w ON w."claimId" = c."id"
    JOIN "Claim" AS r ON r."id" = c."rootId"
    JOIN "Interview" AS i ON i."id" = c."interviewId"
    LEFT JOIN "Verdict" AS v ON v."key" = r."verdictKey"
    LEFT JOIN "Turn" AS t ON t."id" = c."firstTurnId"
    LEFT JOIN "Participant" AS p ON p."id" = t."participantId"
    LEFT JOIN "Person" AS person ON person."id" = c."claimantId"`
}

function viewOf(row: FoundRow): SimilarClaim {
  const { verdictLabel, verdictIcon, verdictColour } = row
  return {
    claimId: row.claimId,
    rootId: row.rootId,
    interviewId: row.interviewId,
    interviewTitle: row.interviewTitle,
    number: row.number,
    quote: row.quote,
    sentence: row.sentence,
    verdict:
      verdictLabel !== null && verdictIcon !== null && verdictColour !== null
        ? { label: verdictLabel, icon: verdictIcon, colour: verdictColour }
        : null,
    status: row.status,
    speaker: row.speaker ?? 'Unnamed speaker',
    saidOn: row.saidAt?.toISOString().slice(0, 10) ?? null,
    published: row.published,
    timesSaid: row.timesSaid,
  }
}
