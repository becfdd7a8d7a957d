import { readFile } from 'node:fs/promises'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { exportFormats } from '@/transcripts/exports/registry'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { expect, test } from './sign-in'

const starts = (from: number, count: number) => Array.from({ length: count }, (_, nth) => from + nth * 400)
const TALK = [
  { speaker: 'Ada Quill', text: 'Good evening & welcome.', wordStarts: starts(0, 4) },
  { speaker: 'Bo Marsh', text: 'We planted nine million trees.', wordStarts: starts(3000, 5) },
  { speaker: 'Ada Quill', text: 'Did you?', wordStarts: starts(7000, 2) },
  { speaker: 'Bo Marsh', text: 'Every one of them.', wordStarts: starts(9000, 4) },
  { speaker: 'Ada Quill', text: 'Thank you for coming.', wordStarts: starts(12_000, 4) },
  { speaker: 'Bo Marsh', text: 'Thank you.', wordStarts: starts(15_000, 2) },
]

test('a transcript is had in every format, under its own title, and each file says what was said', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { id } = await buildInterview(db(), { title: 'Ein Abend: Bäume / Träume', turns: TALK })
  await page.goto(`/desk/interviews/${id}/details`)
  await page.getByRole('button', { name: 'Download' }).click()
  const links = page.locator('#download-menu').getByRole('link')
  await expect(links).toHaveCount(exportFormats.length)
  for (const [nth, format] of exportFormats.entries()) {
    const waiting = page.waitForEvent('download')
    await links.nth(nth).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe(`Ein Abend Bäume Träume.${format.extension}`)
    const bytes = new Uint8Array(await readFile(await download.path()))
    const { turns, problems } = parseTranscript({ bytes, fileName: download.suggestedFilename() })
    expect(problems.filter((problem) => problem.severity !== 'info')).toEqual([])
    expect(turns.map(({ speaker, text }) => ({ speaker, text }))).toEqual(
      TALK.map(({ speaker, text }) => ({ speaker, text })),
    )
  }
  const { violations } = await axe(page).include('#download-menu').analyze()
  expect(violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(links.first()).toBeHidden()
})

test('a transcript without times says why captions are not offered, and nobody signed out gets a file', async ({
  page,
  signInAs,
}) => {
  const { id } = await buildInterview(db(), {
    turns: TALK.map(({ speaker, text }) => ({ speaker, text })),
  })
  const address = `/api/interviews/${id}/download?format=`
  expect((await page.request.get(`${address}text`)).status()).toBe(401)
  await signInAs(page, 'reporter')
  await page.setViewportSize({ width: 360, height: 700 })
  await page.goto(`/desk/interviews/${id}/details`)
  await page.getByRole('button', { name: 'Download' }).press('Enter')
  const menu = page.locator('#download-menu')
  await expect(menu.getByText('This transcript has no times')).toBeVisible()
  await expect(menu.getByRole('link', { name: 'WebVTT' })).toHaveCount(0)
  const box = await menu.boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true)
  const refused = await page.request.get(`${address}webvtt`)
  expect(refused.status()).toBe(422)
  expect(await refused.json()).toMatchObject({ title: expect.stringContaining('has no times') })
  expect((await page.request.get(`${address}wax-cylinder`)).status()).toBe(422)
})
