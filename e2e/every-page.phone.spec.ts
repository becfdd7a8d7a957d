import { axeFaults, buildLongNames, deskPages } from '@/e2e/desk-pages'
import { expect, test } from '@/e2e/sign-in'

test('on a phone no page of the desk runs out of the screen, and everything is big enough to touch', async ({
  page,
  signInAs,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'admin')
  for (const address of deskPages((await buildLongNames()).id)) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1)
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), address)
      .toBeLessThanOrEqual(360)
    const small = await page
      .locator(
        'button:visible, input:visible:not([type=checkbox], [type=radio], .sr-only), select:visible, nav a:visible',
      )
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML.slice(0, 200)),
      )
    expect.soft(small, address).toEqual([])
    expect.soft(await axeFaults(page), address).toEqual([])
  }
})
