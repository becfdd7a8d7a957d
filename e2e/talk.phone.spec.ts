import type { Page } from '@playwright/test'
import { addComment } from '@/claims/add-comment'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

async function expectFit(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const { violations } = await axe(page).analyze()
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

test('on a phone, a notice leads to the very words, and they are answered there', async ({
  page,
  signInAs,
}) => {
  const bo = await signInAs(page, 'reporter', 'Bo Marsh with a name that is longer than a phone is wide')
  const ada = await buildMember(db(), { name: 'Ada Quill' })
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview)
  await addComment(ada, {
    interviewId: interview.id,
    claimId: claim.id,
    requestId: crypto.randomUUID(),
    body: `Look at this, @${bo.name}: https://register.example/${'a-very-long-address-'.repeat(8)}`,
  })
  await page.goto('/desk/inbox')
  await expectFit(page)
  await page.getByRole('link', { name: /^Unread: Ada Quill named you/ }).tap()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  await expect(page.locator('[id^="comment-"]')).toBeInViewport()
  await page.getByRole('button', { name: /^Answer/ }).tap()
  await page.getByLabel('Your answer').fill('@Ada')
  await page.getByRole('listbox').getByRole('option', { name: 'Ada Quill' }).first().tap()
  await expect(page.getByLabel('Your answer')).toHaveValue('@Ada Quill ')
  await page.getByRole('button', { name: 'Answer', exact: true }).tap()
  await expect(page.getByText('@Ada Quill', { exact: true })).toBeVisible()
  await expectFit(page)
})
