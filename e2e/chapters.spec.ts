import { clickWord } from '@/e2e/editor'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

test('a chapter begins at a turn by key, survives a reload unsaved, is renamed, removed and brought back, and topics suggest more', async ({
  page,
  signInAs,
}) => {
  const actor = await signInAs(page, 'editor')
  const long = 'We planted trees and counted them again. '.repeat(120)
  const interview = await buildInterview(db(), {
    turns: [
      { speaker: 'Ada Quill', text: 'Good evening. What of the trees?' },
      { speaker: 'Bo Marsh', text: long },
      { speaker: 'Ada Quill', text: 'And the ferry?' },
      { speaker: 'Bo Marsh', text: long },
    ],
  })
  for (const { turn, name } of [
    { turn: 1, name: 'Trees' },
    { turn: 3, name: 'Ferries' },
  ]) {
    const { id } = await buildClaim(db(), interview, { words: { turn, from: 0, to: 2 }, writers: [actor.id] })
    await db().topic.create({
      data: { slug: `${name.toLowerCase()}-${id}`, name, claims: { create: { claimId: id } } },
    })
  }
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()

  await test.step('begun by key, and not lost with the page', async () => {
    await clickWord(page, 2, 0)
    await page.keyboard.press('c')
    await page.getByLabel('Title of the chapter').fill('The ferry')
    await page.reload()
    await expect(page.getByTestId('workspace-ready')).toBeAttached()
    await page.getByRole('button', { name: /^Background \(0\), one not saved/ }).click()
    await expect(page.getByLabel('Title of the chapter')).toHaveValue('The ferry')
    await page.getByRole('button', { name: 'Begin the chapter here' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'The ferry' })).toBeVisible()
    // It is no background note, and its turn says so.
    await expect(page.getByText('No background note yet')).toBeVisible()
    await expect(page.locator('.turn-head').nth(2)).toHaveAttribute('data-chapter', 'The ferry')
  })

  await test.step('renamed, removed, brought back', async () => {
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByLabel('Title of the chapter').fill('Ferries')
    await page.getByLabel('Title of the chapter').press('Enter')
    const row = page.getByRole('listitem').filter({ hasText: 'Ferries' })
    await row.getByRole('button', { name: 'Remove' }).click()
    await expect(page.locator('[data-chapter]')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.locator('[data-chapter="Ferries"]')).toHaveCount(1)
  })

  await test.step('the claims’ topics suggest the one that is missing', async () => {
    await page.getByRole('button', { name: 'Suggest from topics' }).click()
    await expect(page.getByRole('checkbox')).toHaveCount(1)
    await page.getByRole('button', { name: 'Begin this chapter' }).click()
    await expect(page.locator('[data-chapter]')).toHaveCount(2)
    await expect(page.locator('.turn-head').first()).toHaveAttribute('data-chapter', 'Trees')
    const titles = await db().backgroundNote.findMany({
      where: { interviewId: interview.id, kind: 'chapter' },
      select: { title: true },
    })
    expect(titles.map(({ title }) => title).sort()).toEqual(['Ferries', 'Trees'])
  })
})
