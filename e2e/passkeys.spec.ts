import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { db } from '@/platform/db'
import { expect, test } from './sign-in'

test.use({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': `test-${randomUUID()}` }),
})

/** A device that holds passkeys and knows its owner's finger, made by the browser's own tools. */
async function withDevice(page: Page) {
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** The wrong finger from now on, or the right one again. */
    knowsOwner: (isUserVerified: boolean) =>
      tools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

test('a passkey is added, named, opens the desk by itself, and is removed', async ({ page, signInAs }) => {
  const device = await withDevice(page)
  const me = await signInAs(page, 'editor')
  await page.goto('/desk/account')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
    /Give the passkey a name/,
  )
  await page.getByRole('textbox', { name: 'Name' }).fill('Work laptop')
  expect((await axe(page).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: 'Rename Work laptop' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Blue key')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: 'Blue key' })).toContainText('Not yet')
  expect((await axe(page).analyze()).violations).toEqual([])

  // With the wrong finger nobody comes in, whatever is pressed.
  await device.knowsOwner(false)
  await page.getByRole('button', { name: me.name }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('No passkey was used.')).toBeVisible()
  expect((await axe(page).analyze()).violations).toEqual([])
  await page.goto('/sign-in?callbackUrl=/desk/sessions')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('No passkey was used.')).toBeVisible()
  await device.knowsOwner(true)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('row', { name: /\(this one\)/ })).toContainText('Passkey')

  await page.goto('/desk/account')
  await page.getByRole('button', { name: 'Remove Blue key' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByRole('row', { name: 'Blue key' })).toHaveCount(0)
  expect(await db().passkey.count({ where: { memberId: me.id } })).toBe(0)
})
