import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { siteOrigin } from '@/platform/env'
import { buildPublished } from '@/prisma/factories/publication'

/** Another site: serves this markup on an address of its own while the work is done. */
async function onAnotherSite(markup: string, work: (address: string) => Promise<void>): Promise<void> {
  const site = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>Another site</title><main><h1>Another site</h1>${markup}</main>`,
    )
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const address = site.address()
  if (typeof address !== 'object' || address === null)
    throw new Error('A server that listens has an address.')
  await work(`http://127.0.0.1:${address.port}/`)
  site.close()
}

const frameHeight = (page: Page) =>
  page.locator('iframe').evaluate((frame) => Math.round(frame.getBoundingClientRect().height))
const faults = async (page: Page) =>
  (await axe(page).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

test('a check is taken along to another site: as high as it needs, without a cookie, its links in tabs of their own', async ({
  page,
  context,
}) => {
  const { interview } = await buildPublished({
    claims: [{ explanation: 'The register says otherwise. '.repeat(40) }],
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${siteOrigin()}/interviews/${interview.slug}/claims/1`)
  await page.getByText('Embed this check').click()
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  const snippet = await page.getByLabel(/^Paste this/).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(snippet)

  await onAnotherSite(snippet, async (address) => {
    await page.setViewportSize({ width: 400, height: 900 })
    await page.goto(address)
    const inside = page.frameLocator('iframe')
    await expect(inside.getByRole('heading', { level: 1 })).toBeVisible()
    const needed = () =>
      inside.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height))
    await expect.poll(async () => (await frameHeight(page)) - (await needed())).toBe(0)
    const folded = await frameHeight(page)
    await inside.getByText('What we found').click()
    await expect.poll(() => frameHeight(page)).toBeGreaterThan(folded + 100)
    await expect.poll(async () => (await frameHeight(page)) - (await needed())).toBe(0)
    expect(await inside.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)

    // Only our own frame is listened to: the page around it, or anybody's frame in it, says what it likes.
    const before = await frameHeight(page)
    await page.evaluate(
      () =>
        new Promise<void>((heard) => {
          addEventListener('message', () => setTimeout(heard))
          postMessage({ claimline: 'height', height: 7 }, '*')
        }),
    )
    expect(await frameHeight(page)).toBe(before)

    const opened = context.waitForEvent('page')
    await inside.getByRole('link', { name: /^Read the whole check/ }).click()
    const tab = await opened
    await tab.waitForLoadState()
    expect(new URL(tab.url()).pathname).toBe(`/interviews/${interview.slug}/claims/1`)
    expect(await tab.evaluate(() => window.opener)).toBeNull()
    await tab.goto(`${siteOrigin()}/embed/interviews/${interview.slug}/claims/1`)
    expect(await faults(tab)).toEqual([])
    expect(await context.cookies()).toEqual([])
  })
})

test('what was not made for it is framed by nobody; an interview’s frame reads without scripts, in the dark', async ({
  browser,
}) => {
  const { interview } = await buildPublished()
  const context = await browser.newContext({
    javaScriptEnabled: false,
    colorScheme: 'dark',
    viewport: { width: 320, height: 700 },
  })
  const page = await context.newPage()
  const path = `/interviews/${interview.slug}`
  const framed = (src: string) => `<iframe src="${siteOrigin()}${src}" title="Frame"></iframe>`
  await onAnotherSite(`${framed(path)}${framed(`${path}/claims/1`)}${framed('/')}`, async (address) => {
    await page.goto(address)
    for (const frame of page.frames().slice(1)) expect(frame.url()).not.toContain(siteOrigin())
  })
  await onAnotherSite(framed(`/embed${path}`), async (address) => {
    await page.goto(address)
    const inside = page.frameLocator('iframe')
    await expect(inside.getByRole('heading', { level: 1 })).toHaveText(interview.title)
    const links = inside.getByRole('link')
    expect(await links.count()).toBeGreaterThan(1)
    expect(await inside.locator('form, input, button, textarea, select').count()).toBe(0)
  })
  await context.close()
})
