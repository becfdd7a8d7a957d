import type { Page } from '@playwright/test'
import { moveClaim } from '@/claims/move-claim'
import { reviseClaim } from '@/claims/revise-claim'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { loadSampleFiles } from '@/prisma/sample/sample'

const claimIn = (interviewId: string) => db().claim.findFirstOrThrow({ where: { interviewId } })

async function openClaim(page: Page, interviewId: string, number = 1) {
  await page.goto(`/desk/interviews/${interviewId}#claim-${number}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await expect(page.getByRole('heading', { name: `Claim ${number}`, exact: true })).toBeVisible()
}

async function expectNoAxeFault(page: Page) {
  const found = await axe(page).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual(
    [],
  )
}

test('from selected words to approved with the keyboard alone takes nine keys besides what is written', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const interview = await buildInterview(db())
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await page.getByRole('group', { name: 'Transcript' }).focus()
  for (const key of ['Control+Home', 'Control+ArrowDown', 'Control+Shift+ArrowRight'])
    await page.keyboard.press(key)
  const spoken = page.getByTestId('spoken')
  await expect(spoken).toContainText('words selected')

  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  await press('f')
  await expect(spoken).toContainText('Flagged as claim 1')
  await press('Alt+Shift+s')
  await page.keyboard.type('Nine million trees were planted.')
  await press('Alt+Shift+v')
  await press('Space')
  await press('Alt+Shift+f')
  await page.keyboard.type('The register has four million.')
  await press('Alt+v')
  await expect(page.getByRole('form', { name: 'New source' })).toBeVisible()
  await page.getByRole('form', { name: 'New source' }).getByLabel('Title', { exact: true }).focus()
  await page.keyboard.type('Register of trees')
  await press('Enter')
  await expect(page.getByRole('form', { name: 'New source' })).toBeHidden()
  await press('Alt+n')
  await expect(spoken).toContainText('Claim 1 is now: In review.')
  // The focus was not lost on the way.
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)

  await signInAs(page, 'editor')
  // Away first: the same page with another hash would not be read anew.
  await page.goto('/desk/interviews')
  await openClaim(page, interview.id)
  await press('Alt+y')
  await expect(spoken).toContainText('Claim 1 approved.')
  expect((await claimIn(interview.id)).status).toBe('approved')
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  expect(keys).toBeLessThanOrEqual(9)
})

test('an editor hands a claim back with a reason, and its writer finds it at the top and in the list', async ({
  page,
  signInAs,
}) => {
  const writer = await buildMember(db(), { name: 'Rita Writer' })
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { status: 'researching', writers: [writer.id] })
  await moveClaim(writer, { claimId: claim.id, from: 'researching', to: 'inReview' })
  await signInAs(page, 'editor', 'Edda Editor')
  await openClaim(page, interview.id)
  await page.keyboard.press('b')
  const form = page.getByRole('form', { name: 'Hand back' })
  await expect(form.getByLabel('Why it goes back')).toBeFocused()
  await expect(form).toContainText('Rita Writer finds this in the inbox')
  await form.getByRole('button', { name: 'Hand it back' }).click()
  await expect(form).toContainText('Say why it goes back')
  await expect(form.getByLabel('Why it goes back')).toBeFocused()
  await page.keyboard.type('The register is of another year.')
  await expectNoAxeFault(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('spoken')).toContainText('handed back to Rita Writer')
  await expect(page.getByRole('region', { name: /Where this claim stands: Researching/ })).toBeFocused()
  await page.getByRole('button', { name: 'All claims' }).click()
  await expect(page.getByRole('button', { name: /Handed back/ })).toBeVisible()
  await page.getByRole('button', { name: /Handed back/ }).click()
  await expect(page.getByText('Handed back by Edda Editor')).toBeVisible()
  await expect(page.getByText('The register is of another year.').first()).toBeVisible()
})

test('a reviewer sees word by word what changed since they looked, until they say that they have seen it', async ({
  page,
  signInAs,
}) => {
  const writer = await buildMember(db(), { name: 'Rita Writer' })
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, {
    writers: [writer.id],
    explanation: 'The register has four million trees.',
  })
  const editor = await signInAs(page, 'editor')
  await openClaim(page, interview.id)
  await expect.poll(() => db().claimLook.count({ where: { claimId: claim.id, memberId: editor.id } })).toBe(1)
  await reviseClaim(writer, {
    claimId: claim.id,
    changes: {
      explanation: {
        from: 'The register has four million trees.',
        to: 'The register has forty thousand trees.',
      },
    },
  })
  await page.goto('/desk/interviews')
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  const row = page.locator(`[data-claim-row="${claim.id}"]`)
  await expect(row).toContainText('Changed since you looked')
  await row.click()
  const changes = page.getByRole('region', { name: /^Changed since you last looked/ })
  await expect(changes).toContainText('By Rita Writer')
  await expect(changes.locator('del')).toHaveText(/four million/)
  await expect(changes.locator('ins')).toHaveText(/forty thousand/)
  await expectNoAxeFault(page)
  await page.keyboard.press('Alt+s')
  await expect(changes).toBeHidden()
  await expect(page.getByTestId('spoken')).toContainText('seen as it stands now')
  await page.getByRole('button', { name: 'All claims' }).click()
  await expect(row).not.toContainText('Changed since you looked')
})

test('words of a machine are approved only after the clip was played and heard', async ({
  page,
  signInAs,
}) => {
  const writer = await buildMember(db())
  const interview = await buildInterview(db())
  await buildClaim(db(), interview, { writers: [writer.id] })
  await db().transcript.update({ where: { interviewId: interview.id }, data: { machineMade: true } })
  const { fileHash, mime, bytes, durationMs } = await db().recording.findFirstOrThrow({
    where: { interview: { slug: loadSampleFiles().interview.slug } },
  })
  await db().recording.create({ data: { interviewId: interview.id, fileHash, mime, bytes, durationMs } })
  await signInAs(page, 'editor', 'Edda Editor')
  await openClaim(page, interview.id)
  const approve = page.getByRole('button', { name: 'Approve', exact: true })
  await expect(approve).toBeDisabled()
  await expect(page.getByText('A machine wrote these words: replay the clip against them.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'It says these words' })).toBeHidden()
  await page.keyboard.press('u')
  await expect
    .poll(() => page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime))
    .toBeGreaterThanOrEqual(2)
  await expectNoAxeFault(page)
  await page.keyboard.press('u')
  await expect(page.getByText('Checked by ear by Edda Editor')).toBeVisible()
  await expect(approve).toBeEnabled()
})

test('who and until when are set beside the claim, and what is overdue says so in words', async ({
  page,
  signInAs,
}) => {
  const writer = await buildMember(db())
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { status: 'researching', writers: [writer.id] })
  const me = await signInAs(page, 'reporter', 'Rita Reporter')
  await openClaim(page, interview.id)
  await page.getByRole('button', { name: 'Assign to me' }).click()
  await expect(page.getByLabel('Assigned to')).toBeFocused()
  await page.getByLabel('Priority').selectOption('urgent')
  await page.getByLabel('Due').fill('2026-01-05T18:30')
  await page.getByLabel('Priority').focus()
  await expect
    .poll(() => db().claim.findUnique({ where: { id: claim.id } }))
    .toMatchObject({
      assigneeId: me.id,
      priority: 'urgent',
      dueAt: new Date('2026-01-05T18:30:00Z'),
      version: 1,
    })
  await expect(page.getByText(/^Overdue by/)).toBeVisible()
  await page.getByRole('button', { name: 'All claims' }).click()
  const row = page.locator(`[data-claim-row="${claim.id}"]`)
  await expect(row).toContainText('Overdue by')
  await expect(row).toContainText('Urgent')
  await expectNoAxeFault(page)
})

test('a reporter who was deactivated saves nothing more with the page that is still open', async ({
  page,
  signInAs,
}) => {
  const admin = await buildMember(db(), { role: 'admin' })
  const interview = await buildInterview(db())
  const reporter = await signInAs(page, 'reporter')
  const claim = await buildClaim(db(), interview, { status: 'researching', writers: [reporter.id] })
  await openClaim(page, interview.id)
  await deactivateMember(admin, { memberId: reporter.id })
  await page.getByLabel('What we found').fill('Typed after the door was shut.')
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(page.getByText(/sign in/i).first()).toBeVisible()
  expect(await claimIn(interview.id)).toMatchObject({
    status: 'researching',
    explanation: 'What was found about claim 1.',
  })
  for (const path of [
    `/api/interviews/${interview.id}/changes?since=0`,
    `/api/claims/${claim.id}/since`,
    `/api/interviews/${interview.id}/transcript`,
  ])
    expect((await page.request.get(path)).status(), path).toBe(401)
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page).toHaveURL(/sign-in/)
})
