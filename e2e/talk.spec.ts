import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { addComment } from '@/claims/add-comment'
import { axe } from '@/e2e/axe'
import { enterAs, expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

async function withClaim() {
  const interview = await buildInterview(db(), { title: 'An evening with Bo Marsh' })
  await buildClaim(db(), interview, { status: 'researching' })
  return `/desk/interviews/${interview.id}`
}

async function openClaim(page: Page, place: string) {
  await page.goto(`${place}#claim-1`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
}

async function expectNoFault(page: Page) {
  // Rows are alike, and other tests make hundreds of members: a few stand for all.
  const { violations } = await axe(page).exclude('tbody tr:nth-child(n+8)').analyze()
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

const mark = () => crypto.randomUUID().slice(0, 6)
const said = (page: Page) => page.getByLabel('Say something to the desk')

test('somebody is named by keyboard, finds it in the inbox, is led to the very words, answers, and it is settled', async ({
  page,
  browser,
  signInAs,
}) => {
  const bo = await buildMember(db(), { name: `Bo Marsh ${mark()}` })
  const place = await withClaim()
  const other = await browser.newContext()
  const his = await other.newPage()
  await enterAs(his, bo)
  await his.goto('/desk/interviews')
  await expect(his.getByRole('link', { name: 'Inbox', exact: true })).toBeVisible()

  await signInAs(page, 'reporter', `Ada Quill ${mark()}`)
  await openClaim(page, place)
  await page.keyboard.press('c')
  await expect(said(page)).toBeFocused()
  await page.keyboard.type(`Who counted, @${bo.name.slice(0, 12)}`)
  await expect(page.getByRole('listbox').getByRole('option', { name: bo.name })).toBeVisible()
  await expectNoFault(page)
  await page.keyboard.press('Enter')
  // Typed on without waiting: each letter lands behind the name.
  await page.keyboard.type('and when? #1')
  await expect(said(page)).toHaveValue(`Who counted, @${bo.name} and when? #1`)
  await page.keyboard.press('Control+Enter')
  await expect(said(page)).toHaveValue('')
  await expect(page.getByText('and when?')).toBeVisible()

  // Told as it happens: his page was not loaded again.
  await expect(his.getByRole('link', { name: 'Inbox, 1 unread' })).toBeVisible()
  await his.keyboard.press('i')
  await expect(his.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  await his.keyboard.press('j')
  await expect(
    his.getByRole('link', { name: /^Unread: Ada Quill .* named you in the talk about claim 1$/ }),
  ).toBeFocused()
  await expectNoFault(his)
  await his.keyboard.press('Enter')
  await expect(his.getByRole('heading', { name: 'Claim 1' })).toBeVisible()
  await expect(his.locator('[id^="comment-"]')).toBeFocused()
  await expect(his.getByRole('link', { name: '#1' })).toHaveAttribute('href', '#claim-1')
  await expect(his.getByRole('link', { name: 'Inbox', exact: true })).toBeVisible()
  await his.getByRole('button', { name: /^Answer/ }).press('Enter')
  await expect(his.getByLabel('Your answer')).toBeFocused()
  await his.keyboard.type('The register did, on Monday.')
  await his.keyboard.press('Control+Enter')
  await expect(his.getByRole('button', { name: /^Answer/ })).toBeFocused()

  await expect(page.getByText('The register did, on Monday.')).toBeVisible()
  await page.getByRole('button', { name: /^Settle/ }).press('Enter')
  await expect(page.getByRole('button', { name: /^Open again/ })).toBeFocused()
  await expect(page.getByText(/Settled by Ada Quill/)).toBeVisible()
  await expect(his.getByText(/Settled by Ada Quill/)).toBeVisible()
  await expectNoFault(page)
  await other.close()
})

test('what was typed about the interview survives a reload, and a name of somebody who left is refused beside it', async ({
  page,
  signInAs,
}) => {
  const gone = await buildMember(db(), { name: `Gone Person ${mark()}`, deactivatedAt: new Date() })
  await signInAs(page, 'reporter')
  const place = await withClaim()
  await page.goto(place)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await page.keyboard.press('Alt+t')
  await expect(page.getByRole('heading', { name: 'Talk about the interview' })).toBeFocused()
  await said(page).fill(`Ask @${gone.name}. <b>https://a.example/x</b>`)
  await page.reload()
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await page.getByRole('button', { name: /^Talk \(/ }).click()
  await said(page).press('Control+Enter')
  await expect(said(page)).toHaveAccessibleDescription(/has left the desk/)
  await expectNoFault(page)
  await said(page).fill('<b>See</b> https://a.example/x.')
  await page.getByRole('button', { name: 'Add the comment' }).click()
  await expect(page.getByText('<b>See</b>')).toBeVisible()
  await expect(page.getByRole('link', { name: 'https://a.example/x' })).toHaveAttribute('rel', /noopener/)
  await expect(page.getByRole('button', { name: 'Talk (1)' })).toBeVisible()
  expect(await db().comment.count({ where: { interviewId: place.split('/').at(-1) ?? '' } })).toBe(1)
})

test('notices are marked one by one and all at once, which is taken back; a filter shows a kind', async ({
  page,
  signInAs,
}) => {
  const bo = await signInAs(page, 'editor', `Bo Marsh ${mark()}`)
  const ada = await buildMember(db(), { name: 'Ada Quill' })
  const interview = await buildInterview(db())
  for (const body of ['First', 'Second', 'Third'])
    await addComment(ada, {
      interviewId: interview.id,
      claimId: null,
      requestId: crypto.randomUUID(),
      body: `${body}, @${bo.name}.`,
    })
  await page.goto('/desk/inbox')
  const unread = page.getByRole('link', { name: /^Unread: / })
  await expect(unread).toHaveCount(3)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(unread).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Inbox, 2 unread' })).toBeVisible()
  await expect(page.locator('a[data-notice]').nth(1)).toBeFocused()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(unread).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Inbox', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(unread).toHaveCount(2)
  await page.getByRole('link', { name: 'Handed back' }).click()
  await expect(page.getByText('Nothing of that kind')).toBeVisible()
  await page.getByRole('link', { name: 'Talk', exact: true }).click()
  await expect(page.locator('a[data-notice]')).toHaveCount(3)
})

test('an invitation goes out by e-mail, and one says whether one’s own notices do', async ({
  page,
  signInAs,
}) => {
  const admin = await signInAs(page, 'admin')
  const address = `new-${mark()}@newsroom.example`
  await page.goto('/desk/members')
  await page.getByRole('button', { name: 'Add a member' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Dana Birch')
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const link = await page.getByTestId('new-link').textContent()
  await page.getByRole('button', { name: 'Send by e-mail' }).click()
  await expect(page.getByText(`Sent to ${address}.`)).toBeVisible()
  await expectNoFault(page)
  const folder = process.env.CLAIMLINE_TEST_MAIL ?? ''
  const mails = fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
  const mail = mails.find((source) => source.includes(`<${address}>`))
  // Long lines are folded in a mail's source.
  expect(mail?.replace(/=\r?\n/g, '')).toContain(new URL(link ?? '').pathname)

  await page.goto('/desk/inbox/settings')
  await page.getByLabel('Send me my notices by e-mail').uncheck()
  await expect(page.getByText('Saved: no notices are sent to you.')).toBeVisible()
  expect((await db().member.findUniqueOrThrow({ where: { id: admin.id } })).mailNotices).toBe(false)
  await expectNoFault(page)
})
