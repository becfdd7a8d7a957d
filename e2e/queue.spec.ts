import type { Page } from '@playwright/test'
import type { Status } from '@/claims/words-of-the-trade'
import { axe } from '@/e2e/axe'
import { enterAs, expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

/** An interview of a test's own: other tests fill the same queue meanwhile. */
async function queueOf(...statuses: Status[]) {
  const interview = await buildInterview(db())
  const claims = []
  for (const [index, status] of statuses.entries())
    claims.push(await buildClaim(db(), interview, { status, words: { turn: 1, from: index, to: 5 } }))
  return { interview, claims }
}

async function open(page: Page, query: string) {
  await page.goto(`/desk/claims?${query}`)
  await expect(page.getByTestId('queue-ready')).toBeAttached()
}
const spoken = (page: Page) => page.getByTestId('queue-spoken')
const row = (page: Page, number: number) => page.getByRole('link', { name: `Sentence of claim ${number}.` })

test('claims are triaged with the keyboard alone, and a row stays in its place until one looks again', async ({
  page,
  signInAs,
}) => {
  const editor = await signInAs(page, 'editor')
  const { interview, claims } = await queueOf('inReview', 'inReview', 'inReview')
  const query = `interview=${interview.id}&status=inReview&sort=words`
  await open(page, query)
  await page.keyboard.press('j')
  await expect(row(page, 1)).toBeFocused()
  await page.keyboard.press('m')
  await expect(spoken(page)).toContainText('1 claim assigned.')
  await expect(row(page, 1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('b')
  await page.getByLabel('Why it goes back').fill('Which year is meant?')
  await page.keyboard.press('Control+Enter')
  await expect(spoken(page)).toContainText('1 claim handed back.')
  await expect(page.getByText('No longer in this list')).toHaveCount(1)
  await expect(row(page, 2)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  await page.getByLabel('Priority', { exact: true }).last().selectOption('urgent')
  await page.keyboard.press('Enter')
  await expect(spoken(page)).toContainText('with priority urgent')
  await expect(row(page, 3)).toBeFocused()
  await page.keyboard.press('k')
  await expect(row(page, 2)).toBeFocused()
  await open(page, query)
  await expect(row(page, 2)).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: '2 claims match' })).toBeVisible()
  const stored = await db().claim.findMany({
    where: { interviewId: interview.id },
    orderBy: { number: 'asc' },
  })
  expect(stored.map((claim) => [claim.status, claim.assigneeId, claim.priority])).toEqual([
    ['inReview', editor.id, 'normal'],
    ['researching', null, 'normal'],
    ['inReview', null, 'urgent'],
  ])
  expect(claims).toHaveLength(3)
})

test('many are changed at once, what may not be is named with the reason, and one key takes it back', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { interview } = await queueOf('flagged', 'approved', 'researching')
  await open(page, `interview=${interview.id}&sort=words`)
  await page.keyboard.press('Shift+A')
  await expect(page.getByRole('region', { name: 'Selected claims' })).toContainText('3 claims selected')
  await page.keyboard.press('r')
  const left = page.getByText(/^Claim 2 of /)
  await expect(left).toContainText('from where it stands')
  await expect(spoken(page)).toContainText('2 claims sent to review; 1 claim left as it was.')
  await page.keyboard.press('z')
  await expect(spoken(page)).toContainText('Taken back for 2 claims.')
  const stored = await db().claim.findMany({
    where: { interviewId: interview.id },
    orderBy: { number: 'asc' },
  })
  expect(stored.map((claim) => claim.status)).toEqual(['flagged', 'approved', 'researching'])
})

test('an address carries the whole filter; kept under a name it comes back with its count', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { interview } = await queueOf('flagged', 'held')
  await open(page, `interview=${interview.id}`)
  await page.getByLabel('Assigned to').focus()
  await page.getByLabel('Assigned to').selectOption('nobody')
  await expect(page).toHaveURL(/assignee=nobody/)
  await expect(page.getByLabel('Assigned to')).toBeFocused()
  await page
    .getByRole('navigation', { name: 'Filter by status' })
    .getByRole('link', { name: /^Held/ })
    .click()
  await expect(page.getByRole('status').filter({ hasText: '1 claim matches' })).toBeVisible()
  const address = page.url()
  await page.getByRole('button', { name: 'Keep this filter…' }).click()
  await page.getByLabel('Name').fill('Held and free')
  await page.keyboard.press('Enter')
  const filters = page.getByRole('region', { name: 'Your filters' })
  await expect(filters.getByRole('link', { name: 'Held and free 1 claim' })).toBeVisible()
  await page.getByRole('link', { name: /^Mine/ }).click()
  await expect(page).toHaveURL(/assignee=me/)
  await filters.getByRole('link', { name: /^Held and free/ }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('interview')).toBe(interview.id)
  expect(new URL(page.url()).searchParams.get('status')).toBe(new URL(address).searchParams.get('status'))
  await page.getByRole('button', { name: 'Change the filter Held and free' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(filters.getByRole('link')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(filters.getByRole('link', { name: /^Held and free/ })).toBeVisible()
})

test('from the queue one goes on from claim to claim, and comes back to the row one was at', async ({
  page,
  signInAs,
}) => {
  const member = await signInAs(page, 'reporter')
  const [one, two] = [await queueOf('flagged', 'flagged'), await queueOf('flagged')]
  await db().claim.updateMany({
    where: { interviewId: { in: [one.interview.id, two.interview.id] } },
    data: { assigneeId: member.id },
  })
  await open(page, 'assignee=me&sort=oldest')
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  const way = page.getByRole('navigation', { name: 'The queue' })
  await expect(way).toContainText('1 of 3')
  await page.keyboard.press('Alt+a')
  await expect(page.getByRole('heading', { name: 'Claim 2' })).toBeVisible()
  await expect(way).toContainText('2 of 3')
  await page.keyboard.press('Alt+a')
  await expect(page).toHaveURL(new RegExp(`${two.interview.id}#claim-1$`))
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await expect(way).toContainText('3 of 3')
  await page.keyboard.press('Alt+q')
  await expect(page).toHaveURL(/\/desk\/claims\?assignee=me/)
  await expect(page.locator(`[data-row-link="${two.claims[0]?.id}"]`)).toBeFocused()
})

test('without scripts the queue is narrowed by its links and its form', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await enterAs(page, await buildMember(db()))
  const { interview } = await queueOf('flagged', 'held')
  await page.goto(`/desk/claims?interview=${interview.id}`)
  await page.getByLabel('Search').fill('claim 2.')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(row(page, 2)).toBeVisible()
  await expect(row(page, 1)).toHaveCount(0)
  await page
    .getByRole('navigation', { name: 'Filter by status' })
    .getByRole('link', { name: /^Flagged/ })
    .click()
  await expect(page.getByText('No claim matches').first()).toBeVisible()
  await page.getByRole('link', { name: 'Without: Flagged' }).click()
  await expect(row(page, 2)).toBeVisible()
  await context.close()
})

test('a machine finds no accessibility fault, with rows, with some selected, asking, and with none', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'editor')
  const { interview } = await queueOf('flagged', 'approved', 'inReview')
  await db().claim.updateMany({
    where: { interviewId: interview.id },
    data: { dueAt: new Date(Date.now() - 7_200_000), priority: 'urgent', handedBackAt: new Date() },
  })
  const faults = async () =>
    (await axe(page).analyze()).violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`,
    )
  await open(page, `interview=${interview.id}`)
  await page.keyboard.press('Shift+A')
  expect(await faults()).toEqual([])
  for (const key of ['b', 't']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await faults()).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await open(page, `interview=${interview.id}&q=zeppelin`)
  expect(await faults()).toEqual([])
})
