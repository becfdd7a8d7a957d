import { randomUUID } from 'node:crypto'
import { db } from '@/platform/db'
import { numbersFrom } from './invented'
import { speech } from './many-said'

/**
 * Published claims and turns of many years, put into the tables that lists and search read, straight: invented words between little
 * ones of English whose use falls as Zipf found it. The same on every machine. One in ten is made; the others are that one again in
 * another year's interviews, which leaves every word as frequent as it was. Their indexes are made when all is there.
 */

const [PAGES, BATCH, COPIES] = [8000, 5000, 10]
const VERDICTS = [
  'false',
  'misleading',
  'unsubstantiated',
  'missing-context',
  'exaggerated',
  'disputed',
  'correct',
]
const CHALLENGES = ['unchallenged', 'unchallenged', 'unchallenged', 'unchallenged', 'partly', 'challenged']
const TOPICS = 200
const PERSONS = 2000

const INDEXES = [
  'CREATE INDEX "PublishedClaim_words_idx" ON "PublishedClaim" USING GIN ("words")',
  'CREATE INDEX "PublishedTurn_words_idx" ON "PublishedTurn" USING GIN ("words")',
  'CREATE INDEX "PublishedClaim_topics_idx" ON "PublishedClaim" USING GIN ("topics")',
]

export async function addPublished(claims: number, turns: number): Promise<void> {
  if ((await db().publishedPage.count()) > 0)
    throw new Error(
      'An earlier run was interrupted while it made the claims. Delete the folder, then run it again.',
    )
  const next = numbersFrom(11)
  const talk = speech(next)
  for (const statement of INDEXES)
    await db().$executeRawUnsafe(`DROP INDEX IF EXISTS ${/"[^"]+"/.exec(statement)?.[0] ?? ''}`)
  const pages = await addPages()
  for (let from = 0; from < claims / COPIES; from += BATCH) await addClaims(pages, from, talk, next)
  for (let from = 0; from < turns / COPIES; from += BATCH) await addTurns(pages, from, talk)
  for (let copy = 1; copy < COPIES; copy++) await addCopies(copy)
  console.log('  making the indexes')
  await db().$executeRawUnsafe(`SET maintenance_work_mem = '512MB'`)
  for (const statement of INDEXES) await db().$executeRawUnsafe(statement)
  await db().$executeRaw`
    INSERT INTO "PublishedWord" ("word") SELECT DISTINCT w FROM (
      SELECT unnest(tsvector_to_array(to_tsvector('simple', "text"))) AS w FROM "PublishedTurn" LIMIT 5000000
    ) AS said WHERE length(w) >= 3 ON CONFLICT DO NOTHING`
  await db().$executeRawUnsafe('VACUUM ANALYZE')
}

async function addPages(): Promise<string[]> {
  const ids = Array.from({ length: PAGES }, () => ({ id: randomUUID(), publication: randomUUID() }))
  await db().interview.createMany({
    data: ids.map(({ id }, at) => ({ id, title: `Evening ${at}`, slug: `evening-${at}` })),
  })
  await db().publication.createMany({
    data: ids.map(({ id, publication }, at) => ({
      id: publication,
      interviewId: id,
      number: 1,
      kind: 'first' as const,
      slug: `evening-${at}`,
      snapshot: {},
      card: {},
      snapshotHash: '0'.repeat(64),
    })),
  })
  await db().publishedPage.createMany({
    data: ids.map(({ id, publication }, at) => ({
      interviewId: id,
      publicationId: publication,
      slug: `evening-${at}`,
      title: `Evening ${at}`,
      language: 'en',
      direction: 'ltr',
      firstPublishedAt: momentOf(at / PAGES),
      publishedAt: momentOf(at / PAGES),
      card: {},
    })),
  })
  return ids.map(({ id }) => id)
}

/** Ten years, from the first claim (0) to the last (1). */
const momentOf = (share: number) => new Date(Date.UTC(2016, 0, 1) + share * 10 * 365 * 86_400_000)

type Talk = ReturnType<typeof speech>

async function addClaims(
  pages: readonly string[],
  from: number,
  talk: Talk,
  next: () => number,
): Promise<void> {
  const rows = Array.from({ length: BATCH }, (_, index) => {
    const at = from + index
    const sentence = `${talk.words(8 + (at % 7)).join(' ')}.`
    const quote = talk.words(12 + (at % 14)).join(' ')
    const found = talk.words(30).join(' ')
    const person = Math.floor(PERSONS ** next()) - 1
    const verdict = VERDICTS[at % VERDICTS.length] ?? 'false'
    const topic = `topic-${Math.floor(TOPICS ** next()) - 1}`
    return {
      at,
      page: pages[Math.floor((at / 1_000_000) * PAGES) % PAGES] ?? '',
      sentence,
      quote,
      found,
      claim: JSON.stringify({
        number: at + 1,
        place: null,
        quote,
        prefix: '',
        suffix: '',
        startMs: null,
        endMs: null,
        speaker: { name: `Speaker ${person}`, personSlug: `speaker-${person}`, affiliation: '' },
        appearance: null,
        claimReviewed: sentence,
        verdict: {
          key: verdict,
          label: verdict,
          definition: '',
          icon: verdict,
          colour: verdict,
          ratingValue: null,
          rates: true,
        },
        explanationHtml: `<p>${found}</p>`,
        challenge: { kind: CHALLENGES[at % CHALLENGES.length] ?? 'unchallenged', turn: null, ms: null },
        evidence: [],
        replies: [],
        topics: [{ slug: topic, name: topic }],
        checkId: null,
        checkedAt: momentOf(at / 1_000_000).toISOString(),
      }),
    }
  })
  await db().$executeRaw`
    INSERT INTO "PublishedClaim" ("interviewId", "number", "verdictKey", "rates", "personSlug", "topics", "challenge", "day", "checkedAt", "claim", "words")
    SELECT r.page::uuid, r.at + 1, r.claim->'verdict'->>'key', true, r.claim->'speaker'->>'personSlug', ARRAY[r.claim->'topics'->0->>'slug'],
      r.claim->'challenge'->>'kind', (r.claim->>'checkedAt')::timestamptz::date, (r.claim->>'checkedAt')::timestamptz, r.claim,
      setweight(published_words(r.sentence, 'english'), 'A') || setweight(published_words(r.quote, 'english'), 'B')
        || setweight(published_words(r.claim->'speaker'->>'name', 'english'), 'C') || setweight(published_words(r.found, 'english'), 'D')
    FROM unnest(${rows.map(({ at }) => at)}::int[], ${rows.map(({ page }) => page)}::text[], ${rows.map(({ sentence }) => sentence)}::text[],
      ${rows.map(({ quote }) => quote)}::text[], ${rows.map(({ found }) => found)}::text[], ${rows.map(({ claim }) => claim)}::jsonb[])
      AS r(at, page, sentence, quote, found, claim)`
  if ((from / BATCH) % 20 === 19) console.log(`  ${from + BATCH} claims made`)
}

async function addTurns(pages: readonly string[], from: number, talk: Talk): Promise<void> {
  const rows = Array.from({ length: BATCH }, (_, index) => ({
    at: from + index,
    page: pages[(from + index) % (PAGES / COPIES)] ?? '',
    text: talk.words(10 + ((from + index) % 40)).join(' '),
  }))
  await db().$executeRaw`
    INSERT INTO "PublishedTurn" ("interviewId", "turn", "speaker", "personSlug", "day", "at", "text", "words")
    SELECT r.page::uuid, r.at, 'Speaker', 'speaker-' || r.at % 300, p."publishedAt"::date, p."publishedAt", r.text, published_words(r.text, 'english')
    FROM unnest(${rows.map(({ at }) => at)}::int[], ${rows.map(({ page }) => page)}::text[], ${rows.map(({ text }) => text)}::text[]) AS r(at, page, text)
    JOIN "PublishedPage" AS p ON p."interviewId" = r.page::uuid`
  if ((from / BATCH) % 20 === 19) console.log(`  ${from + BATCH} turns made`)
}

/** What the first tenth of the interviews say, once more in another tenth. */
async function addCopies(copy: number): Promise<void> {
  const years = `${copy} years`
  await db().$executeRaw`
    INSERT INTO "PublishedClaim" ("interviewId", "number", "verdictKey", "rates", "personSlug", "topics", "challenge", "day", "checkedAt", "claim", "words")
    SELECT other."interviewId", c."number", c."verdictKey", c."rates", c."personSlug", c."topics", c."challenge",
      (c."day" + ${years}::interval)::date, c."checkedAt" + ${years}::interval, c."claim", c."words"
    FROM "PublishedPage" AS p JOIN "PublishedPage" AS other ON other."slug" = 'evening-' || substr(p."slug", 9)::int + ${(copy * PAGES) / COPIES}::int
    JOIN "PublishedClaim" AS c ON c."interviewId" = p."interviewId" WHERE substr(p."slug", 9)::int < ${PAGES / COPIES}::int
    ORDER BY c."checkedAt"`
  await db().$executeRaw`
    INSERT INTO "PublishedTurn" ("interviewId", "turn", "speaker", "personSlug", "day", "at", "text", "words")
    SELECT other."interviewId", t."turn", t."speaker", t."personSlug", (t."day" + ${years}::interval)::date, t."at" + ${years}::interval, t."text", t."words"
    FROM "PublishedPage" AS p JOIN "PublishedPage" AS other ON other."slug" = 'evening-' || substr(p."slug", 9)::int + ${(copy * PAGES) / COPIES}::int
    JOIN "PublishedTurn" AS t ON t."interviewId" = p."interviewId" WHERE substr(p."slug", 9)::int < ${PAGES / COPIES}::int
    ORDER BY t."at"`
  console.log(`  ${copy + 1} of ${COPIES} parts made`)
}
