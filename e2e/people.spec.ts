// Longer than most files: the promises of signing in, membership and the trail, which share how somebody is signed in.

import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { ATTEMPTS_PER_ACCOUNT } from '@/newsroom/attempts'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { enterAs, expect, test } from './sign-in'

const PASSWORD = 'four unrelated words here'
const WRONG = /do not go together/

/** Attempts are counted by network address; each test comes from one of its own, so that none is barred by another. */
test.use({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': `test-${randomUUID()}` }),
})

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a wrong password is told beside the field, and the right one leads where one wanted to go', async ({
  page,
}) => {
  const member = await buildMember(db(), { password: PASSWORD })
  await page.goto('/desk/password')
  await fillIn(page, member.email, 'not the password')
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(WRONG)
  await expect(page.getByLabel('E-mail address')).toHaveValue(member.email)
  await fillIn(page, member.email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Your password' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/desk/password')
})

test('after too many attempts one is told when to try again, even with the right password', async ({
  page,
}) => {
  const member = await buildMember(db(), { password: PASSWORD })
  await page.goto('/sign-in')
  for (let attempt = 0; attempt < ATTEMPTS_PER_ACCOUNT; attempt++) {
    await fillIn(page, member.email, `guess ${attempt}`)
    await expect(page.getByLabel('Password')).toHaveAccessibleDescription(WRONG)
  }
  await fillIn(page, member.email, PASSWORD)
  await expect(page.getByRole('alert').filter({ hasText: /Try again in 1[45] minutes/ })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one signs in, sees an error, and signs out', async ({ page }) => {
    const member = await buildMember(db(), { password: PASSWORD })
    await page.goto('/desk/password')
    await fillIn(page, member.email, 'not the password')
    await expect(page.getByText(WRONG)).toBeVisible()
    await fillIn(page, member.email, PASSWORD)
    await expect(page.getByRole('heading', { name: 'Your password' })).toBeVisible()
    await page.getByRole('button', { name: member.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.goto('/desk/password')
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})

test('a deactivated member is out at the next click', async ({ page, signInAs }) => {
  const admin = await buildMember(db(), { role: 'admin' })
  const member = await signInAs(page, 'editor')
  await page.goto('/desk/password')
  await expect(page.getByRole('heading', { name: 'Your password' })).toBeVisible()
  await deactivateMember(admin, { memberId: member.id })
  await page.getByRole('link', { name: 'Audit' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a reporter opens neither members nor settings nor the trail, and is not offered them', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  for (const path of ['/desk/members', '/desk/settings', '/desk/audit']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'Your role does not open this page' })).toBeVisible()
  }
  const sections = page.getByRole('navigation', { name: 'Desk' }).getByRole('link')
  await expect(sections).toHaveText(['Interviews', 'Claims', 'Reports'])
})

test('an editor reads the trail and nothing else of the administration', async ({ page, signInAs }) => {
  await signInAs(page, 'editor')
  expect((await page.goto('/desk/audit'))?.status()).toBe(200)
  expect((await page.goto('/desk/members'))?.status()).toBe(403)
})

test('the trail is narrowed on its page and saved as the same lines', async ({ page, signInAs }) => {
  await signInAs(page, 'editor')
  const interview = await buildInterview(db())
  await db().auditEntry.create({
    data: {
      actorName: 'Ada Quill',
      action: 'interview.edited',
      subject: 'A headline',
      interviewId: interview.id,
    },
  })
  await page.goto('/desk/audit')
  await page.getByLabel('Interview').selectOption({ label: interview.title })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as CSV' }).click(),
  ])
  const saved = await text(await download.createReadStream())
  expect(saved.trim().split('\r\n')).toHaveLength(2)
  expect(saved).toContain(interview.id)
  await page.getByLabel('To').fill('2001-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('No line of the trail fits what you chose.')).toBeVisible()
})

test('an administrator invites a member by a link, which works once', async ({ page, browser, signInAs }) => {
  await signInAs(page, 'admin')
  const email = `added-${randomUUID().slice(0, 8)}@newsroom.example`
  await page.goto('/desk/members')
  await page.getByRole('button', { name: 'Add a member' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(form.getByLabel('Name')).toHaveAccessibleDescription(/name/)
  await expect(form.getByLabel('Name')).toBeFocused()
  await form.getByLabel('Name').fill('Nora Added')
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('Role').selectOption('editor')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  const link = await page.getByTestId('new-link').innerText()
  await page.getByRole('button', { name: 'I have passed it on' }).click()
  await expect(page.getByRole('button', { name: 'Add a member' })).toBeFocused()
  await expect(page.getByRole('row', { name: email })).toContainText('Editor')
  await expect(page.getByText(link)).toHaveCount(0)

  const elsewhere = await browser.newContext()
  const theirs = await elsewhere.newPage()
  await theirs.goto(link)
  await expect(theirs.getByText('You sign in as Nora Added')).toBeVisible()
  expect((await axe(theirs).analyze()).violations).toEqual([])
  await theirs.getByLabel('New password').fill('short')
  await theirs.getByRole('button', { name: 'Choose it and sign in' }).click()
  await expect(theirs.getByLabel('New password')).toHaveAccessibleDescription(/12 characters/)
  await theirs.getByLabel('New password').fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Choose it and sign in' }).click()
  await expect(theirs.getByRole('heading', { name: 'Interviews' })).toBeVisible()

  const again = await browser.newContext()
  const late = await again.newPage()
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
  await late.goto('/desk/audit')
  await fillIn(late, email, PASSWORD)
  await expect(late.getByRole('heading', { name: 'Audit' })).toBeVisible()
  await again.close()
  await elsewhere.close()
})

test('deactivating asks once, says so, and can be taken back', async ({ page, signInAs }) => {
  await signInAs(page, 'admin')
  const member = await buildMember(db())
  const row = page.getByRole('row', { name: member.email })
  await page.goto('/desk/members')
  await page.getByRole('button', { name: `Change ${member.name}` }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(row).toContainText('Active')
  await page.getByRole('button', { name: `Change ${member.name}` }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(row).toContainText('Deactivated')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Active')
})

test('a changed password keeps this browser in and puts every other out', async ({ page, browser }) => {
  const member = await buildMember(db(), { password: PASSWORD })
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await enterAs(page, member)
  await enterAs(other, member)
  await page.goto('/desk/password')
  await page.getByLabel('Password you sign in with now').fill(PASSWORD)
  await page.getByLabel('New password').fill('another four words here')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your password' })).toBeVisible()
  await other.goto('/desk/password')
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await elsewhere.close()
})

test('what another site sends changes nothing', async ({ page, signInAs }) => {
  await signInAs(page, 'admin')
  const member = await buildMember(db())
  const session = await page.request.post('/api/auth/signout', {
    headers: { origin: 'https://evil.example' },
  })
  expect(session.status()).toBe(403)
  expect(await session.text()).not.toMatch(/stack|node_modules| at /)

  // The page's own request is caught before it reaches the server, and sent again as another site would.
  await page.goto('/desk/members')
  await page.getByRole('button', { name: `Change ${member.name}` }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  const caught = new Promise<{ url: string; headers: Record<string, string>; body: string }>((resolve) => {
    void page.route('**/desk/members', async (route, request) => {
      if (request.method() !== 'POST') return route.continue()
      resolve({ url: request.url(), headers: request.headers(), body: request.postData() ?? '' })
      return route.abort()
    })
  })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
  const { url, headers, body } = await caught
  const { origin: own, ...others } = headers
  for (const origin of ['https://evil.example', 'null', '']) {
    const answer = await page.request.post(url, {
      headers: { ...others, ...(origin ? { origin } : {}) },
      data: body,
    })
    expect(answer.status()).toBe(403)
    expect((await db().member.findUniqueOrThrow({ where: { id: member.id } })).deactivatedAt).toBeNull()
  }
  // The same bytes with the right origin do it: what failed above failed because of the origin.
  await page.request.post(url, { headers: { ...others, origin: own ?? new URL(url).origin }, data: body })
  expect((await db().member.findUniqueOrThrow({ where: { id: member.id } })).deactivatedAt).not.toBeNull()
})

test('a browser is signed out from another one, and a copied cookie opens nothing after signing out', async ({
  page,
  browser,
  signInAs,
}) => {
  const me = await signInAs(page, 'reporter')
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await enterAs(other, me)
  await other.goto('/desk/interviews')
  await page.goto('/desk/sessions')
  await expect(page.getByRole('row')).toHaveCount(3)
  expect((await axe(page).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: /^Sign out (?!everywhere)/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await other.goto('/desk/interviews')
  await expect(other).toHaveURL(/sign-in/)

  const copy = await page.context().cookies()
  await page.getByRole('button', { name: me.name }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await elsewhere.addCookies(copy)
  await other.goto('/desk/interviews')
  await expect(other).toHaveURL(/sign-in/)
  await elsewhere.close()
})

test('the session’s cookie is for the server alone, and no answer of the desk is kept', async ({ page }) => {
  const member = await buildMember(db(), { password: PASSWORD })
  await page.goto('/desk/password')
  await fillIn(page, member.email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Your password' })).toBeVisible()
  const cookies = await page.context().cookies()
  const session = cookies.find((cookie) => cookie.name.endsWith('next-auth.session-token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const headers = (await page.reload())?.headers() ?? {}
  expect(headers['cache-control']).toContain('no-store')
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/)
  expect((await page.request.get('/api/auth/session')).status()).toBe(404)
  // next-auth's own way out forgets the cookie and not the session: there is one way out, and it ends both.
  const out = await page.request.post('/api/auth/signout', {
    headers: { origin: new URL(page.url()).origin },
    form: {},
  })
  expect(out.status()).toBe(404)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the way in, and adding a member, have no fault that axe knows in ${colorScheme}, and break no policy`, async ({
    page,
    signInAs,
  }) => {
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const faults = async () => (await axe(page).exclude('tbody tr:nth-child(n+8)').analyze()).violations
    await page.emulateMedia({ colorScheme })
    await page.goto('/sign-in')
    expect(await faults()).toEqual([])
    await signInAs(page, 'admin')
    await page.goto('/desk/members')
    await page.getByRole('button', { name: 'Add a member' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await faults(), 'dialog').toEqual([])
    expect(complaints).toEqual([])
  })
