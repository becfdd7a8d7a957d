import { axe } from '@/e2e/axe'
import { coveredByPlayer, publishHeard, shiftAbove, topOf } from '@/e2e/heard-page'
import { expect, test } from '@/e2e/sign-in'

test('on a phone the player stands at the bottom, covers nothing that has the focus, and addresses land above it', async ({
  page,
}) => {
  const { path } = await publishHeard([2, 16])
  await page.goto(`${path}?t=155#claim-2`)
  const place = () => topOf(page, '.note:has(#claim-2)')
  await expect.poll(place).toBeLessThan(120)
  const top = (await place()) ?? 0
  expect(top).toBeGreaterThan(0)
  await shiftAbove(page, 400)
  await expect.poll(async () => Math.abs(((await place()) ?? 0) - top)).toBeLessThan(2)
  const bar = await page.locator('.listen').boundingBox()
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(740)
  expect(await coveredByPlayer(page, 'Tab', 15)).toEqual([])

  await page.locator('.player-more > summary').click()
  await page.getByLabel('Pause after each claim').selectOption('Until I go on')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Play the claims only' }).click()
  await expect(page.locator('.now-claim[data-phase=pausing]')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const small = await page
    .locator('.listen :is(button, summary, a):visible')
    .evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 120)),
    )
  expect(small).toEqual([])
  expect((await axe(page).analyze()).violations).toEqual([])
  await page.getByRole('link', { name: 'Read the check' }).click()
  await expect(page.locator('.note[open]').first()).toBeInViewport()
})
