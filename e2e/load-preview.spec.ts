import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { VOICES } from './load-samples'
import { expect, test } from './sign-in'

/** What an editor does with the preview of a file before anything of it is stored. */

const PAUSES = [
  ['00:00:01.000', '00:00:03.000', 'Is the lamp lit, or is it not?'],
  ['00:00:08.000', '00:00:10.000', 'It was lit at six o’clock this evening.'],
  ['00:00:16.000', '00:00:18.000', 'Then who was it that put it out?'],
  ['00:00:24.000', '00:00:26.000', 'Nobody that I have ever heard of.'],
]
  .map(([from, to, text]) => `${from} --> ${to}\n${text}\n`)
  .join('\n')

async function choose(page: Page, name: string, content: string): Promise<void> {
  await page.goto('/desk/interviews/new')
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'text/vtt', buffer: Buffer.from(content) })
  await expect(page.getByRole('heading', { name })).toBeFocused()
}

async function saved(page: Page): Promise<{ speaker: string | null; text: string }[]> {
  await page.getByLabel('Title').fill(`Lamp talk ${randomUUID().slice(0, 8)}`)
  await page.getByRole('button', { name: 'Save as a new interview' }).click()
  await page.waitForURL(/\/desk\/interviews\/[0-9a-f-]{36}$/)
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId: page.url().split('/').at(-1) ?? '' } },
    orderBy: { position: 'asc' },
    include: { participant: true },
  })
  return turns.map((turn) => ({ speaker: turn.participant?.name ?? null, text: turn.text }))
}

const fresh = (text: string) => `WEBVTT\n\nNOTE ${randomUUID()}\n\n${text}`

test('a file without speakers gets them with one key a run, without a mouse', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await choose(page, 'lamp.vtt', fresh(PAUSES))
  const turns = page.getByRole('listbox', { name: 'The transcript as read' })
  await turns.focus()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Name of the added speaker')).toBeFocused()
  await page.keyboard.insertText('Ada Wick')
  await turns.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('n')
  await page.keyboard.insertText('Ben Tallow')
  await turns.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('1')
  await expect(turns.getByRole('option').last()).toContainText('Ada Wick')
  expect((await saved(page)).map((turn) => turn.speaker)).toEqual([
    'Ada Wick',
    'Ben Tallow',
    'Ben Tallow',
    'Ada Wick',
  ])
})

test('a key goes on to the next turn, and what was given can be taken back', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await choose(page, 'voices.vtt', fresh(VOICES.replace('WEBVTT\n\n', '')))
  const turns = page.getByRole('listbox', { name: 'The transcript as read' })
  await turns.focus()
  await page.keyboard.press('2')
  await page.keyboard.press('1')
  await expect(turns.getByRole('option').nth(0)).toContainText('Tam Brook')
  await expect(turns.getByRole('option').nth(1)).toContainText('Orla Finch')
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect(turns.getByRole('option').nth(0)).toContainText('Orla Finch')
  await page.keyboard.press('0')
  expect((await saved(page)).map((turn) => turn.speaker)).toEqual(['Orla Finch', null, 'Orla Finch'])
})

test('a run is chosen and given by mouse or finger, too', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await choose(page, 'voices.vtt', fresh(VOICES.replace('WEBVTT\n\n', '')))
  const options = page.getByRole('listbox').getByRole('option')
  await options.nth(0).click()
  await page.getByRole('button', { name: 'Choose a run' }).click()
  await options.nth(2).click()
  await page.getByRole('button', { name: /Tam Brook/ }).click()
  expect(new Set((await saved(page)).map((turn) => turn.speaker))).toEqual(new Set(['Tam Brook']))
})

test('two labels of one person are made one, and a known person is proposed', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const last = `Tarn${randomUUID().slice(0, 6)}`
  await buildInterview(db(), { turns: [{ speaker: `Greta ${last}`, text: 'I was here before.' }] })
  const labels = VOICES.replace('WEBVTT\n\n', '').replaceAll('Orla Finch', last.toUpperCase())
  await choose(page, 'labels.vtt', fresh(labels))
  await page.getByRole('button', { name: `Greta ${last}` }).click()
  await expect(page.getByText('Known here').first()).toBeVisible()
  await page.getByLabel('Tam Brook is the same person as').selectOption(`Greta ${last}`)
  await expect(page.getByText(/One participant with/)).toBeVisible()
  expect(new Set((await saved(page)).map((turn) => turn.speaker))).toEqual(new Set([`Greta ${last}`]))
})

test('a problem leads to its line in the file', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const many = Array.from({ length: 900 }, (_, index) => `NOTE filler ${index}\n`).join('\n')
  const broken = '00:00:09.000 --> 00:00:05.000\nThis cue ends before it begins.\n'
  await choose(page, 'broken.vtt', `${fresh(PAUSES)}\n${many}\n${broken}`)
  await page
    .getByText(/^Show (where, from )?line \d+$/)
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Line \d+$/ })
    .first()
    .click()
  const line = page.locator('[data-line]:focus')
  await expect(line).toContainText(/00:00:09\.000 --> 00:00:05\.000|This cue ends/)
  await expect(line).toContainText('Has a problem')
  await expect(line).toBeInViewport()
})

test('the preview has no accessibility faults in any of its sides', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  await choose(page, 'voices.vtt', fresh(VOICES.replace('WEBVTT\n\n', '')))
  await page.getByRole('listbox').focus()
  await page.keyboard.press('n')
  expect((await axe(page).analyze()).violations).toEqual([])
  await page.getByRole('tab', { name: 'The file itself' }).click()
  await expect(page.getByRole('list', { name: 'The file, line by line' })).toContainText('Orla Finch')
  expect((await axe(page).analyze()).violations).toEqual([])
})
