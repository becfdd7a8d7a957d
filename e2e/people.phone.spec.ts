import AxeBuilder from '@axe-core/playwright'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { expect, test } from './sign-in'

test('on a phone nothing of the administration runs out of the screen, and everything is big enough to touch', async ({
  page,
  signInAs,
}) => {
  await buildMember(db(), { name: 'Wilhelmina Featherstonehaugh-Montgomery', role: 'editor' })
  await signInAs(page, 'admin')
  for (const path of ['members', 'settings', 'audit', 'password']) {
    await page.goto(`/desk/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    const small = await page
      .locator('button:visible, input:visible:not([type=checkbox]), select:visible, nav a:visible')
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.outerHTML),
      )
    expect(small, path).toEqual([])
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([])
  }
})
