import { reviseClaim } from '@/claims/revise-claim'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished } from '@/prisma/factories/publication'

test('a correction names what was wrong, is told everywhere, is compared word by word, and is rolled back to the text before', async ({
  page,
  signInAs,
}) => {
  const actor = await signInAs(page, 'editor')
  const { interview, claims } = await buildPublished({
    interview: { title: 'Before and after' },
    claims: [{ explanation: 'The register says eleven trees.' }],
  })
  const claimId = claims[0]?.id ?? ''
  const { explanation, verdictKey } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  await reviseClaim(actor, {
    claimId,
    changes: {
      explanation: { from: explanation, to: 'The register says twelve trees.' },
      verdictKey: { from: verdictKey, to: 'correct' },
    },
  })
  await approveBuilt(await buildMember(db(), { role: 'editor' }), claimId)
  const publish = `/desk/interviews/${interview.id}/publish`

  await test.step('the desk’s text is compared with the page before it goes out', async () => {
    await page.goto(publish)
    await page.getByRole('link', { name: 'Compare publication 1 with what is at the desk now' }).click()
    const claim = page.getByRole('article').filter({ hasText: 'Claim 1' })
    await expect(claim.locator('del', { hasText: 'eleven' })).toBeVisible()
    await expect(claim.locator('ins', { hasText: 'twelve' })).toBeVisible()
    // Read aloud, words that went and came are said to have done so.
    await expect(claim.locator('del').first()).toContainText('taken out: ')
    await page.locator('body').press('n')
    await expect(claim).toBeFocused()
    await page
      .getByRole('navigation', { name: 'What differs' })
      .getByRole('link', { name: /^Claims/ })
      .click()
    await expect(page).toHaveURL(/show=claims/)
    await expect(page.getByRole('heading', { name: 'Headline and facts' })).toHaveCount(0)
  })

  await test.step('a correction is asked what was wrong, and refused beside the field without it', async () => {
    await page.goto(publish)
    const note = page.getByRole('group', { name: 'Claim 1' })
    await expect(note.getByText('Verdict changed from “False” to “Correct”.')).toBeVisible()
    await expect(note.getByLabel('Kind of change').locator('option')).toHaveText([
      'Correction: we were wrong',
    ])
    await note.getByLabel('What is right').fill('There are twelve.')
    await page.getByRole('button', { name: 'Publish again' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish again' }).click()
    await expect(note.getByLabel('What we had wrong')).toHaveAccessibleDescription(/says what was wrong/)
    await note.getByLabel('What we had wrong').fill('We had counted eleven.')
    await page.getByRole('button', { name: 'Publish again' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish again' }).click()
    await expect(page.getByText('Published as number 2.')).toBeVisible()
  })

  await test.step('readers are told on the page, beside the claim, on its own page and in the history', async () => {
    for (const address of ['', '/claims/1', '/history']) {
      await page.goto(`/interviews/${interview.slug}${address}`)
      await expect(page.getByText('What we had wrong: We had counted eleven.').first()).toBeVisible()
      expect(await page.content()).not.toContain('eleven trees')
    }
    await expect(page.getByRole('heading', { name: 'Corrections', level: 2 })).toBeVisible()
  })

  await test.step('the earlier text goes out again, once readers are told why', async () => {
    await page.goto(publish)
    await page.getByRole('link', { name: 'Publish 1 again' }).click()
    const again = page.getByRole('region', { name: 'Publish the text of 1 again' })
    const claim = again.getByRole('group', { name: 'Claim 1' })
    await claim.getByLabel('What we had wrong').fill('The recount was of another wood.')
    await claim.getByLabel('What is right').fill('There are eleven after all.')
    await again.getByRole('button', { name: 'Publish this text again' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish it again' }).click()
    await expect(page.getByText('Published as number 3.')).toBeVisible()
    await page.goto(`/interviews/${interview.slug}`)
    await page.goto(`/interviews/${interview.slug}/claims/1`)
    await expect(page.getByText('The register says eleven trees.')).toBeVisible()
    await expect(page.getByText('There are eleven after all.').first()).toBeVisible()
    await expect(page.getByText('We had counted eleven.').first()).toBeVisible()
  })
})
