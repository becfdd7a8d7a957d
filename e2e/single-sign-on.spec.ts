import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { OAuth2Server } from 'oauth2-mock-server'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { type OwnServer, ownServer } from './own-server'
import { expect, test } from './sign-in'

/** A provider on this machine, and a server of the desk that trusts it. */
let provider: OAuth2Server
let desk: OwnServer
/** What the provider says of whoever comes next. */
let says: Record<string, unknown> = {}

test.beforeAll(async () => {
  provider = new OAuth2Server()
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, 'localhost')
  provider.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, says)
  })
  desk = await ownServer({
    CLAIMLINE_OIDC_ISSUER: provider.issuer.url ?? '',
    CLAIMLINE_OIDC_CLIENT_ID: 'claimline',
    CLAIMLINE_OIDC_CLIENT_SECRET: 'only between these two',
    CLAIMLINE_OIDC_NAME: 'Newsroom ID',
    CLAIMLINE_OIDC_ALLOWED_DOMAINS: 'newsroom.example',
    CLAIMLINE_OIDC_ROLE_CLAIM: 'resource.desk.roles',
    CLAIMLINE_OIDC_ROLE_MAP: 'desk-reporters=reporter,desk-editors=editor',
  })
})

test.afterAll(async () => {
  await desk.kill()
  await provider.stop()
})

const person = (more: object = {}) => ({
  sub: randomUUID(),
  email: `sso-${randomUUID().slice(0, 8)}@newsroom.example`,
  email_verified: true,
  name: 'Nora Provided',
  resource: { desk: { roles: ['desk-editors'] } },
  ...more,
})

async function comeBy(page: Page, path = '/desk/sessions') {
  await page.goto(`${desk.address}${path}`)
  await page.getByRole('button', { name: 'Sign in with Newsroom ID' }).click()
}

test('who the provider vouches for comes in with the role it says, an invited one as who they are', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const member = await buildMember(db(), { role: 'reporter', name: 'Ada Invited' })
  says = person({ email: member.email, sub: `at-provider-${member.id}` })
  await page.goto(`${desk.address}/sign-in`)
  expect((await axe(page).analyze()).violations).toEqual([])
  await comeBy(page)
  await expect(page.getByRole('row', { name: /\(this one\)/ })).toContainText('Single sign-on')
  await expect(page.getByRole('button', { name: 'Ada Invited' })).toBeVisible()
  expect(await db().member.findUniqueOrThrow({ where: { id: member.id } })).toMatchObject({ role: 'editor' })
  await page.getByRole('button', { name: 'Ada Invited' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect(await db().memberSession.count({ where: { memberId: member.id } })).toBe(0)

  says = person()
  await comeBy(page)
  await expect(page.getByRole('button', { name: 'Nora Provided' })).toBeVisible()
  // Whoever signed out is told so by what the page asks next.
  expect(complaints.filter((one) => !one.includes('401'))).toEqual([])
})

test('whom the provider does not vouch for rightly stays out, and is told why', async ({ page }) => {
  const outcomes: [object, RegExp][] = [
    [{ email_verified: false }, /does not say that your e-mail address is your own/],
    [{ email: `eve@evil-newsroom.example` }, /e-mail domain are not let in/],
    [{ resource: { desk: { roles: ['cooks'] } } }, /gives you no role/],
    [{ nonce: 'of somebody else' }, /could not be trusted/],
    [{ iss: 'https://evil.example' }, /could not be trusted/],
    [{ aud: 'another-client' }, /could not be trusted/],
    [{ exp: 1_000_000_000 }, /could not be trusted/],
  ]
  const stranger = `Eve ${randomUUID()}`
  for (const [wrong, sentence] of outcomes) {
    says = person({ name: stranger, ...wrong })
    await comeBy(page)
    await expect(page.getByRole('alert').filter({ hasText: sentence }), JSON.stringify(wrong)).toBeVisible()
    await page.goto(`${desk.address}/desk/sessions`)
    await expect(page).toHaveURL(/sign-in/)
  }
  expect(await db().member.count({ where: { name: stranger } })).toBe(0)
})

test('an answer of the provider opens once, and only in the browser that asked', async ({
  page,
  browser,
}) => {
  says = person()
  const answers: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/auth/callback/oidc')) answers.push(request.url())
  })
  await comeBy(page)
  await expect(page.getByRole('button', { name: 'Nora Provided' })).toBeVisible()
  const [answer = ''] = answers
  expect(answer).toContain('state=')
  await page.context().clearCookies({ name: 'next-auth.session-token' })
  await page.goto(answer)
  await expect(page.getByRole('alert').filter({ hasText: 'could not be trusted' })).toBeVisible()

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(answer)
  await expect(other.getByRole('alert').filter({ hasText: 'could not be trusted' })).toBeVisible()
  await other.goto(`${desk.address}/desk/sessions`)
  await expect(other).toHaveURL(/sign-in/)
  await elsewhere.close()
})
