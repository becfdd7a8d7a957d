import pg from 'pg'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { dataFolder } from '@/platform/boot/places.mjs'
import { db, type Prisma } from '@/platform/db'
import { termsOf } from '@/publishing/search/asked'
import { search } from '@/publishing/search/search'
import { readSearchFilter, type SearchFilter } from '@/publishing/search/search-filter'
import { facetsQuery, resultsQuery, spellingsQuery } from '@/publishing/search/statements'
import { askingOf, type Spelling } from '@/publishing/search/tsquery'
import { numbersFrom } from './support/invented'
import { speech } from './support/many-said'
import { ownPostgres } from './support/own-postgres'
import { addPublished } from './support/published-claims'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * How soon readers' search answers over a million published claims and half a million turns, by kind of question: a page of
 * twenty with marks and all counts. Beside it, question for question in turns, the two statements that find and count, sent by
 * the bare driver with their rows thrown away. What is left out between the two is ours: spelling, marks, parsing.
 *
 * The claims are kept in a folder of the benchmark's own: making them takes some minutes.
 */

const [CLAIMS, TURNS] = [1_000_000, 500_000]
const ROUNDS = 40
const A_PAGE = 20

type Kind = { name: string; questions: Partial<SearchFilter>[] }

/** Words as often as they are said: the first are in every few claims, the last in few of a million. */
function kindsOf(): Kind[] {
  const counts = new Map<string, number>()
  for (const word of speech(numbersFrom(11)).words(400_000)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ranked = [...counts]
    .filter(([word]) => word.length > 4)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word)
  const next = numbersFrom(5)
  const one = (from: number, to: number) => ranked[from + Math.floor(next() * (to - from))] ?? 'bado'
  const many = (make: () => Partial<SearchFilter>) => Array.from({ length: ROUNDS }, make)
  const rare = ranked.length - 4000
  const slip = (word: string) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`
  return [
    { name: 'a common word', questions: many(() => ({ q: one(0, 20) })) },
    { name: 'a word', questions: many(() => ({ q: one(300, 3000) })) },
    { name: 'a rare word', questions: many(() => ({ q: one(rare, ranked.length) })) },
    { name: 'two words', questions: many(() => ({ q: `${one(0, 300)} ${one(100, 1000)}` })) },
    { name: 'a phrase', questions: many(() => ({ q: `"${one(0, 100)} ${one(0, 200)}"` })) },
    { name: 'a slip of the pen', questions: many(() => ({ q: slip(one(300, 9000)) })) },
    {
      name: 'a common word, narrowed',
      questions: many(() => ({
        q: one(0, 20),
        verdict: 'false',
        person: `speaker-${Math.floor(next() * 20)}`,
      })),
    },
    { name: 'a word, newest first', questions: many(() => ({ q: one(0, 3000), sort: 'newest' })) },
    {
      name: 'a word in a year',
      questions: many(() => ({ q: one(0, 3000), from: '2019-01-01', to: '2019-12-31' })),
    },
  ]
}

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ??
  Number.NaN

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return performance.now() - from
}

async function statementsOf(filter: SearchFilter): Promise<Prisma.Sql[]> {
  const terms = termsOf(filter.q)
  const { query } = askingOf(terms, await db().$queryRaw<Spelling[]>(spellingsQuery(terms)))
  if (!query) return []
  return [resultsQuery(query, filter, { after: null, limit: A_PAGE + 1 }), facetsQuery(query, filter)]
}

await runBench(async () => {
  const env = await ownPostgres(`${dataFolder()}/bench-search`)
  if ((await db().publishedClaim.count()) !== CLAIMS) {
    console.log(
      `Making ${figure(CLAIMS)} claims and ${figure(TURNS)} turns; they are kept for the next time.`,
    )
    await addPublished(CLAIMS, TURNS)
  }
  const bare = [0, 1].map(() => new pg.Client({ connectionString: env.DATABASE_URL }))
  for (const client of bare) await client.connect()
  beforeEnd(() => Promise.all(bare.map((client) => client.end())))

  const rows: string[][] = []
  const everything: { ours: number[]; raw: number[] } = { ours: [], raw: [] }
  for (const { name, questions } of kindsOf()) {
    const [ours, raw]: [number[], number[]] = [[], []]
    let found = 0
    for (const [at, asked] of questions.entries()) {
      const filter = { ...readSearchFilter(new URLSearchParams()), ...asked }
      const statements = await statementsOf(filter)
      const askBare = () =>
        Promise.all(
          statements.map((statement, index) => bare[index]?.query(statement.text, [...statement.values])),
        )
      const askOurs = async () => {
        const answer = await search(filter, { limit: A_PAGE })
        if (answer.results.length > 0) found += 1
      }
      // Whoever comes second finds the pages warm, so they take turns.
      const [first, second] = at % 2 === 0 ? [askOurs, askBare] : [askBare, askOurs]
      const [a, b] = [await timed(first), await timed(second)]
      ours.push(at % 2 === 0 ? a : b)
      raw.push(at % 2 === 0 ? b : a)
    }
    everything.ours.push(...ours)
    everything.raw.push(...raw)
    rows.push(line(name, ours, raw, `${figure((found / questions.length) * 100)} %`))
    report(name, ours, raw)
  }
  rows.push(line('all', everything.ours, everything.raw, ''))
  report('all', everything.ours, everything.raw)
  console.log(
    `\n${figure(CLAIMS)} claims and ${figure(TURNS)} turns, ${figure(everything.ours.length)} questions (ms)`,
  )
  printTable([['', 'p50', 'p95', 'bare SQL p50', 'bare SQL p95', 'p95 beside bare', 'found'], ...rows])
})

function line(name: string, ours: readonly number[], raw: readonly number[], found: string): string[] {
  return [
    name,
    figure(quantile(ours, 0.5)),
    figure(quantile(ours, 0.95)),
    figure(quantile(raw, 0.5)),
    figure(quantile(raw, 0.95)),
    figure(quantile(ours, 0.95) / quantile(raw, 0.95)),
    found,
  ]
}

function report(kind: string, ours: readonly number[], raw: readonly number[]): void {
  printJson('search', {
    kind,
    claims: CLAIMS,
    turns: TURNS,
    p50Ms: rounded(quantile(ours, 0.5)),
    p95Ms: rounded(quantile(ours, 0.95)),
    bareP50Ms: rounded(quantile(raw, 0.5)),
    bareP95Ms: rounded(quantile(raw, 0.95)),
    ratio: rounded(quantile(ours, 0.95) / quantile(raw, 0.95)),
  })
}
