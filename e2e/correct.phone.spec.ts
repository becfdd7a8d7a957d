import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

const TURNS = [
  { speaker: 'Ada Quill', text: 'Good evening and welcome to the harbour.' },
  { speaker: 'Bo Marsh', text: 'We planted nine milion trees last year. Nobody ever planted more.' },
]

test('on a phone, a turn is corrected with the thumb, and its claim is put back on its words', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const interview = await buildInterview(db(), { turns: TURNS })
  await buildClaim(db(), interview, { words: { turn: 1, from: 0, to: 6 } })
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  const words = page.locator('#transcript p[data-turn]').nth(1)
  // At the end of the turn, where no claim would be opened.
  const box = await words.boundingBox()
  await words.tap({ position: { x: 40, y: (box?.height ?? 40) - 20 } })
  await page.getByRole('button', { name: 'Correct the words of this turn' }).tap()
  const editor = page.locator('#transcript [role=textbox]')
  await expect(editor).toBeFocused()
  await editor.evaluate((one) => {
    const node = one.firstChild
    const at = node?.nodeValue?.indexOf('milion') ?? -1
    if (node) document.getSelection()?.setBaseAndExtent(node, at, node, at + 6)
  })
  await page.keyboard.insertText('million')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const found = await axe(page).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual(
    [],
  )
  await page.getByRole('button', { name: 'Save', exact: true }).tap()
  await expect(editor).toHaveCount(0)
  await expect
    .poll(async () => (await db().turn.findUniqueOrThrow({ where: { id: interview.turns[1] ?? '' } })).text)
    .toContain('million')

  await page.getByRole('button', { name: 'Claims (1)' }).last().tap()
  await page.getByRole('button', { name: 'Put it back' }).tap()
  await page.getByRole('button', { name: 'Put it here' }).tap()
  await expect(page.getByRole('heading', { name: 'No claim waits for its words' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const [claim] = await db().claim.findMany({ where: { interviewId: interview.id } })
  expect(claim).toMatchObject({ needsAnchor: false, quote: 'We planted nine million trees last year.' })
})
