import AxeBuilder from '@axe-core/playwright'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { expect, test } from './sign-in'

for (const path of ['members', 'settings', 'audit', 'password', 'sessions', 'account']) {
  test(`on a phone nothing of ${path} runs out of the screen, and everything is big enough to touch`, async ({
    page,
    signInAs,
  }) => {
    await buildMember(db(), { name: 'Wilhelmina Featherstonehaugh-Montgomery', role: 'editor' })
    await signInAs(page, 'admin')
    await page.goto(`/desk/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    const small = await page
      .locator('button:visible, input:visible:not([type=checkbox]), select:visible, nav a:visible')
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML),
      )
    expect(small).toEqual([])
    // Rows are alike, and other tests make hundreds of members: a few stand for all.
    const rows = new AxeBuilder({ page }).exclude('tbody tr:nth-child(n+8)')
    expect((await rows.analyze()).violations).toEqual([])
  })
}
