import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

test('on a phone, words are selected by touch and flagged, and the place is not lost while the claim is open', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const filler = Array.from({ length: 30 }, (_, index) => ({
    speaker: index % 2 ? 'Bo Marsh' : 'Ada Quill',
    text: `Sentence number ${index} says a little about the harbour and about what it cost to build it.`,
  }))
  const interview = await buildInterview(db(), {
    turns: [...filler, { speaker: 'Bo Marsh', text: 'We planted nine million trees last year.' }, ...filler],
  })
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  // What a long press and the handles of the phone leave behind: a selection that the page only hears of.
  await page.evaluate(() => {
    const text = document.querySelectorAll('#transcript p[data-turn]')[30]?.firstChild
    if (!text) return
    text.parentElement?.scrollIntoView({ block: 'center' })
    document.getSelection()?.setBaseAndExtent(text, 4, text, 27)
  })
  await expect(page.getByRole('button', { name: 'Flag 4 words' })).toBeVisible()
  const words = page.locator('#transcript p[data-turn]').nth(30)
  const place = await words.evaluate((one) => one.getBoundingClientRect().top)
  await page.getByRole('button', { name: 'Flag 4 words' }).tap()
  await page.getByRole('button', { name: 'Claim 1' }).tap()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  await expect(page.getByText('“planted nine million trees”')).toBeVisible()
  await page.getByRole('button', { name: 'Close the claims' }).tap()
  expect(await words.evaluate((one) => one.getBoundingClientRect().top)).toBeCloseTo(place, -1)
  await expect(page.getByRole('button', { name: 'Claim 1' })).toBeFocused()
})

test('on a phone, nothing is wider than the screen and a machine finds no accessibility fault', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const interview = await buildInterview(db())
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await page.getByRole('button', { name: 'Claims (0)' }).last().tap()
  await page.getByRole('button', { name: 'Add a claim made elsewhere' }).tap()
  await expect(page.getByRole('heading', { name: 'A claim made elsewhere' })).toBeFocused()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const tabs = page.getByRole('navigation', { name: 'What the panel shows' })
  await expect(tabs.getByRole('button', { name: 'Corrections' })).toBeInViewport({ ratio: 1 })
  const found = await axe(page).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual(
    [],
  )
})

test('on a phone, an address that names a claim shows the claim', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db())
  await buildClaim(db(), interview)
  await page.goto(`/desk/interviews/${interview.id}#claim-1`)
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeFocused()
})
