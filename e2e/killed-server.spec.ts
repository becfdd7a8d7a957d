import type { Page } from '@playwright/test'
import {
  addSource,
  comment,
  type Editor,
  expectSaved,
  flagSentence,
  openAs,
  openClaim,
  waitingActs,
} from '@/e2e/editor'
import { type OwnServer, ownServer } from '@/e2e/own-server'
import { randomFrom } from '@/e2e/random'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

const EDITORS = ['Ana', 'Ben', 'Cyd'] as const
const KILLS = 4
const SHARED = 'The harbour was never as full.'
/** Each editor has turns of their own to flag, and one that two of them share. */
const TURNS = [
  { speaker: 'Ada Quill', text: 'Good evening and welcome.' },
  { speaker: 'Bo Marsh', text: 'We planted nine million trees last year.' },
  ...EDITORS.flatMap((name) =>
    [1, 2, 3].map((number) => ({
      speaker: 'Bo Marsh',
      text: `The ${name} quay carried ${number} million tons of grain.`,
    })),
  ),
]

let server: OwnServer

test.beforeAll(async () => {
  server = await ownServer()
})
test.afterAll(() => server.kill())

test('while the server is killed and started again, what three people type is accepted once or shown as a conflict, and nothing is missing', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const seed = Number(process.env.CLAIMLINE_SEED ?? Date.now() % 1_000_000)
  test.info().annotations.push({ type: 'seed', description: String(seed) })
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const interview = await buildInterview(db(), { turns: TURNS })
  const claim = await buildClaim(db(), interview, {
    claimReviewed: SHARED,
    status: 'researching',
    explanation: '',
  })
  const editors = await Promise.all(
    EDITORS.map((name) =>
      openAs(browser, { name, role: 'editor', address: server.address, interviewId: interview.id }),
    ),
  )

  let working = true
  const done = Promise.all(editors.map((editor, index) => work(editor, index, random))).finally(() => {
    working = false
  })
  for (let kill = 0; kill < KILLS && working; kill += 1) {
    const editor = editors[Math.floor(random() * editors.length)]
    // In the middle of a request.
    if (editor) await Promise.race([actionOf(editor.page), done])
    await server.kill()
    await server.start()
  }
  await done

  const shared = await Promise.all(editors.map((editor) => settle(editor)))
  await expectRecord(interview.id, claim.id, editors, shared)
})

/** The next thing that this page asks of the server. */
async function actionOf(page: Page): Promise<void> {
  await page.waitForRequest((request) => 'next-action' in request.headers(), { timeout: 0 })
}

const sentence = (name: string, number: number) => `${name} writes sentence ${number}.`
const remark = (name: string, number: number) => `${name} says ${number}.`
const source = (name: string, number: number) => `${name} found register ${number}`
const ownField = (name: string) => `Only ${name} writes here.`
const sameField = (name: string) => `${name} explains it.`

/** What one editor does: three flags of their own, and on the claim of all a comment, a source, a field and the same field. */
async function work({ page, name }: Editor, index: number, random: () => number): Promise<void> {
  for (const number of [1, 2, 3]) {
    await flagSentence(page, 2 + index * 3 + number - 1, 0, sentence(name, number))
    await openClaim(page, new RegExp(SHARED))
    const steps = [
      () => comment(page, remark(name, number)),
      () => addSource(page, source(name, number)),
      ...(number === 2 && index === 0 ? [() => page.getByLabel('Internal note').fill(ownField(name))] : []),
      ...(number === 3 ? [() => page.getByLabel('What we found').fill(sameField(name))] : []),
    ]
    for (const step of steps.sort(() => random() - 0.5)) await step()
  }
}

/** Waits until all is with the server, or stands beside a colleague's text. @returns this editor's text in conflict. */
async function settle({ page, name }: Editor): Promise<'saved' | 'conflict'> {
  const line = page.getByRole('status').filter({ hasText: /^(Saved|Not saved: A colleague)/ })
  await expect(line).toBeVisible({ timeout: 40_000 })
  // A conflict is said before anything else: what waits beside it is seen in the browser's storage.
  await expect.poll(() => waitingActs(page), { timeout: 40_000 }).toBe(0)
  if ((await line.textContent()) === 'Saved') return 'saved'
  await openClaim(page, new RegExp(SHARED))
  await expect(page.getByText(sameField(name)).last()).toBeVisible()
  return 'conflict'
}

async function expectRecord(
  interviewId: string,
  claimId: string,
  editors: readonly Editor[],
  shared: readonly ('saved' | 'conflict')[],
): Promise<void> {
  const claims = await db().claim.findMany({
    where: { interviewId },
    include: { evidence: true, comments: true },
    orderBy: { number: 'asc' },
  })
  const one = claims.find(({ id }) => id === claimId)
  const of = (list: readonly string[]) => [...list].sort()
  // Typed: each once, and no more than what was typed.
  expect(of(claims.filter(({ id }) => id !== claimId).map((claim) => claim.claimReviewed))).toEqual(
    of(editors.flatMap(({ name }) => [1, 2, 3].map((number) => sentence(name, number)))),
  )
  expect(claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1))
  expect(of(one?.comments.map(({ body }) => body) ?? [])).toEqual(
    of(editors.flatMap(({ name }) => [1, 2, 3].map((number) => remark(name, number)))),
  )
  expect(of(one?.evidence.map(({ title }) => title).filter((title) => / found /.test(title)) ?? [])).toEqual(
    of(editors.flatMap(({ name }) => [1, 2, 3].map((number) => source(name, number)))),
  )
  expect(one?.internalNote).toBe(ownField('Ana'))
  // Of one field: who saw no conflict was accepted once; who did has both texts before them, and nothing of theirs was taken.
  expect(editors.map(({ name }) => sameField(name))).toContain(one?.explanation)
  const accepted = await db().auditEntry.findMany({ where: { claimId, action: 'claim.revised' } })
  const times = (text: string) => accepted.filter(({ after }) => JSON.stringify(after).includes(text)).length
  expect(times(ownField('Ana'))).toBe(1)
  for (const [index, { page, name }] of editors.entries()) {
    expect(times(sameField(name))).toBe(shared[index] === 'saved' ? 1 : 0)
    if (shared[index] === 'saved') continue
    await expect(page.getByText(sameField(name)).last()).toBeVisible()
    await expect(page.getByText(one?.explanation ?? '').first()).toBeVisible()
  }
  // Acknowledged: each is there.
  const there = new Set(
    claims.flatMap((claim) => [
      claim.id,
      ...claim.evidence.map(({ id }) => id),
      ...claim.comments.map(({ id }) => id),
    ]),
  )
  const acknowledged = editors.flatMap((editor) => [...editor.acknowledged])
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
}

test('the page that the server left says so, and goes on by itself once it is back', async ({ browser }) => {
  await server.start()
  const interview = await buildInterview(db(), { turns: TURNS })
  const { page } = await openAs(browser, {
    name: 'Dee',
    role: 'reporter',
    address: server.address,
    interviewId: interview.id,
  })
  await server.kill()
  await flagSentence(page, 2, 0, 'Typed while it was gone.')
  await expect(page.getByText('Offline, 2 changes waiting').first()).toBeVisible()
  await server.start()
  await expectSaved(page)
  expect(await db().claim.findMany({ where: { interviewId: interview.id } })).toMatchObject([
    { number: 1, claimReviewed: 'Typed while it was gone.' },
  ])
})
