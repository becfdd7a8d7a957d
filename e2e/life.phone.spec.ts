import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

test('on a phone, a claim is handed back, and the panel with all that stands in it is no wider than the screen', async ({
  page,
  signInAs,
}) => {
  const writer = await buildMember(db(), { name: 'Bartholomew Featherstonehaugh-Cholmondeley' })
  const interview = await buildInterview(db())
  await buildClaim(db(), interview, { writers: [writer.id], assigneeId: writer.id })
  await db().claim.updateMany({
    where: { interviewId: interview.id },
    data: { dueAt: new Date('2026-01-05T18:30:00Z'), priority: 'urgent' },
  })
  await signInAs(page, 'editor')
  await page.goto(`/desk/interviews/${interview.id}#claim-1`)
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Hand back…' }).tap()
  await page.getByLabel('Why it goes back').fill('The register is of another year.')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('button', { name: 'Hand it back' }).tap()
  await expect(page.getByText('Handed back by')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const found = await axe(page).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual(
    [],
  )
})
