import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { codeAt } from '@/newsroom/second-factor/totp'
import { freshInstallation } from '@/platform/boot/testing/fresh-installation.mjs'
import { db } from '@/platform/db'
import { env } from '@/platform/env'
import { buildMember } from '@/prisma/factories/member'
import { atBrowser, buildTotp } from '@/prisma/factories/second-factor'
import { ownServer } from './own-server'
import { expect, test } from './sign-in'

const PASSWORD = 'four unrelated words here'
const HALF_A_MINUTE = 30_000

/** Attempts are counted by network address; each test comes from one of its own. */
test.use({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': `test-${randomUUID()}` }),
})

async function givePassword(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const faults = async (page: Page) => (await axe(page).analyze()).violations

/** Sets the app up on the page that is open. @returns the secret and the recovery codes, as they were shown. */
async function setUpApp(page: Page) {
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  expect(await faults(page)).toEqual([])
  const secret = (await page.getByTestId('totp-secret').innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('Six digits').fill('12')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByLabel('Six digits')).toHaveAccessibleDescription(/not the code/)
  await page.getByLabel('Six digits').fill(codeAt(secret, new Date()))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  const codes = await page.getByTestId('recovery-codes').getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  return { secret, codes }
}

test('an authenticator app is set up, asked for, and turned off again with a recovery code', async ({
  page,
  browser,
}) => {
  const member = await buildMember(db(), { password: PASSWORD })
  await page.goto('/desk/account')
  await givePassword(page, member.email)
  const { codes } = await setUpApp(page)
  await expect(page.getByText('10 of the codes that you kept are unused.')).toBeVisible()
  for (const code of codes) await expect(page.getByText(code)).toHaveCount(0)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto('/desk/account')
  await givePassword(other, member.email)
  await expect(other.getByRole('heading', { name: 'One more step' })).toBeVisible()
  // The password alone opens nothing.
  await other.goto('/desk/interviews')
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await elsewhere.close()

  await page.getByRole('button', { name: 'Turn it off' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await dialog.getByLabel(/^Code/).fill('nonsense')
  await dialog.getByRole('button', { name: 'Turn it off' }).click()
  await expect(dialog.getByLabel(/^Code/)).toHaveAccessibleDescription(/wrong/)
  await dialog.getByLabel(/^Code/).fill(codes[0] ?? '')
  await dialog.getByRole('button', { name: 'Turn it off' }).click()
  await expect(page.getByText('The authenticator app is off.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Set up an authenticator app' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the second step is a form like any other, also for a recovery code, and leads where one wanted to go', async ({
    page,
  }) => {
    const member = await atBrowser(await buildMember(db(), { password: PASSWORD }))
    const { code, recoveryCodes } = await buildTotp(member)
    await page.goto('/desk/sessions')
    await givePassword(page, member.email)
    await page.getByLabel('Code from your authenticator app').fill('000000')
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByLabel('Code from your authenticator app')).toHaveAccessibleDescription(/wrong/)
    // The code of the next half minute is let in already, and the one now was used to set the app up.
    await page.getByLabel('Code from your authenticator app').fill(code(new Date(Date.now() + HALF_A_MINUTE)))
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('row', { name: /\(this one\)/ })).toContainText('Password and code')

    await page.getByRole('button', { name: member.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.goto('/desk/sessions')
    await givePassword(page, member.email)
    await page.getByText('Use a recovery code').click()
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCodes[0] ?? '')
    await page.getByRole('button', { name: 'Use this code' }).click()
    await expect(page.getByRole('row', { name: /\(this one\)/ })).toContainText('Password and recovery code')
    await page.goto('/sign-in/code')
    await expect(page).toHaveURL(/\/desk\/interviews/)
  })
})

test('where everybody must have a second factor, who has none sets it up and can do nothing before', async ({
  page,
}) => {
  test.slow() // a server and a database of its own: the setting is the whole site's
  const site = await freshInstallation(env().DATABASE_URL, `claimline_must_${process.pid}`)
  const server = await ownServer({ DATABASE_URL: site.url })
  try {
    await page.goto(`${server.address}/desk/settings`)
    await givePassword(page, site.admin.email, site.admin.password)
    await page.getByLabel('Second factor when signing in').selectOption('everybody')
    await page.getByRole('button', { name: 'Save settings' }).click()
    await expect(page).toHaveURL(/\/sign-in\/set-up/)
    for (const path of ['/desk/interviews', '/desk/account', '/desk/password', '/desk/audit']) {
      await page.goto(`${server.address}${path}`)
      await expect(page, path).toHaveURL(/\/sign-in\/set-up/)
    }
    const asked = await page.request.get(`${server.address}/api/audit`)
    expect(asked.status()).toBe(403)
    expect(await faults(page)).toEqual([])
    await setUpApp(page)
    await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible()
  } finally {
    await server.kill()
    await site.drop()
  }
})
