import type { Page } from '@playwright/test'
import { notesThatOverlap, publishLongPage, readerFaults } from '@/e2e/published-page'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { takeDown } from '@/publishing/take-down'

const noteAt = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('.note')?.querySelector('.note-body')?.id)

test('a reader shows the claims of one kind; the address says so, the way back and a reload restore it, and axe finds nothing', async ({
  page,
}) => {
  const { path } = await publishLongPage({ claims: 20 })
  await page.goto(path)
  const shown = page.locator('.shown-count')
  await expect(shown).toHaveText('All 20 claims shown')
  expect(await readerFaults(page)).toEqual([])

  await page.getByRole('link', { name: '8 False' }).click()
  await expect(page).toHaveURL(`${path}?verdict=false`)
  await expect(shown).toHaveText('8 of 20 claims shown')
  await expect(page.locator('.note:visible')).toHaveCount(8)
  await expect(page.locator('.claim-index li:visible')).toHaveCount(8)
  // Words of the others are text again: nothing to tab to.
  await expect(page.locator('.transcript .said a[href]')).toHaveCount(8)
  await page.getByLabel('Topic').selectOption('topic-3')
  await page.getByLabel('In the room').selectOption('challenged')
  await expect(page).toHaveURL(`${path}?verdict=false&topic=topic-3&challenged=challenged`)
  await expect(shown).toHaveText('1 of 20 claims shown')
  expect(await readerFaults(page)).toEqual([])

  await page.goBack()
  await expect(shown).toHaveText('2 of 20 claims shown')
  await expect(page.getByLabel('In the room')).toHaveValue('')
  await page.reload()
  await expect(shown).toHaveText('2 of 20 claims shown')
  await expect(page.getByLabel('Topic')).toHaveValue('topic-3')
  // A link to one claim shows it, whatever else is asked for.
  await page.goto(`${path}?verdict=false#claim-2`)
  await expect(page.locator('#claim-2')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page).toHaveURL(path)
  await expect(page.locator('.note:visible')).toHaveCount(20)
})

test('keys and buttons go from claim to claim that is shown, with the focus and the address; not while choosing, and not when switched off', async ({
  page,
}) => {
  const { path } = await publishLongPage({ claims: 12, sentences: 8 })
  await page.goto(`${path}?verdict=disputed`)
  await page.keyboard.press('n')
  await expect(page).toHaveURL(`${path}?verdict=disputed#claim-5`)
  expect(await noteAt(page)).toBe('claim-5')
  await expect(page.locator('#said-5')).toBeInViewport()
  await page.getByRole('button', { name: 'Next claim' }).click()
  await expect(page).toHaveURL(/#claim-10$/)
  await expect(page.locator('.steps-at')).toHaveText('2 of 2')
  await expect(page.locator('.note[open]')).toHaveCount(1)
  await page.keyboard.press('n') // there is no further one
  await expect(page).toHaveURL(/#claim-10$/)
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/#claim-5$/)
  await page.keyboard.press('Escape')
  await expect(page.locator('.note[open]')).toHaveCount(0)

  await page.getByLabel('Topic').focus()
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/#claim-5$/)
  await page.getByRole('button', { name: 'Turn keys off' }).click()
  await page.keyboard.press('n')
  await expect(page.getByRole('button', { name: 'Turn keys on' })).toBeFocused()
  await expect(page.locator('.note[open]')).toHaveCount(0)

  // A stroke of the strip leads to its claim; chapters come from the topics, with their seconds.
  await page.goto(path)
  await page.locator('.lane a[data-claim="7"]').dispatchEvent('click')
  await expect(page).toHaveURL(/#claim-7$/)
  await expect(page.getByRole('heading', { level: 3, name: 'Topic 2' })).toBeAttached()
  await page
    .getByRole('navigation', { name: 'In this interview' })
    .getByRole('link', { name: 'Topic 3' })
    .click()
  await expect(page.getByRole('heading', { level: 3, name: 'Topic 3' })).toBeInViewport()
})

test('two hundred claims stand on one page without meeting, open or closed; nothing moves while it loads; on paper they are footnotes', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const { path } = await publishLongPage({ claims: 200, sentences: 1 })
  // What the letters' own arrival moves is for the bench, which has a line of its own; here it depends on who else is at work.
  await page.route('**/*.woff2', (route) => route.abort())
  await page.addInitScript(() => {
    const moved: number[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push(Number(Reflect.get(entry, 'value')))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(path)
  await expect(page.locator('.steps-at')).toHaveText('200 claims')
  const moved: number[] = await page.evaluate(() => Reflect.get(window, 'moved'))
  expect(moved.reduce((sum, each) => sum + each, 0)).toBeLessThan(0.01)
  expect(await notesThatOverlap(page)).toBe(0)
  for (const number of [20, 21, 22, 150]) await page.locator(`.note:has(#claim-${number}) > summary`).click()
  expect(await notesThatOverlap(page)).toBe(0)

  await page.emulateMedia({ media: 'print' })
  const footnotes = page.locator('.footnotes .note-number')
  await expect(footnotes).toHaveCount(200)
  const numbers = (await footnotes.allTextContents()).map((text) => Number(text.replace(/\D+/, '')))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  await expect(page.locator('#claim-150 .said-quote')).toBeVisible()
  const source = page.locator('#claim-150 .evidence-title a')
  expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
    'https://harbour.example',
  )
  for (const gone of ['.listen', '.steps', '.filters', '.keys']) await expect(page.locator(gone)).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('.transcript .note')).toHaveCount(200)
})

test('without scripts a count leads to its claims, and everything can be opened and read', async ({
  browser,
  baseURL,
}) => {
  const { path } = await publishLongPage({ claims: 10 })
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await page.goto(path)
  await page.getByRole('link', { name: '4 False' }).click()
  await expect(page.locator('.claim-index li:visible')).toHaveCount(4)
  await page.getByRole('link', { name: 'Show all claims' }).click()
  await expect(page.locator('.claim-index li:visible')).toHaveCount(10)
  await page.locator('.claim-index li').nth(6).getByRole('link').first().click()
  await expect(page.locator('#claim-7')).toBeVisible()
  for (const gone of ['.filters', '.steps', '.keys']) await expect(page.locator(gone)).toBeHidden()
  await context.close()
})

test('right to left, in dark, in forced colours, and where a page is gone, axe finds nothing and nothing sticks out', async ({
  page,
}) => {
  const { path, interviewId } = await publishLongPage({ claims: 8, language: 'ar' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${path}#claim-3`)
  const quote = page.locator('#claim-3 .said-quote')
  await expect(quote).toBeVisible()
  expect(await quote.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
  expect(
    await page
      .locator('.lanes svg')
      .first()
      .evaluate((one) => getComputedStyle(one).transform),
  ).toContain('-1')
  expect(await readerFaults(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  const words = page.locator('#said-3')
  expect(await words.evaluate((one) => getComputedStyle(one.parentElement ?? one).borderBottomStyle)).toBe(
    'solid',
  )
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

  await page.goto('/interviews/never-was')
  expect(await readerFaults(page)).toEqual([])
  await takeDown(await buildMember(db(), { role: 'editor' }), {
    interviewId,
    notice: 'Taken down at the wish of the court.',
  })
  await expect(async () => {
    expect((await page.goto(path))?.status()).toBe(410)
  }).toPass()
  expect(await readerFaults(page)).toEqual([])
})
