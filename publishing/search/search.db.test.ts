import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { type SearchResults, search } from '@/publishing/search/search'
import { readSearchFilter, type SearchFilter } from '@/publishing/search/search-filter'
import { takeDown } from '@/publishing/take-down'

const ask = (q: string, more: Partial<SearchFilter> = {}, limit = 20) =>
  search({ ...readSearchFilter(new URLSearchParams({ q })), ...more }, { limit })

/** What was found, as "slug claim 1" and "slug turn 0". */
const places = ({ results }: SearchResults) =>
  results.map((one) =>
    one.kind === 'claim'
      ? `${one.claim.slug} claim ${one.claim.claim.number}`
      : `${one.slug} turn ${one.turn}`,
  )
const found = async (q: string, more: Partial<SearchFilter> = {}) => places(await ask(q, more))

let editor: Awaited<ReturnType<typeof buildPublished>>['editor']

beforeAll(async () => {
  const harbour = await buildPublished({
    interview: {
      slug: 'harbour',
      title: 'Harbour hour',
      happenedOn: '2025-03-01',
      turns: [
        { speaker: 'Odile Tansley', text: 'Why the ferry fares, and why the lighthouse?' },
        {
          speaker: 'Corvin Mallaby',
          text: 'Ferry fares have tripled since she took office. A foghorn attack closed the café.',
        },
      ],
    },
    claims: [
      {
        claimReviewed: 'Ferry fares tripled in five years.',
        verdictKey: 'false',
        explanation: 'The **gazette** says otherwise.',
      },
      {
        claimReviewed: 'A foghorn attack closed the harbour office.',
        verdictKey: 'exaggerated',
        words: { turn: 1, from: 8, to: 10 },
      },
    ],
  })
  editor = harbour.editor
  await buildPublished({
    interview: {
      slug: 'paris',
      title: 'Une soirée',
      language: 'fr',
      happenedOn: '2026-01-05',
      turns: [{ speaker: 'Zoé', text: 'Les économies régionales ont triplé, dit-elle, à Tollmère.' }],
    },
    claims: [{ claimReviewed: 'Les économies régionales ont triplé.', words: { turn: 0, from: 0, to: 3 } }],
  })
  await buildPublished({
    interview: {
      slug: 'cairo',
      title: 'مقابلة',
      language: 'ar',
      turns: [{ speaker: 'سالم', text: 'ارتفعت الأسعارُ ثلاث مرات منذ العام الماضي.' }],
    },
    claims: [{ claimReviewed: 'ارتفعت الأسعار ثلاث مرات.', words: { turn: 0, from: 0, to: 3 } }],
  })
  await buildPublished({
    interview: {
      slug: 'tokyo',
      title: '対談',
      language: 'ja',
      turns: [{ speaker: '佐藤', text: '日本経済は去年より強いと言われています。' }],
    },
    claims: [{ claimReviewed: '日本経済は強い。', words: { turn: 0, from: 0, to: 0 } }],
  })
})

describe('the search finds', () => {
  test('checked claims before transcripts, by any form of a word', async () => {
    expect(await found('tripling fare')).toEqual(['harbour claim 1', 'harbour turn 1'])
    expect(await found('foghorn')).toEqual(['harbour claim 2', 'harbour turn 1'])
  })

  test('what was found about a claim, and who said it', async () => {
    expect(await found('gazette')).toEqual(['harbour claim 1'])
    expect((await found('Mallaby fares')).at(0)).toBe('harbour claim 1')
  })

  test('words without their accents, and with them, in each language’s own way', async () => {
    expect(await found('cafe')).toEqual(['harbour turn 1'])
    expect(await found('café')).toEqual(['harbour turn 1'])
    expect(await found('économie')).toEqual(['paris claim 1', 'paris turn 0'])
    expect(await found('Économies Tollmere')).toEqual(['paris turn 0'])
  })

  test('Arabic with and without vowel points, and Japanese within a sentence', async () => {
    expect(await found('الأسعار')).toEqual(['cairo claim 1', 'cairo turn 0'])
    expect(await found('الأسعارُ')).toEqual(['cairo claim 1', 'cairo turn 0'])
    expect(await found('経済')).toEqual(['tokyo claim 1', 'tokyo turn 0'])
    expect(await found('経日')).toEqual([])
  })

  test('phrases in their order only, and leaves out what is ruled out', async () => {
    expect(await found('"foghorn attack"')).toEqual(['harbour claim 2', 'harbour turn 1'])
    expect(await found('"attack foghorn"')).toEqual([])
    expect(await found('foghorn -office')).toEqual([])
    expect(await found('ferry -tripled')).toEqual(['harbour turn 0'])
    expect(await found('-ferry')).toEqual([])
  })

  test('little words beside others, and says of little words alone that they are too common', async () => {
    expect(await found('the foghorn')).toEqual(['harbour claim 2', 'harbour turn 1'])
    expect(await ask('the and')).toMatchObject({ results: [], tooCommon: true })
    expect(await ask('')).toMatchObject({ results: [], tooCommon: false })
  })
})

describe('a slip of the pen', () => {
  test('is understood, and the answer says so', async () => {
    expect(await ask('foghron atack')).toMatchObject({ instead: 'foghorn attack' })
    expect(await found('foghron atack')).toEqual(['harbour claim 2', 'harbour turn 1'])
    expect(await ask('lighthose')).toMatchObject({ instead: 'lighthouse' })
    expect(await ask('الأسعاار')).toMatchObject({ instead: 'الأسعار' })
  })

  test('in quotation marks is what was meant', async () => {
    expect(await ask('"foghron"')).toMatchObject({ instead: null, results: [] })
  })

  test('is not made of a word that something says, nor answered with a word that nothing says now', async () => {
    expect(await ask('ferry gazette')).toMatchObject({ instead: null })
    await db().publishedWord.create({ data: { word: 'zeppelin' } })
    expect(await ask('zepelin')).toMatchObject({ instead: null, results: [] })
  })
})

describe('results', () => {
  test('mark what was asked for and hand out text, never markup', async () => {
    const [first, second] = (await ask('tripling gazette')).results
    expect(second).toBeUndefined()
    if (first?.kind !== 'claim') throw new Error('A claim was to be found.')
    const marked = (parts: { text: string; hit: boolean }[] = []) =>
      parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
    expect(marked(first.sentence.parts)).toBe('Ferry fares [tripled] in five years.')
    expect(marked(first.passage?.parts)).toContain('[tripled]')
    const [japanese] = (await ask('経済')).results
    if (japanese?.kind !== 'claim') throw new Error('A claim was to be found.')
    expect(marked(japanese.sentence.parts)).toBe('日本[経済]は強い。')
  })

  test('are narrowed, and counted within what else is narrowed to', async () => {
    const all = await ask('foghorn')
    expect(all.verdicts.map(({ key, count, label }) => [key, count, label])).toEqual([
      ['exaggerated', 1, 'Exaggerated'],
    ])
    expect(await found('harbour', { verdict: 'false' })).toEqual(['harbour claim 1'])
    expect(await found('harbour', { kind: 'said' })).toEqual([])
    expect(await found('foghorn', { kind: 'said' })).toEqual(['harbour turn 1'])
    expect(await found('foghorn', { to: '2025-02-28' })).toEqual([])
    expect(
      await found('foghorn', { from: '2025-03-01', to: '2025-03-01', challenged: 'unchallenged' }),
    ).toEqual(['harbour claim 2'])
    const narrowed = await ask('harbour', { verdict: 'false' })
    expect(narrowed.verdicts.map(({ key, count }) => [key, count])).toEqual([
      ['exaggerated', 1],
      ['false', 1],
    ])
    expect(narrowed.claims).toEqual({ count: 1, more: false })
  })

  test('come once each, page by page, in either order', async () => {
    for (const sort of ['relevance', 'newest'] as const) {
      const whole = await found('harbour', { sort })
      const seen: string[] = []
      let after: string | null = null
      do {
        const filter = { ...readSearchFilter(new URLSearchParams({ q: 'harbour' })), sort }
        const page: SearchResults = await search(filter, { after, limit: 1 })
        seen.push(...places(page))
        after = page.older
      } while (after)
      expect(seen).toEqual(whole)
    }
  })
})

test('what is not published is not found; what is taken down is found no more, and what is changed is found as it is now', async () => {
  const draft = await buildInterview(db(), {
    turns: [{ speaker: 'Nobody', text: 'A zqcanary sang about zqsecret things.' }],
  })
  await buildClaim(db(), draft, { claimReviewed: 'The zqcanary sang.', words: { turn: 0, from: 0, to: 2 } })
  for (const q of ['zqcanary', 'zqsecret', 'zqcanari', '"a zqcanary"'])
    expect(await ask(q)).toMatchObject({ results: [], instead: null, persons: [], verdicts: [] })

  const page = await buildPublished({
    interview: {
      slug: 'aviary',
      turns: [{ speaker: 'Ida', text: 'The zqfinch sang, and nobody heard it.' }],
    },
    claims: [{ claimReviewed: 'The zqfinch sang.', words: { turn: 0, from: 0, to: 2 } }],
  })
  expect(await found('zqfinch')).toEqual(['aviary claim 1', 'aviary turn 0'])
  await buildClaim(db(), page.interview, {
    claimReviewed: 'The zqwren sang.',
    words: { turn: 0, from: 3, to: 5 },
  })
  expect(await found('zqwren')).toEqual([])
  await db().interview.update({ where: { id: page.interview.id }, data: { title: 'A zqthrush' } })
  await publishBuilt(page.editor, page.interview.id)
  expect(await found('zqthrush')).toEqual(['aviary claim 1'])
  expect(await found('zqwren')).toEqual([])
  await takeDown(editor, { interviewId: page.interview.id, notice: 'Withdrawn.' })
  for (const q of ['zqfinch', 'zqthrush', 'zqfinhc'])
    expect(await ask(q)).toMatchObject({ results: [], instead: null, persons: [] })
})

test('a turn as long as an interview is published and found, in letters with spaces and without', async () => {
  const letters = Array.from({ length: 40_000 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((at * 7919) % 20_000)),
  )
  const words = Array.from({ length: 15_000 }, (_, at) => `zq${at.toString(36)}`)
  const { interview } = await buildPublished({
    interview: {
      slug: 'marathon',
      turns: [
        { speaker: 'Ida', text: letters.join('') },
        { speaker: 'Ida', text: words.join(' ') },
      ],
    },
    claims: [{ claimReviewed: 'A long story.', words: { turn: 1, from: 0, to: 3 } }],
  })
  expect(await found(letters.slice(20_000, 20_004).join(''))).toEqual([`${interview.slug} turn 0`])
  expect(await found(words[12_345] ?? '')).toEqual([`${interview.slug} turn 1`])
})

test('whatever is typed is a question and no SQL, no pattern and no query of PostgreSQL’s own', async () => {
  for (const q of [
    "' OR 1=1 --",
    '\\',
    "a' & !b",
    '!(',
    '<->',
    ':*',
    '%',
    '"',
    '-',
    '\u0000\u0007',
    '&|!',
    '𝒳'.repeat(300),
    'a '.repeat(300),
  ])
    expect((await ask(q)).results.length).toBeLessThan(9)
})
