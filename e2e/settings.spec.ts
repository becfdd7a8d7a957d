import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

/** The scale and the settings are the whole site's; what this spec changes it puts back or makes of its own. */

async function clean(page: Page) {
  expect((await axe(page).analyze()).violations).toEqual([])
}

test('a newsroom adds a verdict, sees it as readers will, orders it by keyboard, retires and removes it', async ({
  page,
  signInAs,
}) => {
  const label = `Half true ${Date.now()}`
  await signInAs(page, 'admin')
  await page.goto('/desk/settings/verdicts')
  await page.getByRole('button', { name: 'Add a verdict' }).click()
  const form = page.getByRole('dialog', { name: 'Add a verdict' })
  await form.getByRole('button', { name: 'Save verdict' }).click()
  await expect(form.getByLabel('Name')).toHaveAccessibleDescription(/Give the verdict a name/)
  await form.getByLabel('Name').fill(label)
  await form.getByLabel('What it means').fill('One half holds up.')
  await expect(form.getByRole('region', { name: 'As readers will see it' })).toContainText(label)
  await clean(page)
  await form.getByRole('button', { name: 'Save verdict' }).click()
  await expect(form).toBeHidden()

  const rows = page.getByRole('list', { name: 'Verdicts, in the order of the scale' }).getByRole('listitem')
  const row = rows.filter({ hasText: label })
  await expect(row).toContainText('Never used')
  await expect(rows.last()).toContainText(label)
  const up = row.getByRole('button', { name: `Move ${label} up` })
  await up.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rows.last()).not.toContainText(label)
  await expect(up).toBeFocused()

  await row.getByRole('button', { name: `Retire ${label}` }).click()
  await expect(row).toContainText('retired')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).not.toContainText('retired')
  await clean(page)
  await row.getByRole('button', { name: `Remove ${label}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row).toBeHidden()
})

test('a verdict that a claim carries cannot be removed', async ({ page, signInAs }) => {
  await signInAs(page, 'admin')
  await buildClaim(db(), await buildInterview(db()), { verdictKey: 'misleading' })
  await page.goto('/desk/settings/verdicts')
  const row = page.getByRole('listitem').filter({ hasText: 'Misleading' })
  await expect(row.getByRole('button', { name: 'Retire Misleading' })).toBeVisible()
  await expect(row.getByRole('button', { name: 'Remove Misleading' })).toBeHidden()
})

test('a text is previewed as readers will see it, saved, and put back from its history', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'admin', `Uma ${Date.now()}`)
  await page.goto('/desk/settings')
  const field = page.getByLabel('Methodology')
  const before = await field.inputValue()
  await field.fill(`${before} We *also* listen.`)
  await page.getByRole('button', { name: 'Preview the methodology' }).click()
  const preview = page.getByRole('region', { name: 'Preview of the methodology' })
  await expect(preview.locator('em')).toHaveText('also')
  await clean(page)
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save settings' })).toBeFocused()

  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'History' }).click()
  const latest = page.getByRole('main').getByRole('listitem').first()
  await expect(latest.locator('ins')).toContainText('*also* listen.')
  await clean(page)
  await latest.getByRole('button', { name: 'Put Methodology back' }).click()
  await expect(page.getByText('Methodology is as it was before.')).toBeVisible()
  await page.goto('/desk/settings')
  await expect(page.getByLabel('Methodology')).toHaveValue(before)
})

test('two topics become one', async ({ page, signInAs }) => {
  const stamp = Date.now()
  await signInAs(page, 'admin')
  const claim = await buildClaim(db(), await buildInterview(db()))
  const names = [`Harbours ${stamp}`, `Ports ${stamp}`]
  for (const name of names)
    await db().topic.create({ data: { name, slug: name.toLowerCase().replace(' ', '-') } })
  const from = await db().topic.findFirstOrThrow({ where: { name: names[0] ?? '' } })
  await db().claimTopic.create({ data: { claimId: claim.id, topicId: from.id } })
  await page.goto('/desk/settings/topics')
  await page.getByRole('button', { name: `Merge Harbours ${stamp}` }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Merge' }).click()
  await expect(form.getByLabel('Into')).toHaveAccessibleDescription('Choose a topic.')
  await form.getByLabel('Into').selectOption(`Ports ${stamp}`)
  await clean(page)
  await form.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`Ports ${stamp}`) })).toContainText('1')
  await expect(page.getByRole('row', { name: new RegExp(`Harbours ${stamp}`) })).toBeHidden()
})
