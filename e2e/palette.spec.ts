import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

test('the palette finds acts, interviews and claims by name, and does what is chosen with the focus where it was', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { claimReviewed: 'The ferry sank twice in one afternoon.' })
  await page.goto('/desk/interviews')
  await page.getByRole('link', { name: 'Claims', exact: true }).focus()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find an act, an interview or a claim' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('audit')
  await expect(palette.getByRole('option', { name: 'Audit' })).toHaveAttribute('aria-selected', 'true')
  expect((await axe(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Claims', exact: true })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('sank twice')
  await palette.getByRole('option', { name: /The ferry sank twice/ }).click()
  await expect(page).toHaveURL(new RegExp(`${interview.id}#claim-${claim.number}$`))
  await expect(page.getByRole('heading', { name: `Claim ${claim.number}` })).toBeVisible()

  // While somebody types, too; what is chosen is done on the page as it stood.
  await page.getByTestId('workspace-ready').waitFor({ state: 'attached' })
  await page.getByLabel('Internal note').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('find and repl')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Find and replace' })).toBeVisible()
})

test('every desk page lists its keys', async ({ page, signInAs }) => {
  await signInAs(page, 'admin')
  for (const path of ['/desk/interviews', '/desk/claims', '/desk/members', '/desk/settings', '/desk/audit']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect(async () => {
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Find an act')
    }).toPass()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  }
})
