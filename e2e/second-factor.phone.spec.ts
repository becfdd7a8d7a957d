import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { atBrowser, buildTotp } from '@/prisma/factories/second-factor'
import { expect, test } from './sign-in'

const PASSWORD = 'four unrelated words here'

test.use({
  colorScheme: 'dark',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': `test-${randomUUID()}` }),
})

/** Nothing runs out of the screen, everything is big enough to touch, and axe knows no fault. */
async function fits(page: Page, within = page.locator('body')) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const small = await within
    .locator('button:visible, input:visible, summary:visible')
    .evaluateAll((controls) =>
      controls.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
    )
  expect(small).toEqual([])
  expect((await axe(page).analyze()).violations).toEqual([])
}

test('on a phone the second step and the setting up of an app fit', async ({ page, signInAs }) => {
  const member = await atBrowser(
    await buildMember(db(), {
      password: PASSWORD,
      email: `wilhelmina.featherstonehaugh-montgomery-${randomUUID()}@a-very-long-name-of-a-newsroom.example`,
    }),
  )
  await buildTotp(member)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(member.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Use a recovery code').click()
  await expect(page.getByRole('textbox', { name: 'Recovery code' })).toBeVisible()
  await fits(page)

  await signInAs(page, 'reporter')
  await page.goto('/desk/account')
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await expect(page.getByLabel('Six digits')).toBeFocused()
  await fits(page, page.getByRole('dialog'))
})
