import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { loadSampleFiles } from '@/prisma/sample/sample'

test('on a phone the player fits, plays by touch and goes where the strip is tapped', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const recording = await db().recording.findFirstOrThrow({
    where: { interview: { slug: loadSampleFiles().interview.slug } },
  })
  await page.goto(`/desk/interviews/${recording.interviewId}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  const seconds = () => page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime)
  await expect
    .poll(() => page.locator('audio').evaluate((one: HTMLAudioElement) => one.readyState))
    .toBeGreaterThan(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const strip = page.getByRole('slider', { name: /^Place in the recording/ })
  const box = (await strip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  expect(box.width).toBeGreaterThan(200)
  await page.touchscreen.tap(box.x + box.width * 0.95, box.y + box.height - 4)
  await expect.poll(seconds).toBeGreaterThan(180)
  await page.getByRole('button', { name: 'Play', exact: true }).tap()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.getByRole('button', { name: 'Player settings' }).tap()
  await expect(page.getByLabel('Scroll along').last()).toBeVisible()
  const found = await axe(page).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual(
    [],
  )
})
