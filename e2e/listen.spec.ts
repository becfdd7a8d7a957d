import { axe } from '@/e2e/axe'
import { coveredByPlayer, paused, publishHeard, seconds, shiftAbove, topOf } from '@/e2e/heard-page'
import { expect, test } from '@/e2e/sign-in'

test('the claims only are heard one after the other, with what we found in the pause after each, and what is filtered away is left out', async ({
  page,
}) => {
  const { path } = await publishHeard([2, [4, { verdictKey: 'unsubstantiated' }], 6])
  await page.goto(path)
  const player = page.getByRole('region', { name: 'Listen to the interview' })
  const card = page.locator('.now-claim')
  const spoken = player.locator('.player-said')
  await page.locator('.player-more > summary').click()
  await player.getByLabel('Pause after each claim').selectOption('Until I go on')
  await player.getByLabel('Speed').selectOption('2×')
  await page.keyboard.press('Escape')

  await player.getByRole('button', { name: 'Play the claims only' }).click()
  await expect(spoken).toHaveText('Claim 1, False: What was claimed in answer 2.')
  expect(await paused(page)).toBe(true)
  await expect(card).toContainText('False')
  await expect(page.locator('#said-1')).toBeInViewport()
  const { startMs, endMs } = { startMs: 15_300, endMs: 15_750 }
  expect(await seconds(page)).toBeGreaterThan((startMs - 300) / 1000)
  expect(await seconds(page)).toBeLessThan((endMs + 2000) / 1000)
  expect((await axe(page).analyze()).violations).toEqual([])
  expect(await coveredByPlayer(page, 'Tab', 12)).toEqual([])
  expect(await coveredByPlayer(page, 'Shift+Tab', 12)).toEqual([])

  await card.getByRole('button', { name: 'Next claim' }).click()
  await expect(spoken).toHaveText('Claim 2, Unsubstantiated: What was claimed in answer 4.')
  await page.keyboard.press('Shift+N')
  await expect(spoken).toHaveText('Claim 3, False: What was claimed in answer 6.')
  await card.getByRole('button', { name: 'Finish' }).click()
  await expect(spoken).toHaveText('That was the last of 3 claims.')
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(card).toBeHidden()

  await page.goto(`${path}?verdict=unsubstantiated`)
  // Kept for the tab.
  await expect(player.locator('.player-speed')).toHaveText('2×')
  await player.getByRole('button', { name: 'Play the claims only' }).click()
  await expect(spoken).toHaveText('Claim 2, Unsubstantiated: What was claimed in answer 4.')
  await expect(card.getByRole('button', { name: 'Finish' })).toBeVisible()
})

test('a claim plays its seconds from its note and stops; keys move the recording, and the space bar once it plays', async ({
  page,
}) => {
  const { path } = await publishHeard([3, 9])
  await page.goto(`${path}#claim-2`)
  await page.locator('.note[open]').getByRole('link', { name: 'Listen to the claim' }).click()
  await expect(page.locator('.now-claim[data-phase=pausing]')).toBeVisible()
  expect(await paused(page)).toBe(true)
  expect(await seconds(page)).toBeGreaterThan(85.5)
  await page.getByRole('button', { name: 'Listen on from here' }).click()
  await expect.poll(() => paused(page)).toBe(false)
  await expect(page.locator('.now-claim')).toBeHidden()
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join(' ')))
    .not.toBe('')
  await page.keyboard.press('k')
  await expect.poll(() => paused(page)).toBe(true)
  const at = await seconds(page)
  await page.keyboard.press('j')
  expect(await seconds(page)).toBeCloseTo(at - 10, 1)
  await page.keyboard.press('l')
  expect(await seconds(page)).toBeCloseTo(at, 1)
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('Space')
  await expect.poll(() => paused(page)).toBe(false)
  await page.keyboard.press('Space')
  await expect.poll(() => paused(page)).toBe(true)
  // Nothing of it while somebody chooses.
  await page.locator('.player-more > summary').click()
  await page.getByLabel('Speed').focus()
  await page.keyboard.press('l')
  expect(await seconds(page)).toBeCloseTo(at, 0)
  await page.getByLabel('Show captions').check()
  await expect(page.locator('.player-caption')).toContainText(/\w{3}/)
  const named = await page.evaluate(() => navigator.mediaSession.metadata?.title)
  expect(named).toBe(await page.getByRole('heading', { level: 1 }).textContent())

  // A second earlier nobody has listened: there the bar scrolls.
  await page.goto(path)
  await page.keyboard.press('Space')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  expect(await paused(page)).toBe(true)
})

test('where the recording cannot be had the browser’s own controls say so, and the page stays', async ({
  page,
}) => {
  const { path } = await publishHeard([3])
  await page.route('**/recording', (route) => route.abort())
  await page.goto(path)
  await page.getByRole('button', { name: 'Listen', exact: true }).click()
  await expect(page.locator('audio[controls]')).toBeVisible()
  await expect(page.locator('.player')).toBeHidden()
  await expect(page.locator('#t1')).toBeAttached()
})

test('an address with a second, a claim or both lands there, stays while the page settles, and lets the reader go', async ({
  page,
}) => {
  const { path } = await publishHeard([2, 16])
  for (const [address, landed] of [
    ['?t=155', '#t31 .said'],
    ['#claim-2', '.note:has(#claim-2)'],
    ['?t=12#claim-2', '.note:has(#claim-2)'],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(`${path}${address}`)
    const place = () => topOf(page, landed)
    await expect.poll(place).toBeLessThan(160)
    const top = (await place()) ?? 0
    expect(top).toBeGreaterThan(56)
    await shiftAbove(page, 400)
    await expect.poll(async () => Math.abs(((await place()) ?? 0) - top)).toBeLessThan(2)
    if (address.startsWith('?t')) expect(await seconds(page)).toBe(Number(/\d+/.exec(address)?.[0]))
    await page.mouse.move(400, 500)
    await page.mouse.wheel(0, -300)
    await expect.poll(place).toBeGreaterThan(top + 200)
    await shiftAbove(page, 500)
    await expect.poll(place).toBeGreaterThan(top + 200)
  }
})
