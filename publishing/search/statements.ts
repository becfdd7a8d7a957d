import 'server-only'
import { Prisma } from '@/platform/db'
import type { ListFilter } from '@/publishing/list-filter'
import { filterSql } from '@/publishing/published-claims'
import type { Term } from '@/publishing/search/asked'
import type { ResultKey } from '@/publishing/search/search-cursor'
import type { SearchFilter, Sort } from '@/publishing/search/search-filter'

/** The search's statements, apart from what is made of their answers, so that the benchmark can send them bare. */

/**
 * Of what is found, the newest this many claims and as many turns are looked at: put in order, counted, and shown. A common word
 * is said by half of everything; nobody reads on to there, and reading it all would take seconds.
 */
export const CANDIDATES = 1000

/** Each term as each dictionary spells it that a published interview is stemmed by. */
export function spellingsQuery(terms: readonly Term[]): Prisma.Sql {
  return Prisma.sql`
    WITH dictionaries AS MATERIALIZED (
      SELECT DISTINCT claim_dictionary("language") AS dictionary FROM (SELECT DISTINCT "language" FROM "PublishedPage") AS spoken
    )
    SELECT (asked.place - 1)::int AS "term", dictionary::text AS "dictionary", found.lexeme AS "lexeme", found.positions::int[] AS "positions"
    FROM unnest(${terms.map((term) => term.text)}::text[]) WITH ORDINALITY AS asked(said, place) CROSS JOIN dictionaries
    LEFT JOIN LATERAL unnest(published_words(asked.said, dictionary)) AS found ON true
    ORDER BY "term", "dictionary"`
}

type Narrowing = Pick<SearchFilter, 'from' | 'to'>

function days({ from, to }: Narrowing): Prisma.Sql {
  return Prisma.sql`${from ? Prisma.sql`c."day" >= ${from}::date` : Prisma.sql`TRUE`} AND ${to ? Prisma.sql`c."day" <= ${to}::date` : Prisma.sql`TRUE`}`
}

/** The newest claims that say it. */
function claimsSql(query: string, filter: ListFilter & Narrowing): Prisma.Sql {
  return Prisma.sql`
    SELECT c."interviewId", c."number", c."checkedAt" AS "at", c."verdictKey", c."personSlug", c."topics", c."challenge", c."words"
    FROM "PublishedClaim" AS c WHERE c."words" @@ ${query}::tsquery AND ${filterSql(filter)} AND ${days(filter)}
    ORDER BY c."checkedAt" DESC, c."interviewId" DESC, c."number" DESC LIMIT ${CANDIDATES}`
}

/** The newest turns that say it; none where only claims can be what is asked for. */
function saidSql(query: string, filter: ListFilter & Narrowing): Prisma.Sql {
  const { verdict, topic, challenged, person } = filter
  return Prisma.sql`
    SELECT c."interviewId", c."turn" AS "number", c."at", c."personSlug", c."words"
    FROM "PublishedTurn" AS c WHERE ${verdict || topic || challenged ? Prisma.sql`FALSE` : Prisma.sql`TRUE`}
      AND c."words" @@ ${query}::tsquery AND ${person ? Prisma.sql`c."personSlug" = ${person}` : Prisma.sql`TRUE`} AND ${days(filter)}
    ORDER BY c."at" DESC, c."interviewId" DESC, c."turn" DESC LIMIT ${CANDIDATES}`
}

/** Words of the check's sentence weigh most, then of the quote, of speaker, topics and title, of what was found. */
const score = (words: Prisma.Sql, query: string) =>
  Prisma.sql`(1000 * ts_rank_cd('{0.1, 0.2, 0.5, 1}', ${words}, ${query}::tsquery, 1))::int`

/** A page of results in their order, with how many there are of either kind (at most `CANDIDATES`). */
export function resultsQuery(
  query: string,
  filter: SearchFilter,
  { after, limit }: { after: ResultKey | null; limit: number },
): Prisma.Sql {
  const { kind } = filter
  return Prisma.sql`
    WITH claims AS MATERIALIZED (${claimsSql(query, filter)}), said AS MATERIALIZED (${saidSql(query, filter)}),
    ranked AS (
      SELECT 'claim' AS "kind", "interviewId", "number", "at", ${score(Prisma.sql`"words"`, query)} AS "score" FROM claims
        WHERE ${kind === 'said' ? Prisma.sql`FALSE` : Prisma.sql`TRUE`}
      UNION ALL
      SELECT 'said', "interviewId", "number", "at", ${score(Prisma.sql`"words"`, query)} FROM said
        WHERE ${kind === 'claim' ? Prisma.sql`FALSE` : Prisma.sql`TRUE`}
    ), page AS (SELECT * FROM ranked WHERE ${beyond(filter.sort, after)} ORDER BY ${order(filter.sort)} LIMIT ${limit})
    SELECT page.*, (SELECT count(*)::int FROM claims) AS "claims", (SELECT count(*)::int FROM said) AS "turns",
      p."slug", p."title", p."language", p."direction", p."publishedAt", c."claim", t."text", t."speaker", t."personSlug", t."startMs", t."day"
    FROM page JOIN "PublishedPage" AS p ON p."interviewId" = page."interviewId"
    LEFT JOIN "PublishedClaim" AS c ON page."kind" = 'claim' AND c."interviewId" = page."interviewId" AND c."number" = page."number"
    LEFT JOIN "PublishedTurn" AS t ON page."kind" = 'said' AND t."interviewId" = page."interviewId" AND t."turn" = page."number"
    ORDER BY ${order(filter.sort, Prisma.sql`page.`)}`
}

function order(sort: Sort, of = Prisma.empty): Prisma.Sql {
  const score = sort === 'relevance' ? Prisma.sql`${of}"score" DESC, ` : Prisma.empty
  return Prisma.sql`${score}${of}"at" DESC, ${of}"kind" DESC, ${of}"interviewId" DESC, ${of}"number" DESC`
}

function beyond(sort: Sort, after: ResultKey | null): Prisma.Sql {
  if (!after) return Prisma.sql`TRUE`
  const { at, kind, interviewId, number, score } = after
  const rest = Prisma.sql`${at}::timestamptz, ${kind}::text, ${interviewId}::uuid, ${number}::int`
  return sort === 'relevance'
    ? Prisma.sql`("score", "at", "kind", "interviewId", "number") < (${score}::int, ${rest})`
    : Prisma.sql`("at", "kind", "interviewId", "number") < (${rest})`
}

/** How many of the newest `CANDIDATES` there are by each thing that narrows, each within what else is narrowed to. */
export function facetsQuery(query: string, filter: SearchFilter): Prisma.Sql {
  const { from, to, verdict, person, topic, challenged } = filter
  const none = Prisma.sql`TRUE`
  const by = {
    verdict: verdict ? Prisma.sql`"verdictKey" = ${verdict}` : none,
    person: person ? Prisma.sql`"personSlug" = ${person}` : none,
    topic: topic ? Prisma.sql`"topics" @> ARRAY[${topic}]::text[]` : none,
    challenged: challenged ? Prisma.sql`"challenge" = ${challenged}` : none,
  }
  const all = (left: keyof typeof by) =>
    Prisma.join(
      Object.entries(by).flatMap(([name, part]) => (name === left ? [] : [part])),
      ' AND ',
    )
  return Prisma.sql`
    WITH claims AS MATERIALIZED (${claimsSql(query, { from, to })}), said AS MATERIALIZED (${saidSql(query, { from, to })}),
    counts AS (
      SELECT 'verdict' AS "facet", "verdictKey" AS "key", count(*)::int AS "count" FROM claims WHERE ${all('verdict')} GROUP BY 2
      UNION ALL SELECT 'challenged', "challenge", count(*)::int FROM claims WHERE ${all('challenged')} GROUP BY 2
      UNION ALL (SELECT 'topic', topic, count(*)::int FROM claims, unnest("topics") AS topic WHERE ${all('topic')} GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT 12)
      UNION ALL (SELECT 'person', "personSlug", count(*)::int FROM (
          SELECT "personSlug" FROM claims WHERE ${all('person')}
          UNION ALL SELECT "personSlug" FROM said WHERE ${verdict || topic || challenged ? Prisma.sql`FALSE` : none}
        ) AS persons WHERE "personSlug" IS NOT NULL GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT 12)
      UNION ALL SELECT 'all', 'claim', count(*)::int FROM claims
      UNION ALL SELECT 'all', 'said', count(*)::int FROM said
    )
    SELECT "facet", "key", "count", COALESCE(v.verdict->>'label', p."name", o."name") AS "label",
      v.verdict->>'icon' AS "icon", v.verdict->>'colour' AS "colour"
    FROM counts
    LEFT JOIN LATERAL (SELECT "claim"->'verdict' AS verdict FROM "PublishedClaim" WHERE "facet" = 'verdict' AND "verdictKey" = "key"
      ORDER BY "checkedAt" DESC LIMIT 1) AS v ON "facet" = 'verdict'
    LEFT JOIN LATERAL (SELECT "name" FROM "PublishedPerson" WHERE "facet" = 'person' AND "slug" = "key" ORDER BY "at" DESC LIMIT 1) AS p ON "facet" = 'person'
    LEFT JOIN LATERAL (SELECT "name" FROM "PublishedTopic" WHERE "facet" = 'topic' AND "slug" = "key" ORDER BY "at" DESC LIMIT 1) AS o ON "facet" = 'topic'
    ORDER BY "count" DESC, "key"`
}

/** Which of the given words, as texts spell them, are what was asked for: `spelt` and `tags` side by side. */
export function marksQuery(
  lexemes: readonly string[],
  spelt: readonly string[],
  tags: readonly string[],
): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT one.spelt AS "spelt" FROM unnest(${[...spelt]}::text[], ${[...tags]}::text[]) AS one(spelt, tag)
    WHERE tsvector_to_array(published_words(one.spelt, claim_dictionary(one.tag))) && ${[...lexemes]}::text[]`
}
