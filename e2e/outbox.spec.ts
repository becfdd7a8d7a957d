import type { Page } from '@playwright/test'
import { moveClaim } from '@/claims/move-claim'
import { axe } from '@/e2e/axe'
import { addSource, comment, expectSaved, openClaim } from '@/e2e/editor'
import { enterAs, expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

const SENTENCE = 'Nine million trees were planted.'

async function openOnClaim(page: Page) {
  const member = await buildMember(db(), { role: 'editor' })
  await enterAs(page, member)
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, {
    status: 'researching',
    claimReviewed: SENTENCE,
    evidence: [],
  })
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await openClaim(page, SENTENCE)
  return { member, interview, claim }
}

/** Cuts off what writes. `also` is what the server still gets, whose answer is lost. */
async function cutOff(page: Page, also: (body: string) => boolean = () => false) {
  await page.route('**/*', async (route) => {
    const request = route.request()
    if (request.method() !== 'POST') return route.fallback()
    if (also(request.postData() ?? '')) await route.fetch()
    return route.abort()
  })
}

const saidOf = async (claimId: string) =>
  (await db().comment.findMany({ where: { claimId }, orderBy: { createdAt: 'asc' } })).map(({ body }) => body)

test('an act whose answer was lost with the page is done once, and the next page says that it is saved', async ({
  page,
}) => {
  const { claim, interview } = await openOnClaim(page)
  await cutOff(page, (body) => body.includes('Said once.'))
  await comment(page, 'Said once.')
  await expect(page.getByText('Offline, 1 change waiting').first()).toBeVisible()
  expect(await saidOf(claim.id)).toEqual(['Said once.'])
  // The browser goes, as in a crash: nothing of the page is asked.
  const context = page.context()
  await page.close({ runBeforeUnload: false })
  const later = await context.newPage()
  await later.goto(`/desk/interviews/${interview.id}`)
  await expectSaved(later)
  expect(await saidOf(claim.id)).toEqual(['Said once.'])
})

test('what was done after the session ended goes out by itself once the same member is signed in again', async ({
  page,
}) => {
  const { member, claim } = await openOnClaim(page)
  await db().memberSession.deleteMany({ where: { memberId: member.id } })
  await comment(page, 'Said while signed out.')
  await page.getByLabel('Internal note').fill('Typed while signed out.')
  await page.getByLabel('Internal note').blur()
  await expect(page.getByRole('link', { name: 'Sign in, in a new tab' }).first()).toBeVisible()
  expect(await saidOf(claim.id)).toEqual([])
  // In another tab; this one is looked at again.
  await enterAs(page, member)
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expectSaved(page)
  expect(await saidOf(claim.id)).toEqual(['Said while signed out.'])
  expect((await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).internalNote).toBe(
    'Typed while signed out.',
  )
})

test('signing out with something unsent asks once; who comes next sees none of it, and who comes back has it sent', async ({
  page,
}) => {
  const { member, interview, claim } = await openOnClaim(page)
  await page.route('**/*', (route) =>
    route.request().postData()?.includes('Kept for me.') ? route.abort() : route.fallback(),
  )
  await comment(page, 'Kept for me.')
  await expect(page.getByText('Offline, 1 change waiting').first()).toBeVisible()
  await page.getByRole('button', { name: member.name }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const question = page.getByRole('alertdialog', { name: 'Sign out with 1 change not saved?' })
  await question.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)

  await enterAs(page, await buildMember(db(), { role: 'editor' }))
  await page.unroute('**/*')
  await page.goto(`/desk/interviews/${interview.id}`)
  await expectSaved(page)
  expect(await saidOf(claim.id)).toEqual([])

  await enterAs(page, member)
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect.poll(() => saidOf(claim.id)).toEqual(['Kept for me.'])
  await expectSaved(page)
})

test('what is refused after its form was closed stands there with its words and the reason, and goes back into the form', async ({
  page,
}) => {
  const { interview, claim } = await openOnClaim(page)
  await cutOff(page)
  await addSource(page, 'The register of 1901')
  await comment(page, 'This waits behind it.')
  await expect(page.getByText('Offline, 2 changes waiting').first()).toBeVisible()
  const colleague = await buildMember(db(), { role: 'editor' })
  await moveClaim(colleague, { claimId: claim.id, from: 'researching', to: 'dropped' })
  await page.unroute('**/*')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  const refused = page.getByTestId('waiting-acts').first()
  await expect(refused).toContainText('The register of 1901')
  await expect(refused).toContainText('This claim was dropped')
  await expect(page.getByText(/^Not saved: This claim was dropped/).first()).toBeVisible()
  expect(await saidOf(claim.id)).toEqual([])
  expect((await axe(page).include('#desk-panel').analyze()).violations).toEqual([])

  await moveClaim(colleague, { claimId: claim.id, from: 'dropped', to: 'researching' })
  await page.reload()
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await page.getByRole('button', { name: 'Look at it in the form' }).first().click()
  const form = page.getByRole('form', { name: 'New source' })
  await expect(form.getByLabel('Title', { exact: true })).toHaveValue('The register of 1901')
  await form.getByRole('button', { name: 'Save the source' }).click()
  await expectSaved(page)
  expect(await saidOf(claim.id)).toEqual(['This waits behind it.'])
  expect(await db().evidence.count({ where: { claim: { interviewId: interview.id } } })).toBe(1)
})

test('what waits in one tab is sent by another, and the first one says that it is saved', async ({
  page,
}) => {
  const { interview, claim } = await openOnClaim(page)
  await cutOff(page)
  await comment(page, 'From the first tab.')
  await expect(page.getByText('Offline, 1 change waiting').first()).toBeVisible()
  const other = await page.context().newPage()
  await other.goto(`/desk/interviews/${interview.id}`)
  await expectSaved(other)
  await expectSaved(page)
  expect(await saidOf(claim.id)).toEqual(['From the first tab.'])
})
