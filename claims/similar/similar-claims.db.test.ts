import { beforeAll, describe, expect, test } from 'vitest'
import { similarClaims } from '@/claims/similar/similar-claims'
import type { SimilarClaims } from '@/claims/similar/views'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { type BuildTurn, buildInterview } from '@/prisma/factories/interview'
import { countWords } from '@/transcripts/words'

/** An interview in which each line is a claim, word for word. */
async function said(
  lines: readonly string[],
  { language = 'en', speaker = 'Bo Marsh' }: { language?: string; speaker?: string } = {},
) {
  const turns: BuildTurn[] = lines.map((text) => ({ speaker, text }))
  const interview = await buildInterview(db(), { language, turns })
  const ids: string[] = []
  for (const [turn, text] of lines.entries()) {
    const to = countWords(text) - 1
    ids.push((await buildClaim(db(), interview, { words: { turn, from: 0, to }, claimReviewed: '' })).id)
  }
  return { ...interview, claims: ids, personId: interview.persons[speaker] ?? '' }
}

const all = ({ samePerson, others }: SimilarClaims) => [...samePerson, ...others]
const idsOf = (found: SimilarClaims) => all(found).map(({ claimId }) => claimId)

let english: Awaited<ReturnType<typeof said>>
let asking: Awaited<ReturnType<typeof said>>
const ask = (text: string, over: object = {}) => similarClaims({ interviewId: asking.id, text, ...over })

beforeAll(async () => {
  english = await said([
    'We planted nine million trees last year.',
    'Unemployment in this county has never been lower.',
    'The bridge over the Fenmouth cost four billion crowns.',
    'Crime doubled in every town along the coast.',
  ])
  asking = await said(['Good evening to all of you.'], { speaker: 'Ada Quill' })
})

describe('what was said before is found', () => {
  test('in other forms of the same words', async () => {
    const found = await ask('they were planting millions of trees')
    expect(idsOf(found)[0]).toBe(english.claims[0])
  })

  test('with its words misspelt', async () => {
    expect(idsOf(await ask('unemploymant never lower'))).toContain(english.claims[1])
    expect(idsOf(await ask('Unenployment'))).toContain(english.claims[1])
  })

  test('by the sentence that was checked as well as by the quote', async () => {
    await db().claim.update({
      where: { id: english.claims[3] ?? '' },
      data: { claimReviewed: 'Burglaries rose twofold in coastal municipalities.' },
    })
    expect(idsOf(await ask('burglaries in municipalities'))).toEqual([english.claims[3]])
  })

  test('by the same person first, whoever said it better', async () => {
    const again = await said(['Nine million trees were planted, I say.'], { speaker: 'Cy Dunn' })
    const turnId = again.turns[0]
    const later = await said(['Something else entirely about fishing boats.'], { speaker: 'Cy Dunn' })
    await db().participant.updateMany({
      where: { interviewId: later.id },
      data: { personId: again.personId },
    })
    const found = await similarClaims({
      interviewId: later.id,
      turnId: later.turns[0],
      text: 'We planted nine million trees last year.',
    })
    expect(found.samePerson.map(({ claimId }) => claimId)).toEqual(again.claims)
    expect(found.others[0]?.claimId).toBe(english.claims[0])
    expect(turnId).toBeDefined()
  })

  test.each([
    [
      'de',
      'Die Arbeitslosigkeit ist in den Städten gesunken.',
      'in der Stadt sinkt die Arbeitslosigkeit: gesunken',
    ],
    ['fr', 'Nous avons planté des milliers d’arbres près de la gare.', 'planter des arbres près des gares'],
    ['ar', 'انخفضت البطالة في جميع المدن الساحلية.', 'البطالة انخفضت في المدينة الساحلية'],
    ['zh', '我们去年种了九百万棵树。', '去年种了九百万棵树'],
    ['ja', '失業率は過去最低になりました。', '失業率が過去最低'],
    ['ru', 'Безработица в нашем городе снизилась вдвое.', 'безработицу снизили в городах вдвое'],
    ['sw', 'Tulipanda miti milioni tisa mwaka jana.', 'miti milioni tisa tulipanda'],
  ])('in %s', async (language, line, question) => {
    const there = await said([line], { language })
    const other = await said(['x y z'], { language, speaker: 'Ada Quill' })
    const found = await similarClaims({ interviewId: other.id, text: question })
    expect(idsOf(found)).toContain(there.claims[0])
  })

  test('where an interview turns out to be in another language', async () => {
    const there = await said(['Die Häuser wurden versteigert.'], { language: 'en' })
    await db().interview.update({ where: { id: there.id }, data: { language: 'de' } })
    const other = await said(['eins zwei'], { language: 'de' })
    expect(
      idsOf(await similarClaims({ interviewId: other.id, text: 'versteigerte Haus Häusern' })),
    ).toContain(there.claims[0])
  })
})

describe('what does not belong is left out', () => {
  test('the claim that asks, and all that share its check', async () => {
    const lines = [
      'Harbour fees tripled under the old council.',
      'Harbour fees tripled, fees tripled under that council.',
    ]
    const here = await said(lines)
    const [root = '', repeat = ''] = here.claims
    expect(idsOf(await similarClaims({ interviewId: here.id, claimId: root }))).toEqual([repeat])
    await db().claim.update({ where: { id: repeat }, data: { repeatOfId: root } })
    for (const claimId of here.claims)
      expect(idsOf(await similarClaims({ interviewId: here.id, claimId }))).toEqual([])
    const [found] = all(await ask('harbour fees tripled under the council'))
    expect(found).toMatchObject({ rootId: root, timesSaid: 2 })
  })

  test('dropped claims', async () => {
    const here = await said(['Ferries sank seventeen times in winter.'])
    await db().claim.update({
      where: { id: here.claims[0] ?? '' },
      data: { status: 'dropped', droppedFrom: 'flagged' },
    })
    expect(idsOf(await ask('ferries sank seventeen times'))).toEqual([])
  })
})

test.each([
  ['nothing', ''],
  ['only little words', 'and it is what it was, and not'],
  ['only signs', `!?… "'\\ -- ); DROP TABLE "Claim"; & | ! :* <->`],
  ['unbalanced quotes', `''' \\' "trees' | 'million`],
  ['half a surrogate pair', 'trees \ud83c'.toWellFormed()],
  ['a text without end', 'trees '.repeat(20_000)],
  ['letters without end', `${'a'.repeat(5000)} ${'树'.repeat(3000)}`],
  ['points upon points', 'ا\u064b\u064b\u064b'.repeat(300)],
])('a question of %s is answered', async (_what, text) => {
  const found = await ask(text)
  expect(all(found).length).toBeLessThanOrEqual(8)
})

test('a quote of five hundred words is kept and found by some of them', async () => {
  const line = Array.from({ length: 500 }, (_, at) => `word${at}`).join(' ')
  const here = await said([line])
  expect(idsOf(await ask('word17 word230 word401 word402'))).toContain(here.claims[0])
  expect(idsOf(await similarClaims({ interviewId: here.id, claimId: here.claims[0] }))).toEqual([])
})

test('a question about an interview that is not there finds nothing', async () => {
  expect(all(await similarClaims({ interviewId: english.claims[0], text: 'trees' }))).toEqual([])
})
