import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from '@/e2e/sign-in'
import { siteOrigin } from '@/platform/env'

/** The whole job in a browser, as a newsroom does it: load, flag, work out, approve, publish, read on a phone. */

const mark = randomUUID().slice(0, 8)

const TRANSCRIPT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Odile Tansley>Why did the ferry fares go up, Mr Mallaby ${mark}?

00:00:05.000 --> 00:00:11.000
<v Corvin Mallaby>Ferry fares have tripled in four years. Nobody in Little Stane can afford to leave.

00:00:12.000 --> 00:00:15.000
<v Odile Tansley>The harbour office says a tenth.

00:00:16.000 --> 00:00:21.000
<v Corvin Mallaby>Every lighthouse keeper agrees with me.
`

type Work = { sentence: string; verdict: RegExp; found: string; source: string }
const FARES: Work = {
  sentence: `Ferry fares have tripled in four years (${mark}).`,
  verdict: /^False/,
  found: 'The tariff sheets show a rise of **nine per cent**.',
  source: 'Tariff sheets, four years',
}
const KEEPERS: Work = {
  sentence: `All lighthouse keepers agree with Corvin Mallaby (${mark}).`,
  verdict: /^Unsubstantiated/,
  found: 'He named no keeper, and gave no survey.',
  source: 'Letter of the keepers’ union',
}

async function load(page: Page): Promise<string> {
  await page.goto('/desk/interviews/new')
  await page.getByLabel('Choose a file').setInputFiles({
    name: `ferry-${mark}.vtt`,
    mimeType: 'text/vtt',
    buffer: Buffer.from(TRANSCRIPT),
  })
  await page.getByLabel('Title').fill(`Mallaby on the ferry ${mark}`)
  await page.getByRole('button', { name: 'Save as a new interview' }).click()
  await page.waitForURL(/\/desk\/interviews\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** With the keyboard alone: to a turn, a few words on, mark the rest of a span, flag. */
async function flagByKeys(
  page: Page,
  { turn, words, number }: { turn: number; words: number; number: number },
) {
  const transcript = page.getByRole('group', { name: 'Transcript' })
  await transcript.focus()
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < turn; step++) await page.keyboard.press('Control+ArrowDown')
  for (let step = 1; step < words; step++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('f')
  await expect(page.getByTestId('spoken')).toContainText(`Flagged as claim ${number}`)
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { name: `Claim ${number}` })).toBeFocused()
}

async function workOut(page: Page, { sentence, verdict, found, source }: Work) {
  await page.getByLabel('The claim as one sentence').fill(sentence)
  await page.getByRole('radio', { name: verdict }).check()
  await page.getByLabel('What we found').fill(found)
  await page.getByRole('button', { name: 'Add a source' }).click()
  const form = page.getByRole('form', { name: 'New source' })
  await form.getByLabel('Title', { exact: true }).fill(source)
  await form.getByLabel(/^Address/).fill('https://harbour.example/tariffs')
  await form.getByRole('button', { name: 'Save the source' }).click()
  await expect(page.getByText(source)).toBeVisible()
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByText('In review', { exact: true }).first()).toBeVisible()
}

const reviewSchema = z.object({
  '@type': z.literal('ClaimReview'),
  url: z.url(),
  claimReviewed: z.string(),
  reviewRating: z.object({ alternateName: z.string() }),
  author: z.object({ name: z.string() }),
  itemReviewed: z.object({ author: z.object({ name: z.string() }) }),
})

test('a transcript becomes an annotated page: loaded, flagged by keys, worked out, approved by a second person, published, read on a phone', async ({
  page,
  signInAs,
  browser,
}) => {
  test.setTimeout(180_000)
  page.setDefaultTimeout(20_000)
  await signInAs(page, 'reporter', 'Rita Reporter')
  const workspace = await load(page)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()

  await flagByKeys(page, { turn: 1, words: 7, number: 1 })
  await workOut(page, FARES)
  await flagByKeys(page, { turn: 3, words: 6, number: 2 })
  await workOut(page, KEEPERS)
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeDisabled()

  await page.goto(`${workspace}/publish`)
  await expect(page.getByText('A reporter cannot publish.', { exact: false })).toBeVisible()

  await signInAs(page, 'editor', 'Edda Editor')
  await page.goto(`${workspace}/publish`)
  await expect(page.getByText('No claim is approved yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  for (const number of [1, 2]) {
    await page.goto(`${workspace}#claim-${number}`)
    await page.reload()
    await expect(page.getByRole('heading', { name: `Claim ${number}` })).toBeVisible()
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(page.getByText('Approved', { exact: true }).first()).toBeVisible()
  }
  await page.goto(`${workspace}/publish`)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as number 1.')).toBeVisible()

  // A reader's phone, without scripts and signed out.
  const phone = await browser.newContext({
    baseURL: siteOrigin(),
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  })
  const reader = await phone.newPage()
  await reader.goto('/')
  // The interview itself stands before its latest checks, which name it too.
  await reader
    .getByRole('link', { name: `Mallaby on the ferry ${mark}` })
    .first()
    .click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`Mallaby on the ferry ${mark}`)
  await expect(reader.getByText('2 claims checked')).toBeVisible()
  await expect(reader.locator('mark')).toHaveText([
    'Ferry fares have tripled in four years.',
    'Every lighthouse keeper agrees with me.',
  ])
  const width = await reader.locator('html').evaluate((html) => html.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)

  // The words lead to the note, and the note opens without a script.
  await reader.locator('mark a').first().click()
  const note = reader.locator('details.note').first()
  await expect(note.getByText('nine per cent')).toBeVisible()
  await expect(note.getByRole('link', { name: FARES.source })).toHaveAttribute(
    'href',
    'https://harbour.example/tariffs',
  )
  await expect(note.getByText('The tariff sheets show')).toBeVisible()

  // Each claim has its address, and what machines read there is what people read there.
  for (const [number, work] of [
    [1, FARES],
    [2, KEEPERS],
  ] as const) {
    const address = `${new URL(reader.url()).pathname.split('/claims/')[0]}/claims/${number}`
    await reader.goto(address)
    const blocks = await reader.locator('script[type="application/ld+json"]').allTextContents()
    const reviews = blocks.flatMap((block) => {
      const review = reviewSchema.safeParse(JSON.parse(block))
      return review.success ? [review.data] : []
    })
    expect(reviews).toHaveLength(1)
    const [review] = reviews
    const main = reader.getByRole('main')
    expect(review?.claimReviewed).toBe(work.sentence)
    expect(review?.url).toBe(`${siteOrigin()}${address}`)
    for (const said of [
      review?.claimReviewed,
      review?.reviewRating.alternateName,
      review?.itemReviewed.author.name,
    ])
      await expect(main.getByText(said ?? 'nothing', { exact: false }).first()).toBeVisible()
  }
  await phone.close()
})
