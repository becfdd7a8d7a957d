import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { editInterview } from '@/transcripts/edit-interview'
import { interviewHead } from '@/transcripts/queries'
import { expect, test } from './sign-in'

/** One second of silence, 8 kHz, 8 bits. */
const WAV = Buffer.concat([
  Buffer.from(
    'RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x40\x1f\0\0',
    'latin1',
  ),
  Buffer.alloc(8000, 128),
])
/** One grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

test('an editor writes what an interview is, and it stands there after a reload', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { id } = await buildInterview(db())
  await page.goto(`/desk/interviews/${id}/details`)
  await page.getByLabel('Dateline').fill('PORT ANNA')
  await page.getByLabel('By (optional)').fill('Ada Quill\nBen Ode')
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Dateline')).toHaveValue('PORT ANNA')
  expect(await interviewHead(id)).toMatchObject({ bylines: ['Ada Quill', 'Ben Ode'], version: 2 })
})

test('a conflict shows both texts and loses neither, and a reload keeps what was typed', async ({
  page,
  signInAs,
}) => {
  const actor = await signInAs(page, 'reporter')
  const { id, slug, title } = await buildInterview(db())
  await page.goto(`/desk/interviews/${id}/details`)
  await page.getByLabel('Standfirst').fill('What I wrote.')
  await page.reload()
  await expect(page.getByLabel('Standfirst')).toHaveValue('What I wrote.')
  await editInterview(actor, {
    interviewId: id,
    version: 1,
    slug,
    title,
    happenedOn: null,
    place: 'Harbour Hall',
    platform: '',
    language: 'en',
    standfirst: 'What they wrote.',
    dateline: '',
    embargoUntil: null,
    bylines: [],
    contributors: [],
  })
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody else changed this interview' })
  await expect(conflict.getByText('What they wrote.')).toBeVisible()
  await expect(conflict.getByText('What I wrote.')).toBeVisible()
  await conflict.getByRole('button', { name: 'Take theirs' }).last().click()
  await conflict.getByRole('button', { name: /Save what stands/ }).click()
  await expect(conflict).toHaveCount(0)
  expect(await interviewHead(id)).toMatchObject({ standfirst: 'What I wrote.', place: 'Harbour Hall' })
})

test('a recording is kept, and plays from any second', async ({ page, signInAs, baseURL }) => {
  await signInAs(page, 'reporter')
  const { id } = await buildInterview(db())
  await page.goto(`/desk/interviews/${id}/details`)
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'audio/wav', buffer })
  await page.getByLabel('Choose a recording').setInputFiles(file('page.wav', Buffer.from('<!doctype html>')))
  await expect(page.getByRole('alert').filter({ hasText: 'not an audio or video file' })).toBeVisible()
  await page.getByLabel('Choose a recording').setInputFiles(file('talk.wav', WAV))
  await expect(page.getByText('audio/wav')).toBeVisible()
  expect((await interviewHead(id))?.recording).toMatchObject({ bytes: WAV.length, durationMs: 1000 })

  const address = `/api/interviews/${id}/recording`
  const part = await page.request.get(address, { headers: { range: 'bytes=44-143' } })
  expect(part.status()).toBe(206)
  expect(part.headers()['content-range']).toBe(`bytes 44-143/${WAV.length}`)
  expect(Buffer.compare(await part.body(), WAV.subarray(44, 144))).toBe(0)
  expect((await page.request.get(address, { headers: { range: 'bytes=99999-' } })).status()).toBe(416)
  const head = await page.request.head(address)
  expect([head.status(), head.headers()['content-length']]).toEqual([200, String(WAV.length)])
  expect(Buffer.compare(await (await page.request.get(address)).body(), WAV)).toBe(0)

  await page.context().clearCookies()
  for (const kind of ['recording', 'picture', 'word-times'])
    expect((await page.request.get(`/api/interviews/${id}/${kind}`)).status()).toBe(401)
  const origin = { origin: baseURL ?? '' }
  expect((await page.request.put(address, { data: WAV, headers: origin })).status()).toBe(401)
})

test('a picture needs a description before it is kept', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const { id } = await buildInterview(db())
  await page.goto(`/desk/interviews/${id}/details`)
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: PNG })
  await page.getByRole('button', { name: 'Save the picture' }).click()
  await expect(page.getByLabel('Description')).toHaveAccessibleDescription(/Describe the picture/)
  await page.getByLabel('Description').fill('A grey dot')
  await page.getByRole('button', { name: 'Save the picture' }).click()
  await expect(page.getByRole('img', { name: 'A grey dot' })).toBeVisible()
  expect((await interviewHead(id))?.picture).toMatchObject({ width: 1, height: 1, mime: 'image/png' })
})

test('the page of details has no accessibility faults', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const { id } = await buildInterview(db())
  await page.goto(`/desk/interviews/${id}/details`)
  await page.getByText('Edit Ada Quill').click()
  expect((await axe(page).analyze()).violations).toEqual([])
})
