import { execFileSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { GET as picture } from '@/app/preview/[token]/picture/route'
import { GET as recording } from '@/app/preview/[token]/recording/route'
import { GET as page } from '@/app/preview/[token]/route'
import type { Actor } from '@/newsroom/roles'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'
import { keepFile } from '@/platform/storage'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt } from '@/prisma/factories/publication'
import { createPreviewLink } from '@/publishing/preview-link/create-preview-link'
import { previewLinks } from '@/publishing/preview-link/queries'
import { withdrawPreviewLink } from '@/publishing/preview-link/withdraw-preview-link'

// Pages name the built stylesheet and scripts.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })

const DAY = 24 * 60 * 60_000
let editor: Actor
beforeAll(async () => {
  editor = await buildMember(db(), { role: 'editor' })
})
const clocks: (() => void)[] = []
afterEach(() => {
  for (const back of clocks.splice(0)) back()
})

/** A draft with a picture and a recording, and the token of a link to it. */
async function shared(over: { days?: number; by?: Actor } = {}) {
  const interview = await buildInterview(db(), { title: 'A draft about trees' })
  const claim = await buildClaim(db(), interview, { writers: [(await buildMember(db())).id] })
  await approveBuilt(editor, claim.id)
  const file = async (text: string) => (await keepFile(Readable.from([Buffer.from(text)]), 1000)).hash
  await db().interview.update({
    where: { id: interview.id },
    data: {
      picture: {
        create: {
          fileHash: await file('the picture'),
          mime: 'image/png',
          width: 2,
          height: 2,
          alt: 'A tree',
          caption: '',
        },
      },
      recording: { create: { fileHash: await file('the recording'), mime: 'audio/mpeg', bytes: 13 } },
    },
  })
  const { by = editor, days = 1 } = over
  const made = await createPreviewLink(by, { interviewId: interview.id, label: 'Counsel', days })
  return { interview, path: made.path, token: made.path.replace('/preview/', '') }
}

const GETS = { page, picture, recording }
type Part = keyof typeof GETS
const ask = (part: Part, token: string, init?: RequestInit) =>
  GETS[part](new Request(`http://localhost:3000/preview/${token}`, init), {
    params: Promise.resolve({ token }),
  })

async function answersNothing(token: string) {
  const wrong = await (await ask('page', 'A'.repeat(43))).text()
  for (const part of ['page', 'picture', 'recording'] as const) {
    const answer = await ask(part, token)
    expect(answer.status, part).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await answer.text(), part).toBe(wrong)
  }
}

test('a link shows the draft as it would be published now, with its picture and its recording', async () => {
  const { interview, token } = await shared()
  const answer = await ask('page', token)
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain('>A draft about trees</h1>')
  expect(text).toContain('id="claim-1"')
  expect(text).toContain('<strong>Preview.</strong>')
  expect(text).not.toContain('/desk')
  expect(text).not.toMatch(new RegExp(`/interviews/${interview.slug}/(picture|recording)`))
  expect(text).toContain(`/preview/${token}/recording`)
  expect(text).toContain(`/preview/${token}/picture`)
  expect(await (await ask('picture', token)).text()).toBe('the picture')
  const part = await ask('recording', token, { headers: { range: 'bytes=4-' } })
  expect([part.status, await part.text()]).toEqual([206, 'recording'])
  await db().interview.update({ where: { id: interview.id }, data: { title: 'Another headline' } })
  expect(await (await ask('page', token)).text()).toContain('Another headline')
})

test('nothing keeps an answer, lists it, or learns of it from a link in it', async () => {
  const { token } = await shared()
  for (const part of ['page', 'picture', 'recording'] as const)
    expect(Object.fromEntries((await ask(part, token)).headers), part).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
  expect(await (await ask('page', token)).text()).toContain('<meta name="robots" content="noindex"/>')
})

test('the desk sees who made it, how often it was read, and ends it at once', async () => {
  const { interview, token } = await shared()
  for (const part of ['page', 'page', 'picture', 'recording'] as const) await ask(part, token)
  await ask('page', token, { method: 'HEAD' })
  const [link] = (await previewLinks(editor, interview.id)).links
  expect(link).toMatchObject({
    label: 'Counsel',
    by: editor.name,
    state: 'open',
    seen: 2,
    seenAt: expect.any(String),
  })
  await expect(withdrawPreviewLink(await buildMember(db()), { linkId: link?.id })).rejects.toThrow(Forbidden)
  await withdrawPreviewLink(editor, { linkId: link?.id })
  await answersNothing(token)
  expect((await previewLinks(editor, interview.id)).links).toMatchObject([
    { state: 'ended', why: 'Withdrawn', seen: 2 },
  ])
  await expect(withdrawPreviewLink(editor, { linkId: link?.id })).rejects.toThrow(Conflict)
  const trail = await db().auditEntry.findMany({
    where: { interviewId: interview.id, action: { startsWith: 'preview.' } },
    orderBy: { id: 'asc' },
  })
  expect(trail.map(({ action }) => action)).toEqual(['preview.shared', 'preview.withdrawn'])
})

test('it ends at its time, and with its maker’s right to make one', async () => {
  const { token, interview } = await shared({ days: 2 })
  clocks.push(moveClock(2 * DAY - 60_000))
  expect((await ask('page', token)).status).toBe(200)
  clocks.push(moveClock(61_000))
  await answersNothing(token)
  expect((await previewLinks(editor, interview.id)).links).toMatchObject([{ why: 'Ran out' }])

  const leaver = await buildMember(db(), { role: 'editor' })
  const second = await shared({ by: leaver })
  await db().member.update({ where: { id: leaver.id }, data: { role: 'reporter' } })
  await answersNothing(second.token)
  await db().member.update({ where: { id: leaver.id }, data: { role: 'editor', deactivatedAt: new Date() } })
  await answersNothing(second.token)
})

test('a token that opens nothing is answered alike, whatever is wrong with it', async () => {
  const { token } = await shared()
  for (const wrong of [
    '',
    'x',
    `${token}a`,
    token.slice(1),
    token.toLowerCase().padEnd(43, 'z'),
    '%00',
    "' OR 1=1",
  ])
    if (wrong !== token) await answersNothing(wrong)
})

test('only its hash is kept', async () => {
  const { token, interview } = await shared()
  const rows = [
    await db().previewLink.findMany({ where: { interviewId: interview.id } }),
    await db().auditEntry.findMany({
      where: { interviewId: interview.id },
      select: { before: true, after: true, subject: true },
    }),
  ]
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a reporter makes none, and none lasts longer than a month', async () => {
  const { interview } = await shared()
  const wanted = { interviewId: interview.id, label: 'Counsel', days: 30 }
  await expect(createPreviewLink(await buildMember(db()), wanted)).rejects.toThrow(Forbidden)
  await expect(createPreviewLink(editor, { ...wanted, days: 31 })).rejects.toThrow(Invalid)
  await expect(createPreviewLink(editor, { ...wanted, days: 0 })).rejects.toThrow(Invalid)
  await expect(createPreviewLink(editor, { ...wanted, label: ' ' })).rejects.toThrow(Invalid)
  await createPreviewLink(editor, wanted)
})

test('one address may not ask without an end', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.77' }
  const { token } = await shared()
  await ask('page', token, { headers })
  await db().$executeRaw`UPDATE rate_limits SET points = 5000 WHERE key LIKE 'preview:%'`
  const answer = await ask('page', token, { headers })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('page', token, { headers: { 'x-forwarded-for': '192.0.2.78' } })).status).toBe(200)
})
