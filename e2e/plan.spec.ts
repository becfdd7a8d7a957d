import type { Page } from '@playwright/test'
import { axeFaults } from '@/e2e/desk-pages'
import { ownServer } from '@/e2e/own-server'
import { expect, test } from '@/e2e/sign-in'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt } from '@/prisma/factories/publication'

/** An interview that could be published now. */
async function ready(editor: Actor) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { writers: [(await buildMember(db())).id] })
  await approveBuilt(editor, claim.id)
  return interview
}

/** A moment as the field of the newsroom's time takes it; these newsrooms live in UTC. */
const localIn = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 19)

async function plan(page: Page, ms: number) {
  const dialog = page.getByRole('dialog', { name: /Publish at a time/ })
  await dialog.getByLabel('Date and time').fill(localIn(ms))
  await dialog.getByRole('button', { name: 'Plan' }).click()
  await expect(page.getByText(/^Goes out /)).toBeVisible()
}

test('what is planned goes out once at its time at two processes, and till then only whoever has a link reads it', async ({
  page,
  browser,
  signInAs,
}) => {
  test.setTimeout(120_000)
  const interview = await ready(await signInAs(page, 'editor'))
  const other = await ownServer()
  const sites = [siteOrigin(), other.address]
  const statuses = () =>
    Promise.all(sites.map(async (site) => (await fetch(`${site}/interviews/${interview.slug}`)).status))
  try {
    await page.goto(`/desk/interviews/${interview.id}/publish`)
    await page.getByRole('button', { name: 'Publish at a time…' }).click()
    await plan(page, 12_000)

    await page.getByRole('button', { name: 'Make a link…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Make a preview link' })
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    await expect(dialog.getByText('Say who it is for.')).toBeVisible()
    await dialog.getByLabel('Who it is for').fill('Counsel')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const link = (await page.getByTestId('new-link').textContent()) ?? ''
    await page.getByRole('button', { name: 'I have passed it on' }).click()

    const outside = await (await browser.newContext()).newPage()
    await outside.goto(link)
    await expect(outside.getByRole('heading', { level: 1, name: interview.title })).toBeVisible()
    await expect(outside.getByRole('note')).toContainText('in confidence')

    await expect.poll(statuses, { timeout: 60_000 }).toEqual([200, 200])
    const rows = await db().publication.findMany({ where: { interviewId: interview.id } })
    const planned = await db().publicationPlan.findFirstOrThrow({ where: { interviewId: interview.id } })
    expect(rows).toMatchObject([{ number: 1, kind: 'first' }])
    expect(rows[0]?.publishedAt.getTime()).toBeGreaterThanOrEqual(planned.publishAt.getTime())

    await page.reload()
    await expect(page.getByText('Opened once')).toBeVisible()
    await expect(page.getByText('Went out as number 1')).toBeVisible()
    await page.getByRole('button', { name: 'Withdraw the link for Counsel' }).click()
    await page.getByRole('button', { name: 'Withdraw the link', exact: true }).click()
    await expect(page.getByText('Withdrawn, by')).toBeVisible()
    expect((await outside.goto(link))?.status()).toBe(404)
  } finally {
    await other.kill()
  }
})

test('a plan says what the desk changed since, takes another time, and is withdrawn with one question', async ({
  page,
  signInAs,
}) => {
  const interview = await ready(await signInAs(page, 'editor'))
  await page.goto(`/desk/interviews/${interview.id}/publish`)
  await expect(page.getByRole('button', { name: 'Publish at a time…' })).toBeEnabled()
  await page.keyboard.press('t')
  await plan(page, 3_600_000)
  await db().interview.update({ where: { id: interview.id }, data: { title: 'Another headline' } })
  await page.reload()
  await page.getByText('The desk changed something since').click()
  await expect(page.getByText('The headline was changed.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Change the time' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the planned time' })
  await dialog.getByLabel('Date and time').fill(localIn(-3_600_000))
  await dialog.getByRole('button', { name: 'Change the time' }).click()
  await expect(dialog.getByText('This time is over.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Date and time').fill('2027-05-07T18:30:00')
  await dialog.getByRole('button', { name: 'Change the time' }).click()
  await expect(page.getByText('Goes out 7 May 2027, 18:30 (UTC)')).toBeVisible()

  await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await page.getByRole('button', { name: 'Withdraw the plan' }).click()
  await expect(page.getByText(/^Goes out /)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Earlier plans' })).toContainText('Withdrawn')
  expect(await db().publication.count({ where: { interviewId: interview.id } })).toBe(0)
})
