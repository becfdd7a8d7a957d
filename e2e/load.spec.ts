import { createHash, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { CAPTIONS_ONCE, CAPTIONS_ROLLING, PRESS, PRESS_TIMED, SRT, VOICES, WHISPER } from './load-samples'
import { expect, test } from './sign-in'

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content)
  await page.goto('/desk/interviews/new')
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

/** A file of these words that no other test has: the mark is a word of its last line. */
function unique(content: string): { content: string; mark: string } {
  const mark = `mark${randomUUID().slice(0, 8)}`
  return { content: content.replace(/(early|herring|twice|late|begin|six)/g, mark), mark }
}

async function save(page: Page, title = `Harbour talk ${randomUUID().slice(0, 8)}`): Promise<string> {
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Save as a new interview' }).click()
  await page.waitForURL(/\/desk\/interviews\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

async function stored(interviewId: string) {
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId } },
    orderBy: { position: 'asc' },
    include: { participant: true },
  })
  return turns.map((turn) => ({
    speaker: turn.participant?.name ?? null,
    text: turn.text,
    startMs: turn.startMs,
  }))
}

const loadsOf = (bytes: string | Buffer) =>
  db().transcript.count({ where: { contentHash: createHash('sha256').update(bytes).digest('hex') } })

test.describe('every kind of transcript is loaded through the page', () => {
  for (const [kind, name, sample, words, speakers] of [
    ['captions with voices', 'voices.vtt', VOICES, 19, ['Orla Finch', 'Tam Brook']],
    ['automatic captions', 'once.vtt', CAPTIONS_ONCE, 26, []],
    ['rolling captions', 'rolling.vtt', CAPTIONS_ROLLING, 26, []],
    ['SubRip', 'talk.srt', SRT, 17, ['Orla', 'Tam']],
    ['Whisper', 'talk.json', WHISPER, 8, []],
    ['press text', 'press.txt', PRESS, 36, ['Orla Finch', 'Tam Brook']],
    ['press text with times', 'timed.md', PRESS_TIMED, 15, ['Orla Finch', 'Tam Brook']],
  ] as const)
    test(kind, async ({ page, signInAs }) => {
      await signInAs(page, 'reporter')
      const { content, mark } = unique(sample)
      await choose(page, name, content)
      await expect(page.getByRole('heading', { name })).toBeFocused()
      const id = await save(page)
      const turns = await stored(id)
      const text = turns.map((turn) => turn.text).join(' ')
      expect(text.split(' ')).toHaveLength(words)
      expect(text).toContain(mark)
      expect([...new Set(turns.map((turn) => turn.speaker))].filter(Boolean).sort()).toEqual(
        [...speakers].sort(),
      )
    })
})

test('pasted text loads like a file', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const { content, mark } = unique(PRESS_TIMED)
  await page.goto('/desk/interviews/new')
  await page.getByRole('tab', { name: 'Pasted text' }).click()
  await page.getByLabel('Transcript', { exact: true }).fill(content)
  await page.getByRole('button', { name: 'Read this text' }).click()
  const id = await save(page)
  expect((await stored(id))[0]).toEqual({ speaker: 'Orla Finch', text: `Shall we ${mark}?`, startMs: 5000 })
})

test('UTF-16 is read as it was written', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const { content, mark } = unique(VOICES)
  await choose(page, 'wide.vtt', Buffer.from(`\ufeff${content}`, 'utf16le'))
  await expect(page.getByText('UTF-16LE')).toBeVisible()
  expect((await stored(await save(page))).map((turn) => turn.text).join(' ')).toContain(mark)
})

const PICTURE = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000002800000016808060000', 'hex'),
  Buffer.alloc(2000, 7),
])

for (const [what, name, content, sentence] of [
  ['a picture called captions', 'talk.vtt', PICTURE, /PNG/],
  ['an empty file', 'talk.srt', Buffer.alloc(0), /is empty/],
  ['a thirty-megabyte line', 'line.txt', Buffer.alloc(30_000_000, 'a'), /may have 25 MB/],
  ['a twenty-megabyte line', 'line.vtt', Buffer.alloc(20_000_000, 'b'), /A line of this file is longer/],
  ['a shopping list', 'list.json', Buffer.from('{"eggs": 6}'), /looks like JSON with “eggs”/],
  ['cut JSON', 'cut.json', Buffer.from('{"segments": [{"start": 0, "end"'), /line 1.*cut off/],
] as const)
  test(`${what} is refused in words and nothing is stored`, async ({ page, signInAs }) => {
    await signInAs(page, 'reporter')
    await choose(page, name, content)
    const said = page.getByRole('alert').or(page.getByRole('list', { name: 'Problems in the file' }))
    await expect(said.filter({ hasText: sentence })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('button', { name: 'Save as a new interview' })).toHaveCount(0)
    expect(await loadsOf(content)).toBe(0)
  })

test('a name given twice is one participant, and the part is the editor’s', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await choose(page, 'voices.vtt', unique(VOICES).content)
  const name = `Mina Vale ${randomUUID().slice(0, 6)}`
  await page.getByLabel('Name of Orla Finch').fill(name)
  await page.getByLabel('Part of Orla Finch').selectOption('moderator')
  await page.getByLabel('Name of Tam Brook').fill(name)
  await expect(page.getByText('One participant with Orla Finch.')).toBeVisible()
  const id = await save(page)
  const participants = await db().participant.findMany({ where: { interviewId: id } })
  expect(participants).toMatchObject([{ name, part: 'moderator' }])
})

test('a known person is linked, and said so before', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const name = `Known Nell ${randomUUID().slice(0, 6)}`
  const earlier = await buildInterview(db(), { turns: [{ speaker: name, text: 'I was here before.' }] })
  await choose(page, 'voices.vtt', unique(VOICES).content)
  await page.getByLabel('Name of Tam Brook').fill(name)
  await expect(page.getByLabel('Name of Tam Brook')).toHaveAccessibleDescription(/Known here/)
  const id = await save(page)
  const participant = await db().participant.findFirst({ where: { interviewId: id, name } })
  expect(participant?.personId).toBe(earlier.persons[name])
})

test('a taken address is refused beside its field, and what was typed stays', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const { slug } = await buildInterview(db())
  await choose(page, 'voices.vtt', unique(VOICES).content)
  await page.getByLabel('Title').fill('The pier, again')
  await expect(page.getByLabel('Address')).toHaveValue('the-pier-again')
  await page.getByLabel('Address').fill(slug)
  await page.getByLabel('Place (optional)').fill('Harbour Hall')
  await page.getByRole('button', { name: 'Save as a new interview' }).click()
  await expect(page.getByLabel('Address')).toBeFocused()
  await expect(page.getByLabel('Address')).toHaveAccessibleDescription(/Another interview has this address/)
  await expect(page.getByLabel('Place (optional)')).toHaveValue('Harbour Hall')
  await page.getByLabel('Address').fill(`${slug}-again`)
  await page.getByRole('button', { name: 'Save as a new interview' }).click()
  await page.waitForURL(/\/desk\/interviews\/[0-9a-f-]{36}$/)
})

test('a file loaded before is asked about once', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter', 'Ines Earlier')
  const { content } = unique(VOICES)
  await choose(page, 'voices.vtt', content)
  const title = `First load ${randomUUID().slice(0, 8)}`
  await save(page, title)
  await choose(page, 'renamed.vtt', content)
  await expect(page.getByText('This file was loaded before')).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await page.getByRole('button', { name: 'Save as a new interview' }).click()
  await expect(page.getByLabel('Load it again')).toBeFocused()
  expect(await loadsOf(content)).toBe(1)
  await page.getByLabel('Load it again').check()
  await save(page)
  expect(await loadsOf(content)).toBe(2)
})

test('when the server cannot be reached, what was typed is still there, also after a reload', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { content } = unique(VOICES)
  await choose(page, 'voices.vtt', content)
  await page.getByLabel('Standfirst').fill('A night on the pier.')
  await page.route('**/api/interviews', (route) => route.abort())
  await page.getByRole('button', { name: 'Save as a new interview' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be reached' })).toBeVisible()
  await expect(page.getByLabel('Standfirst')).toHaveValue('A night on the pier.')
  await page.unroute('**/api/interviews')
  await choose(page, 'voices.vtt', content)
  await expect(page.getByLabel('Standfirst')).toHaveValue('A night on the pier.')
  await save(page)
})

test('another reading of the file keeps the names already given', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await choose(page, 'timed.md', unique(PRESS_TIMED).content)
  await page.getByLabel('Name of Tam Brook').fill('Thomas Brook')
  await page.getByLabel('Read the file as').selectOption({ label: 'Text without times' })
  await expect(page.getByLabel('Read the file as')).toHaveValue('press-text')
  await page.getByLabel('Read the file as').selectOption({ label: 'Text with times' })
  await expect(page.getByLabel('Name of Tam Brook')).toHaveValue('Thomas Brook')
})

test('loading works with the keyboard alone', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await page.goto('/desk/interviews/new')
  await page.getByRole('tab', { name: 'File' }).focus()
  // A key pressed before the page's script runs is lost, as it is for people; they press it again.
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(page.getByRole('tab', { name: 'Pasted text' })).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Transcript', { exact: true })).toBeFocused()
  await page.keyboard.insertText(unique(PRESS_TIMED).content)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'pasted.txt' })).toBeFocused()
  await page.getByLabel('Title').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(`By keyboard ${randomUUID().slice(0, 8)}`)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/interviews\/[0-9a-f-]{36}$/)
})

for (const address of ['/api/transcripts/preview', '/api/interviews'])
  test(`${address} refuses a visitor and another site`, async ({ page, signInAs, baseURL }) => {
    const multipart = {
      decisions: '{}',
      file: { name: 'voices.vtt', mimeType: 'text/vtt', buffer: Buffer.from(unique(VOICES).content) },
    }
    const own = { origin: baseURL ?? '' }
    const visitor = await page.request.post(address, { multipart, headers: own })
    expect(visitor.status()).toBe(401)
    await signInAs(page, 'admin')
    const other = await page.request.post(address, { multipart, headers: { origin: 'https://evil.example' } })
    expect(other.status()).toBe(403)
    const none = await page.request.post(address, { multipart })
    expect(none.status()).toBe(403)
    const home = await page.request.post(address, { multipart, headers: own })
    expect([200, 422]).toContain(home.status())
    expect(await loadsOf(multipart.file.buffer)).toBe(0)
  })

test('the pages of loading have no accessibility faults', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await buildInterview(db())
  await page.goto('/desk/interviews')
  await expect(page.getByRole('heading', { name: 'Interviews' })).toBeVisible()
  expect((await axe(page).analyze()).violations).toEqual([])
  await choose(page, 'voices.vtt', unique(VOICES).content)
  await expect(page.getByRole('heading', { name: 'voices.vtt' })).toBeVisible()
  expect((await axe(page).analyze()).violations).toEqual([])
})
