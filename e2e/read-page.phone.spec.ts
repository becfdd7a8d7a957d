import { notesThatOverlap, publishLongPage, readerFaults } from '@/e2e/published-page'
import { expect, test } from '@/e2e/sign-in'

test('on a phone, and at 320 px, notes open in place, the steps are in reach of the thumb, and nothing sticks out or lies on the focus', async ({
  page,
}) => {
  const { path } = await publishLongPage({ claims: 12 })
  await page.goto(path)
  expect(await readerFaults(page)).toEqual([])
  const next = page.getByRole('button', { name: 'Next claim' })
  await expect(next).toBeHidden() // the headline is read first
  await page.locator('#transcript').evaluate((heading) => heading.scrollIntoView())
  for (const number of [1, 2]) {
    await next.tap()
    await expect(page).toHaveURL(new RegExp(`#claim-${number}$`))
  }
  const summary = page.locator('.note:has(#claim-2) > summary')
  await expect(summary).toBeFocused()
  await expect(summary).toBeInViewport()
  const [button, bar, note] = await Promise.all(
    [next, page.locator('.listen'), summary].map((one) => one.boundingBox()),
  )
  expect(Math.min(button?.width ?? 0, button?.height ?? 0)).toBeGreaterThanOrEqual(44)
  if (!button || !bar || !note) throw new Error('Something is not painted.')
  expect(button.y + button.height).toBeLessThanOrEqual(bar.y)
  expect(note.y + note.height).toBeLessThanOrEqual(button.y)
  expect(await notesThatOverlap(page)).toBe(0)
  expect(await readerFaults(page)).toEqual([])

  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
})
