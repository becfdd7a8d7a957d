import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { layOver, normalise } from '@/claims/lay-over'
import { comment, dragWords, type Editor, expectSaved, openAs, openClaim, write } from '@/e2e/editor'
import { type OwnServer, ownServer } from '@/e2e/own-server'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { loadTranscript } from '@/transcripts/load-transcript'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { sharedData } from '@/transcripts/shared-data'
import { wordsOf } from '@/transcripts/words'

/**
 * A debate evening replayed: a real transcript of 95 minutes, the 37 claims that fact-checkers rated in it, three editors
 * in three browsers, one of them offline for a while, and a server that is killed twice.
 */

const FILE = 'us-debate-2016-09-26.vtt'
const transcriptFile = sharedData('transcripts', 'youtube-vtt', FILE)
const claimsFile = sharedData('factcheck', 'checked-claims-2016-09-26.json')

const ratedSchema = z.object({
  [FILE]: z.object({
    claims: z.array(z.object({ text: z.string(), claim: z.string(), start: z.number(), end: z.number() })),
  }),
})

type Place = { turn: number; turnId: string; index: number; character: number; last: number }
/** A claim of the evening: its words, and the sentence that its editor types. */
type Rated = { from: Place; to: Place; sentence: string }

async function loadEvening(transcript: string, rated: string) {
  const bytes = readFileSync(transcript)
  const saved = await loadTranscript({
    parsed: parseTranscript({ bytes, fileName: FILE }),
    fileName: FILE,
    contentHash: createHash('sha256').update(bytes).digest('hex'),
  })(await buildMember(db()), {
    title: 'The debate evening',
    slug: `debate-evening-${Date.now()}`,
    happenedOn: '2016-09-26',
    place: '',
    platform: '',
    language: 'en',
    standfirst: '',
    speakers: [{ label: null, name: 'The debate', part: 'guest' }],
    loadAgain: true,
  })
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId: saved.id } },
    orderBy: { position: 'asc' },
  })
  const words = turns.flatMap(({ id, text, wordStarts }, turn) =>
    wordsOf(text).map(({ start, end }, index) => ({
      text: normalise(text.slice(start, end)),
      startMs: wordStarts[index] ?? 0,
      place: { turn, turnId: id, index, character: start, last: end - 1 },
    })),
  )
  const { claims } = ratedSchema.parse(JSON.parse(readFileSync(rated, 'utf8')))[FILE]
  const evening = claims.map(({ text, claim, start, end }, number): Rated => {
    const around = words.filter(({ startMs }) => startMs > (start - 20) * 1000 && startMs < (end + 20) * 1000)
    const { first, last } = layOver(text.split(/\s+/).map(normalise).filter(Boolean), around)
    const [from, to] = [around[first]?.place, around[last]?.place]
    if (!from || !to) throw new Error(`Claim ${number} has no words.`)
    return { from, to, sentence: `${number}: ${claim.replace(/\s+/g, ' ').trim().slice(0, 400)}` }
  })
  return { interviewId: saved.id, evening }
}

if (transcriptFile === null || claimsFile === null)
  test('the debate evening is not replayed: ../shared/data is not here', () =>
    expect(sharedData()).toBeNull())
else {
  let server: OwnServer
  test.beforeAll(async () => {
    server = await ownServer()
  })
  test.afterAll(() => server.kill())

  test('three editors work through 37 claims while one is offline and the server is killed twice, and the record holds what each typed, once', async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const { interviewId, evening } = await loadEvening(transcriptFile, claimsFile)
    expect(evening).toHaveLength(37)
    const [ana, ben, cyd] = await Promise.all(
      ['Ana', 'Ben', 'Cyd'].map((name) =>
        openAs(browser, { name, role: 'editor', address: server.address, interviewId }),
      ),
    )
    if (!ana || !ben || !cyd) throw new Error('Three editors were asked for.')
    const dealt = (place: number) => evening.filter((_, index) => index % 3 === place)
    const restart = async () => {
      await server.kill()
      await server.start()
    }
    const first = evening[0]
    if (!first) throw new Error('There is no claim.')

    await Promise.all([
      work(ana, dealt(0), { 4: restart }),
      work(ben, dealt(1), { 8: restart }),
      work(cyd, dealt(2), {
        2: () => cyd.page.context().setOffline(true),
        6: () => cyd.page.context().setOffline(false),
      }),
    ])
    // Two on one claim, at the same time.
    await Promise.all(
      [ana, ben].map(async ({ page, name }) => {
        await openClaim(page, first.sentence.slice(0, 40))
        await page.getByLabel(name === 'Ana' ? 'What we found' : 'Internal note').fill(found(name))
        await comment(page, remark(name))
      }),
    )
    for (const { page } of [ana, ben, cyd]) await expectSaved(page)

    const claims = await db().claim.findMany({
      where: { interviewId },
      include: { comments: true },
      orderBy: { number: 'asc' },
    })
    // Each claim once, on its words, with the sentence that its own editor typed.
    const record = claims.map((claim) => ({
      by: claim.createdById,
      sentence: claim.claimReviewed,
      to: [claim.lastTurnId, claim.lastWord],
    }))
    const typed = evening.map(({ to, sentence }, index) => ({
      by: [ana, ben, cyd][index % 3]?.memberId ?? null,
      sentence,
      to: [to.turnId, to.index],
    }))
    const inOrder = <One extends { sentence: string }>(list: readonly One[]) =>
      [...list].sort((a, b) => Number.parseInt(a.sentence, 10) - Number.parseInt(b.sentence, 10))
    expect(inOrder(record)).toEqual(typed)
    // And on exactly the words that were marked in that browser, where a mouse may begin a word beside the one it was meant for.
    const marked = new Map([ana, ben, cyd].flatMap(({ flagged }) => [...flagged]))
    for (const { id, firstTurnId, firstWord, lastTurnId, lastWord } of claims)
      expect(marked.get(id)).toEqual({ firstTurnId, firstWord, lastTurnId, lastWord })
    expect(claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1))
    const shared = claims.find(({ claimReviewed }) => claimReviewed === first.sentence)
    expect(shared).toMatchObject({ explanation: found('Ana'), internalNote: found('Ben') })
    expect(shared?.comments.map(({ body }) => body).sort()).toEqual([remark('Ana'), remark('Ben')])
    // Whatever the server said it had done is there.
    const there = new Set(claims.flatMap(({ id, comments }) => [id, ...comments.map((one) => one.id)]))
    for (const { acknowledged } of [ana, ben, cyd])
      expect([...acknowledged].filter((id) => !there.has(id))).toEqual([])
  })
}

const found = (name: string) => `${name} looked it up.`
const remark = (name: string) => `${name} was here.`

/** Flags and words one claim after the other; `between` happens before the claim of that place in the editor's list. */
async function work(
  { page }: Editor,
  claims: readonly Rated[],
  between: Record<number, () => Promise<void>>,
): Promise<void> {
  const happened: Promise<void>[] = []
  for (const [index, { from, to, sentence }] of claims.entries()) {
    const event = between[index]
    // Nobody waits for it: the evening goes on.
    if (event) happened.push(event())
    await dragWords(page, from, { turn: to.turn, character: to.last })
    await page.keyboard.press('f')
    await write(page, sentence)
  }
  await Promise.all(happened)
}
