// Longer than most files: the promises of one recording, which share how files are made and connections broken.

import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { keepFile } from '@/platform/storage'
import { buildInterview } from '@/prisma/factories/interview'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { interviewHead } from '@/transcripts/queries'
import { setRecordingEmbed } from '@/transcripts/set-recording'
import { expect, test } from './sign-in'

/** A WAV of noise, 8 kHz and 8 bits: 8000 bytes a second, no two alike. */
function noise(bytes: number): Buffer {
  const head = Buffer.from(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0',
    'latin1',
  )
  head.writeUInt32LE(36 + bytes, 4)
  head.writeUInt32LE(bytes, 40)
  return Buffer.concat([head, randomBytes(bytes)])
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const MB = 1_000_000
const PARTS = '**/api/interviews/*/uploads/*'

async function details(page: Page): Promise<string> {
  const { id } = await buildInterview(db())
  await page.goto(`/desk/interviews/${id}/details`)
  return id
}
const choose = (page: Page, file: string) => page.getByLabel('Choose a recording').setInputFiles(file)
const kept = (page: Page) => expect(page.getByText('audio/wav')).toBeVisible({ timeout: 60_000 })

/** Lets whole parts through until so many bytes are on the server; then every connection breaks. */
async function breakAfter(page: Page, parts: number): Promise<() => Promise<void>> {
  let passed = 0
  await page.route(PARTS, async (route) => {
    if (route.request().method() !== 'PATCH') return passed >= parts ? route.abort() : route.continue()
    if (passed >= parts) return route.abort('connectionreset')
    passed += 1
    return route.continue()
  })
  return () => page.unroute(PARTS)
}

test('an upload whose connection breaks goes on by itself, and every byte is right', async ({
  page,
  signInAs,
}, info) => {
  await signInAs(page, 'reporter')
  const id = await details(page)
  const file = info.outputPath('talk.wav')
  const bytes = noise(20 * MB)
  await writeFile(file, bytes)
  const mend = await breakAfter(page, 1)
  await choose(page, file)
  await expect(page.getByText('Connection lost, trying again')).toBeVisible()
  expect(await db().recording.count({ where: { interviewId: id } })).toBe(0)
  await mend()
  await kept(page)
  expect((await interviewHead(id))?.recording).toMatchObject({ bytes: bytes.length, durationMs: 2_500_000 })
  expect((await db().recording.findUniqueOrThrow({ where: { interviewId: id } })).fileHash).toBe(
    hashOf(bytes),
  )
})

test('after a reload the same file goes on where it stopped; the page says that it is waiting for it', async ({
  page,
  signInAs,
}, info) => {
  await signInAs(page, 'reporter')
  const id = await details(page)
  const file = info.outputPath('long talk.wav')
  const bytes = noise(20 * MB)
  await writeFile(file, bytes)
  const mend = await breakAfter(page, 1)
  await choose(page, file)
  await expect(page.getByText('Connection lost, trying again')).toBeVisible()
  await mend()
  const offsets: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '')
  })
  await page.reload()
  await expect(page.getByText('“long talk.wav” arrived in part: 8 of 20 MB')).toBeVisible()
  await choose(page, file)
  await kept(page)
  expect(offsets[0]).toBe(String(8 * 1024 * 1024))
  expect((await db().recording.findUniqueOrThrow({ where: { interviewId: id } })).fileHash).toBe(
    hashOf(bytes),
  )
  await expect(page.getByText('arrived in part')).toHaveCount(0)
})

test('an upload can be paused, goes on by the keyboard, and can be given up without a trace', async ({
  page,
  signInAs,
}, info) => {
  await signInAs(page, 'reporter')
  const id = await details(page)
  const file = info.outputPath('talk.wav')
  await writeFile(file, noise(20 * MB))
  const mend = await breakAfter(page, 1)
  await page.getByLabel('Choose a recording').focus()
  await choose(page, file)
  await expect(page.getByText('Connection lost, trying again')).toBeVisible()
  // The button that had the keyboard is gone: the keyboard stays in this place.
  await expect(page.getByRole('group', { name: 'Sending a file' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused()
  await page.getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(page.getByText('Paused. What has arrived is kept.')).toBeVisible()
  expect((await axe(page).analyze()).violations).toEqual([])
  await mend()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByLabel('Choose a recording')).toBeAttached()
  await expect.poll(() => db().upload.count({ where: { interviewId: id } })).toBe(0)
  await choose(page, file)
  await kept(page)
})

test('a file that is no recording, and one that is too large, are refused beside the field', async ({
  page,
  signInAs,
}, info) => {
  await signInAs(page, 'reporter')
  const id = await details(page)
  const file = info.outputPath('film.mp4')
  // Larger than a part, so that the refusal has to arrive while the browser is still sending.
  await writeFile(file, Buffer.concat([Buffer.from('<!doctype html>'), Buffer.alloc(12 * MB, 0x20)]))
  await choose(page, file)
  const alert = page.getByRole('alert').filter({ hasText: 'not an audio or video file' })
  await expect(alert).toBeVisible()
  await page.evaluate(() => {
    Object.defineProperty(File.prototype, 'size', { get: () => 2_000_000_001 })
  })
  await choose(page, file)
  await expect(page.getByRole('alert').filter({ hasText: '“film.mp4” is larger than 2 GB' })).toBeVisible()
  expect(await db().upload.count({ where: { interviewId: id } })).toBe(0)
})

test('an address that plays in somebody’s player, and one that is no address, are refused with the way out', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await details(page)
  await page.getByRole('tab', { name: 'An address' }).click()
  const address = page.getByLabel('Address of the file')
  await address.fill('https://youtu.be/a1B2c3D4e5_')
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(address).toHaveAccessibleDescription(/Use “YouTube or Vimeo”/)
  await page.getByRole('tab', { name: 'YouTube or Vimeo' }).click()
  const video = page.getByLabel('Address of the video’s page')
  await video.fill('https://example.org/clip')
  await page.getByRole('button', { name: 'Use this player' }).click()
  await expect(video).toHaveAccessibleDescription(/not the address of a video on YouTube or Vimeo/)
  expect((await axe(page).analyze()).violations).toEqual([])
})

/** Stands in for every site but ours, and counts what is asked of it. */
async function standIn(page: Page, site: string): Promise<string[]> {
  const asked: string[] = []
  await page.context().route(
    (url) => url.origin !== new URL(site).origin,
    (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>A player</title>' })
    },
  )
  return asked
}

test('an embed loads nothing of the provider’s at the desk until somebody asks for it', async ({
  page,
  signInAs,
  baseURL,
}) => {
  const asked = await standIn(page, baseURL ?? '')
  await signInAs(page, 'reporter')
  const id = await details(page)
  await page.getByRole('tab', { name: 'YouTube or Vimeo' }).click()
  await page
    .getByLabel('Address of the video’s page')
    .fill('https://www.youtube.com/watch?v=a1B2c3D4e5_&t=3s')
  await page.getByRole('button', { name: 'Use this player' }).click()
  const play = page.getByRole('button', { name: 'Play from YouTube' })
  await expect(play).toBeVisible()
  await expect(page.getByText('Loads content from youtube.com')).toBeVisible()
  expect((await interviewHead(id))?.recording?.embed).toEqual({ provider: 'youtube', id: 'a1B2c3D4e5_' })
  expect(asked).toEqual([])
  await play.click()
  await expect(page.frameLocator('iframe').locator('html')).toBeAttached()
  expect(asked).toEqual([expect.stringContaining('https://www.youtube-nocookie.com/embed/a1B2c3D4e5_?')])
})

test('readers load a provider’s player by a click and not before, and a claim’s time leads into it', async ({
  page,
  baseURL,
}) => {
  const asked = await standIn(page, baseURL ?? '')
  const { interview, editor } = await buildPublished()
  await setRecordingEmbed(editor, { interviewId: interview.id, page: 'https://vimeo.com/123456789' })
  await publishBuilt(editor, interview.id, [{ kind: 'update', note: 'A video.', claimNumber: null }])
  const policies: string[] = []
  page.on('response', (response) => {
    if (response.request().isNavigationRequest())
      policies.push(response.headers()['content-security-policy'] ?? '')
  })
  await page.goto(`/interviews/${interview.slug}`)
  expect(policies[0]).toContain('; frame-src https://player.vimeo.com')
  const play = page.getByRole('link', { name: 'Play from Vimeo' })
  await expect(play).toHaveAttribute('href', 'https://vimeo.com/123456789')
  const time = page.locator('.speaker a.time').nth(1)
  const second = new URL((await time.getAttribute('href')) ?? '', baseURL).searchParams.get('t')
  await time.click()
  await expect(play).toBeFocused()
  await expect(play).toHaveAttribute(
    'href',
    `https://vimeo.com/123456789${second === '0' ? '' : `#t=${second}s`}`,
  )
  expect(asked).toEqual([])
  await play.press('Enter')
  await expect(page.locator('.listen iframe')).toBeVisible()
  await expect.poll(() => asked).toHaveLength(1)
  expect(asked[0]).toContain('https://player.vimeo.com/video/123456789?dnt=1&autoplay=1')
  await page.locator('.speaker a.time').first().click()
  await expect.poll(() => asked).toHaveLength(2)
  expect((await axe(page).exclude('iframe').analyze()).violations).toEqual([])

  await page.goto(`/interviews/${interview.slug}/claims/1`)
  await expect(page.getByRole('link', { name: /Play from Vimeo at/ })).toHaveAttribute(
    'href',
    /vimeo\.com\/123456789/,
  )
  expect(asked).toHaveLength(2)
})

test('a page whose recording is our own may frame nobody', async ({ request }) => {
  const { interview } = await buildPublished()
  const policy = (await request.get(`/interviews/${interview.slug}`)).headers()['content-security-policy']
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('frame-src')
})

test('a recording is served by the range, to the desk and to readers, and says what it is', async ({
  page,
  signInAs,
}) => {
  const bytes = noise(3 * MB)
  const { interview, editor } = await buildPublished()
  const { hash } = await keepFile(
    (async function* () {
      yield bytes
    })(),
    10 * MB,
  )
  const recording = { fileHash: hash, mime: 'audio/wav', bytes: bytes.length, durationMs: 375_000 }
  await db().recording.create({ data: { interviewId: interview.id, ...recording } })
  await publishBuilt(editor, interview.id, [{ kind: 'update', note: 'With sound.', claimNumber: null }])
  await signInAs(page, 'reporter')
  const size = bytes.length
  for (const address of [
    `/api/interviews/${interview.id}/recording`,
    `/interviews/${interview.slug}/recording`,
  ]) {
    const ask = async (headers: Record<string, string>) => {
      const answer = await page.request.get(address, { headers })
      return { status: answer.status(), body: await answer.body(), ...answer.headers() } as const
    }
    const part = (from: number, to: number) => ({
      status: 206,
      body: bytes.subarray(from, to + 1),
      'content-length': String(to - from + 1),
      'content-range': `bytes ${from}-${to}/${size}`,
      'content-type': 'audio/wav',
      'accept-ranges': 'bytes',
    })
    const whole = { status: 200, 'content-length': String(size), etag: `"${hash}"` }
    const got = async (headers: Record<string, string>) => {
      const { body, ...rest } = await ask(headers)
      return { ...rest, body: hashOf(body) }
    }
    const expected = ({ body, ...rest }: ReturnType<typeof part>) => ({ ...rest, body: hashOf(body) })
    const wholeGot = { ...whole, body: hashOf(bytes) }

    expect(await got({}), address).toMatchObject(wholeGot)
    expect(await got({ range: 'bytes=0-1' })).toMatchObject(expected(part(0, 1)))
    expect(await got({ range: 'bytes=1000000-' })).toMatchObject(expected(part(1_000_000, size - 1)))
    expect(await got({ range: 'bytes=-500' })).toMatchObject(expected(part(size - 500, size - 1)))
    expect(await got({ range: `bytes=10-${size + 5}` })).toMatchObject(expected(part(10, size - 1)))
    expect(await ask({ range: `bytes=${size}-` })).toMatchObject({
      status: 416,
      'content-range': `bytes */${size}`,
    })
    // Several ranges at once may be ignored (RFC 9110, 14.2), and so is a range of something else.
    expect(await got({ range: 'bytes=0-1,5-6' })).toMatchObject(wholeGot)
    expect(await got({ range: 'bytes=0-9', 'if-range': `"${hash}"` })).toMatchObject(expected(part(0, 9)))
    expect(await got({ range: 'bytes=0-9', 'if-range': '"another"' })).toMatchObject(wholeGot)
    expect(await got({ range: 'bytes=0-9', 'if-range': `W/"${hash}"` })).toMatchObject(wholeGot)
    expect((await ask({ 'if-none-match': `"${hash}"` })).status).toBe(304)
    const head = await page.request.head(address, { headers: { range: 'bytes=5-9' } })
    expect([head.status(), head.headers()['content-length']]).toEqual([206, '5'])
    expect(head.headers()['content-disposition']).toMatch(/^inline; filename="[A-Za-z0-9_-]+\.wav"$/)
    expect(head.headers()['x-content-type-options']).toBe('nosniff')
  }
  const open = await page.request.head(`/interviews/${interview.slug}/recording`)
  expect(open.headers()['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate')
})
