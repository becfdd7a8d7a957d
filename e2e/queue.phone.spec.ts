import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

test('on a phone the queue is cards that fit the screen, and everything the keys do is under a thumb', async ({
  page,
  signInAs,
}) => {
  const member = await signInAs(page, 'editor')
  const interview = await buildInterview(db(), {
    title: 'An evening with Wilhelmina Featherstonehaugh-Montgomery about the harbour and what it cost',
  })
  const claim = await buildClaim(db(), interview, { status: 'inReview' })
  await page.goto(`/desk/claims?interview=${interview.id}`)
  await expect(page.getByTestId('queue-ready')).toBeAttached()
  await page.getByRole('button', { name: /^Change claim 1 of/ }).tap()
  await page.getByRole('menuitem', { name: 'Assign to me' }).tap()
  await expect(page.getByRole('listitem').filter({ hasText: 'Sentence of claim 1.' })).toContainText(
    member.name,
  )
  await page.getByRole('checkbox', { name: /^Select claim 1/ }).tap()
  await expect(page.getByRole('region', { name: 'Selected claims' })).toContainText('1 claim selected')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect((await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).assigneeId).toBe(member.id)
  const small = await page
    .locator(
      'main button:visible, main input:visible:not([type=checkbox]), main select:visible, main nav a:visible',
    )
    .evaluateAll((controls) =>
      controls.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
    )
  expect(small).toEqual([])
  const found = await axe(page).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual(
    [],
  )
})
