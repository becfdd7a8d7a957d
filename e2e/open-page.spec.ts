import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { publishHeard, topOf } from '@/e2e/heard-page'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { approveBuilt, publishBuilt } from '@/prisma/factories/publication'
import { takeDown } from '@/publishing/take-down'

/** Long enough for a page to ask, whatever its pace; in the page's own time. */
const A_WHILE = 91_000

async function open(page: Page, address: string) {
  await page.clock.install()
  await page.goto(address)
}

/** The page asks until it has heard of it: whatever stands between may answer with what it kept a moment ago. */
async function askedFor(page: Page, words: string) {
  await expect(async () => {
    await page.clock.fastForward(A_WHILE)
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 3000 })
  }).toPass()
}

test('an open page learns of new checks, and takes them in at a press without moving what is read, closing what is open or stopping what plays', async ({
  page,
}) => {
  const { path, interview, editor, writer } = await publishHeard([2, 12])
  await open(page, `${path}#claim-2`)
  const news = page.getByRole('region', { name: 'New on this page' })
  await page.getByRole('button', { name: 'Listen', exact: true }).click()
  await page.evaluate(() => document.querySelector('#t25')?.scrollIntoView({ block: 'start' }))
  const before = await topOf(page, '#t25')
  await page.evaluate(() => {
    document.querySelector('audio')?.setAttribute('data-same', 'one')
    document.querySelector('#t25')?.setAttribute('data-same', 'turn')
  })

  for (const turn of [5, 25, 31]) {
    const words = { turn, from: 2, to: 4 }
    const { id } = await buildClaim(db(), interview, { words, writers: [writer.id] })
    await approveBuilt(editor, id)
  }
  await publishBuilt(editor, interview.id)
  await askedFor(page, '3 new checks')
  await expect(page.locator('.note')).toHaveCount(2)
  expect(await topOf(page, '#t25')).toBe(before)
  expect((await axe(page).include('.news').analyze()).violations).toEqual([])

  await news.getByRole('button', { name: 'Show' }).click()
  await expect(news).toContainText('Now on the page: claim 3, claim 4, claim 5')
  await expect(page.locator('.note')).toHaveCount(5)
  await expect(page.locator('mark')).toHaveCount(5)
  await expect(page.locator('.summary-line')).toContainText('5 claims checked')
  expect(Math.abs(((await topOf(page, '#t25')) ?? 0) - (before ?? 0))).toBeLessThan(2)
  await expect(page.locator('#claim-2')).toBeVisible()
  expect(await page.locator('#t25').getAttribute('data-same')).toBe('turn')
  expect(await page.locator('audio').getAttribute('data-same')).toBe('one')
  expect(await page.locator('audio').evaluate((one: HTMLAudioElement) => one.paused)).toBe(false)
  await news.getByRole('link', { name: 'claim 5' }).click()
  await expect(page.locator('#claim-5')).toBeInViewport()
  // Filters and steps know what came.
  await page.getByRole('link', { name: '5 False' }).click()
  await expect(page.locator('.shown-count')).toHaveText('All 5 claims shown')
})

test('a correction is told as one, by key too; a page that was taken down says so and asks no more', async ({
  page,
}) => {
  const { path, interview, editor, claims } = await publishHeard([2])
  const asked: number[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith('/live.json')) asked.push(answer.status())
  })
  await open(page, path)
  await db().claim.update({
    where: { id: claims[0]?.id ?? '' },
    data: { explanation: 'It was eight.', version: { increment: 1 }, status: 'inReview' },
  })
  await approveBuilt(editor, claims[0]?.id ?? '')
  await publishBuilt(editor, interview.id, [
    { kind: 'correction', wrong: 'It said nine.', note: 'It is eight.', claimNumber: 1 },
  ])
  await askedFor(page, 'This page was corrected')
  await page.keyboard.press('u')
  await expect(page.locator('#history')).toContainText('It is eight.')
  await page.locator('.note summary').first().click()
  await expect(page.locator('#claim-1')).toContainText('It was eight.')

  await takeDown(editor, { interviewId: interview.id, notice: 'We withdraw it.' })
  await askedFor(page, 'The newsroom has taken this page down.')
  const before = asked.length
  expect(asked.at(-1)).toBe(410)
  await page.clock.fastForward(20 * A_WHILE)
  expect(asked).toHaveLength(before)
  await page.getByRole('button', { name: 'Read why' }).click()
  await expect(page.getByText('We withdraw it.')).toBeVisible()
})

test('where the recording is another the page is loaded anew, at the same place', async ({ page }) => {
  const { path, interview, editor } = await publishHeard([2])
  await open(page, path)
  await page.evaluate(() => document.querySelector('#t21')?.scrollIntoView({ block: 'start' }))
  const before = await topOf(page, '#t21 .said')
  await db().recording.deleteMany({ where: { interviewId: interview.id } })
  await publishBuilt(editor, interview.id, [
    { kind: 'update', note: 'The recording is gone.', claimNumber: null },
  ])
  await askedFor(page, 'This page was updated')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.locator('.listen')).toHaveCount(0)
  await expect
    .poll(async () => Math.abs(((await topOf(page, '#t21 .said')) ?? 0) - (before ?? 0)))
    .toBeLessThan(2)
})
