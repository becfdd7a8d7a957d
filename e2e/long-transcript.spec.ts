import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

function turnsOf(count: number, words: number) {
  return Array.from({ length: count }, (_, turn) => ({
    speaker: turn % 2 ? 'Bo Marsh' : 'Ada Quill',
    text: `${Array.from({ length: words }, (_word, word) => `w${turn}x${word}`).join(' ')}.`,
  }))
}

async function open(page: Page, id: string) {
  await page.goto(`/desk/interviews/${id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
}

async function elements(page: Page) {
  await expect(page.getByText('Loading the transcript …')).toHaveCount(0)
  return page.evaluate(() => ({
    all: document.body.querySelectorAll('*:not(script)').length,
    transcript: document.querySelectorAll('#transcript *').length,
  }))
}

test('the page grows with turns and with claims, and never with words', async ({ page, signInAs }) => {
  await signInAs(page, 'editor')
  const short = await buildInterview(db(), { turns: turnsOf(60, 5) })
  const wordy = await buildInterview(db(), { turns: turnsOf(60, 40) })
  const long = await buildInterview(db(), { turns: turnsOf(120, 5) })
  await open(page, short.id)
  const few = await elements(page)
  await open(page, wordy.id)
  const many = await elements(page)
  // Two elements a turn, and one around each stretch of a screen or more.
  const stretches = many.transcript - few.transcript
  expect(stretches).toBeLessThan(10)
  expect(many.all - few.all).toBe(stretches)
  await open(page, long.id)
  const twice = await elements(page)
  expect(twice.transcript - few.transcript).toBeGreaterThanOrEqual(120)
  expect(twice.transcript - few.transcript).toBeLessThan(130)

  for (let turn = 0; turn < 20; turn += 1) await buildClaim(db(), wordy, { words: { turn, from: 0, to: 30 } })
  await open(page, wordy.id)
  const claimed = await elements(page)
  // Claims are rows beside the transcript, not elements within it.
  expect(claimed.transcript).toBe(many.transcript)
  expect(claimed.all).toBeGreaterThan(many.all)
})

test('the browser’s own search finds the last word of a long transcript', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const { id } = await buildInterview(db(), { turns: turnsOf(300, 60) })
  await open(page, id)
  const found = await page.evaluate(() => {
    const search = 'find' in window && typeof window.find === 'function' ? window.find : null
    return search?.call(window, 'w299x59.')
  })
  expect(found).toBe(true)
  const last = page.locator('#transcript p').last()
  await expect(last).toBeInViewport()
  // What was found is in sight and laid out: a click there is a click on its words.
  await last.click({ position: { x: 40, y: 20 } })
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: /^Flag/ }).last()).toBeVisible()
})

test('a transcript that does not arrive says why, and is asked for again', async ({ page, signInAs }) => {
  await signInAs(page, 'reporter')
  const { id } = await buildInterview(db(), { turns: turnsOf(3, 5) })
  await page.route('**/transcript', (route) => route.abort())
  await page.goto(`/desk/interviews/${id}`)
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
  await expect(alert).toContainText('The server could not be reached.')
  await page.unroute('**/transcript')
  await page.route('**/transcript', (route) => route.fulfill({ status: 401, body: '{}' }))
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toContainText('You are no longer signed in.')
  const again = alert.getByRole('link', { name: 'Sign in again' })
  expect(await again.getAttribute('href')).toBe(
    `/sign-in?callbackUrl=${encodeURIComponent(`/desk/interviews/${id}`)}`,
  )
  await page.unroute('**/transcript')
  await page.reload()
  await expect(page.locator('#transcript p')).toHaveCount(3)
})
