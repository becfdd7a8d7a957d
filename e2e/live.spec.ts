import type { Browser, Page, Request } from '@playwright/test'
import { flagClaim } from '@/claims/flag-claim'
import { freePort } from '@/deploy/run-nginx'
import { axe } from '@/e2e/axe'
import { enterAs, expect, signInAs, test } from '@/e2e/sign-in'
import { deactivateMember } from '@/newsroom/deactivate-member'
import type { Actor, Role } from '@/newsroom/roles'
import { serve } from '@/platform/boot/web.mjs'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { selectWords } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

const STREAM = '**/api/desk/stream*'
const TURNS = [
  { speaker: 'Ada Quill', text: 'Good evening and welcome to the harbour. How many trees did you plant?' },
  {
    speaker: 'Bo Marsh',
    text: 'We planted nine million trees last year. Nobody in the north has ever planted more.',
  },
]

type Interview = Awaited<ReturnType<typeof buildInterview>>

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: siteOrigin() })
  return context.newPage()
}

async function openAt(page: Page, interview: Interview, hash = '') {
  await page.goto(`/desk/interviews/${interview.id}${hash}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
}

/** A colleague flags words, from wherever they are. */
async function flag(actor: Actor, interview: Interview, from: number) {
  return flagClaim(actor, {
    interviewId: interview.id,
    requestId: crypto.randomUUID(),
    selection: selectWords(interview, { turn: 1, from, to: from + 2 }),
  })
}

const colleague = (role: Role, name: string) => buildMember(db(), { role, name })
const row = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^Claim ${number}\\b`) })

/** How the page says that it is connected, in the list of who is here; somebody must be here. */
async function howConnected(page: Page): Promise<string> {
  await page.getByRole('button', { name: /colleagues? here/ }).click()
  const words = await page.getByRole('menu').innerText()
  await page.keyboard.press('Escape')
  return words
}

test('a colleague’s flag appears at once, without the page having asked by the clock', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'reporter', 'Ines First')
  const interview = await buildInterview(db(), { turns: TURNS })
  const watcher = await newPage(browser)
  await signInAs(watcher, 'reporter', 'Otto Second')
  await openAt(page, interview)
  await openAt(watcher, interview)
  await expect.poll(() => howConnected(watcher)).toContain('at once')
  // From here on the watcher's clock moves only as said below, by less than any regular question waits.
  await watcher.clock.install()
  await watcher.clock.pauseAt(Date.now() + 60_000)

  await page.getByRole('group', { name: 'Transcript' }).focus()
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeVisible()

  for (let step = 0; step < 25 && !(await row(watcher, 1).isVisible()); step++)
    await watcher.clock.runFor(100)
  await expect(row(watcher, 1)).toBeVisible()
  await watcher.context().close()
})

test('where streams are blocked the page asks by itself, and says so', async ({ page }) => {
  const ada = await colleague('reporter', 'Ada Quill')
  const interview = await buildInterview(db(), { turns: TURNS })
  await page.context().route(STREAM, (route) => route.abort())
  await signInAs(page, 'reporter')
  await db().presence.create({
    data: { id: crypto.randomUUID(), memberId: ada.id, interviewId: interview.id },
  })
  await openAt(page, interview)
  expect(await howConnected(page)).toContain('every few seconds')
  await flag(ada, interview, 0)
  await expect(row(page, 1)).toBeVisible()
})

test('after a lost connection the page catches up with all that happened', async ({ page }) => {
  const ada = await colleague('reporter', 'Ada Quill')
  const interview = await buildInterview(db(), { turns: TURNS })
  await signInAs(page, 'reporter')
  await openAt(page, interview)
  await flag(ada, interview, 0)
  await expect(row(page, 1)).toBeVisible()
  await page.context().setOffline(true)
  for (const from of [3, 6, 9]) await flag(ada, interview, from)
  await page.context().setOffline(false)
  await expect(row(page, 4)).toBeVisible()
})

test('colleagues see who is in which claim and in which text, until they leave', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'editor', 'Ines First')
  const interview = await buildInterview(db(), { turns: TURNS })
  await flag(await colleague('reporter', 'Cy Third'), interview, 0)
  await openAt(page, interview)
  const other = await newPage(browser)
  await signInAs(other, 'editor', 'Otto Second')
  await openAt(other, interview, '#claim-1')

  await expect(row(page, 1)).toContainText('Otto Second')
  await page.getByRole('button', { name: '1 colleague here' }).click()
  await expect(page.getByRole('menuitem', { name: /Otto Second.*In claim 1/ })).toBeVisible()
  // A menu stands outside the page's landmarks for as long as it is open.
  const found = await axe(page).disableRules('region').analyze()
  expect(found.violations).toEqual([])
  await page.keyboard.press('Escape')
  await row(page, 1).click()
  await expect(page.getByText('Otto Second has this claim open too.')).toBeVisible()
  await expect(page.getByText(/writing here/)).toBeHidden()
  await other.getByLabel('What we found').focus()
  await expect(page.getByText('Otto Second is writing here.')).toBeVisible()
  // A hint, never a lock.
  await page.getByLabel('What we found').fill('The register lists forty thousand.')
  await expect(other.getByText('Ines First is writing here.')).toBeVisible()

  await other.goto('about:blank')
  await expect(page.getByText('Otto Second has this claim open too.')).toBeHidden()
  await expect(page.getByRole('button', { name: /colleagues? here/ })).toBeHidden()
  await other.context().close()
})

test('a deactivated member’s page stops hearing at once, and gets nothing by asking', async ({ page }) => {
  const admin = await colleague('admin', 'Root Admin')
  const member = await signInAs(page, 'reporter')
  const interview = await buildInterview(db(), { turns: TURNS })
  const opened = page.waitForResponse(STREAM)
  const ended = page.waitForEvent('requestfinished', (request) => request.url().includes('/api/desk/stream'))
  await openAt(page, interview)
  const headers = (await opened).headers()
  expect(headers['content-type']).toContain('text/event-stream')
  // Compressing would hold events back.
  expect(headers['content-encoding']).toBeUndefined()
  await deactivateMember(admin, { memberId: member.id })
  await ended
  const refused = await page.request.get(`/api/desk/stream?member=${member.id}`)
  expect(refused.status()).toBe(401)
})

/** A page's requests for a stream that have not ended, kept up to date. */
function openStreams(page: Page): Set<Request> {
  const open = new Set<Request>()
  page.on('request', (request) => {
    if (request.url().includes('/api/desk/stream')) open.add(request)
  })
  const ended = (request: Request) => void open.delete(request)
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  return open
}

test('eight tabs of one member share one stream and stay usable', async ({ page }) => {
  await signInAs(page, 'reporter')
  const ada = await colleague('reporter', 'Ada Quill')
  const interview = await buildInterview(db(), { turns: TURNS })
  const context = page.context()
  const tabs = [page]
  while (tabs.length < 8) tabs.push(await context.newPage())
  const streams = tabs.map(openStreams)
  const count = () => streams.reduce((sum, { size }) => sum + size, 0)
  for (const tab of tabs) await openAt(tab, interview)
  expect(count()).toBe(1)
  await flag(ada, interview, 0)
  for (const tab of tabs) await expect(row(tab, 1)).toBeVisible()
  // The tab that holds the stream closes; another takes over, and the others still hear.
  const holder = streams.findIndex(({ size }) => size > 0)
  streams[holder]?.clear()
  await tabs[holder]?.close()
  const left = tabs.filter((_, index) => index !== holder)
  await expect.poll(count).toBe(1)
  await flag(ada, interview, 3)
  for (const tab of left) await expect(row(tab, 2)).toBeVisible()
  expect(count()).toBe(1)
})

test('a change on one server reaches a page on another, which ends in order with a stream open', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const port = await freePort()
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
  const second = await serve({
    mode: 'start',
    host: '127.0.0.1',
    port,
    env: { ...env, NODE_OPTIONS: '', NEXTAUTH_URL: `http://localhost:${port}` },
    log: { write: () => true },
  })
  try {
    await signInAs(page, 'reporter', 'Ines First')
    const interview = await buildInterview(db(), { turns: TURNS })
    const elsewhere = await (await browser.newContext({ baseURL: `http://localhost:${port}` })).newPage()
    await enterAs(elsewhere, await colleague('reporter', 'Otto Second'))
    await openAt(page, interview)
    await openAt(elsewhere, interview)
    await expect.poll(() => howConnected(elsewhere)).toContain('at once')
    await page.getByRole('group', { name: 'Transcript' }).focus()
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('f')
    await expect(row(elsewhere, 1)).toBeVisible()
    // Told to end, it ends by itself although a stream is open.
    await second.stop()
    expect(await second.exited).toBe(143)
    await elsewhere.context().close()
  } finally {
    await second.stop()
  }
})
