import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axe } from '@/e2e/axe'
import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

/** What the server would answer of a page; that it asks the public web alone has its tests beside platform/public-fetch. */
const PAGE = {
  url: 'https://register.example/trees',
  title: 'Trees planted, by year',
  publisher: 'The Forest Register',
  author: 'Ivo Tal',
  publishedOn: '2026-03-04',
  language: 'en',
  canonicalUrl: 'https://register.example/trees',
  description: '',
  kind: 'dataset',
  appearanceKind: 'document',
}

async function openClaim(page: Page, wanted: Parameters<typeof buildClaim>[2] = {}) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { status: 'researching', ...wanted })
  await page.goto(`/desk/interviews/${interview.id}#claim-${claim.number}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await expect(page.getByRole('heading', { name: `Claim ${claim.number}` })).toBeVisible()
  return { interview, claim }
}

/** As a browser pastes, where nothing is in the clipboard of the machine: the event first, then the text. */
async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text', pasted)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
    document.activeElement?.dispatchEvent(event)
    // As a browser does it: the text stands there before anything else can happen.
    document.execCommand('insertText', false, pasted)
  }, text)
}

async function withoutFaults(page: Page) {
  const { violations } = await axe(page).analyze()
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

const sourcesOf = (claimId: string) =>
  db().evidence.findMany({ where: { claimId }, orderBy: { position: 'asc' }, include: { expert: true } })

test('an address fills what is empty and nothing that was typed, by keys alone, and Escape takes it back', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await page.route('**/api/sources/read', (route) => route.fulfill({ json: PAGE }))
  const { claim } = await openClaim(page, { evidence: [] })
  await page.keyboard.press('v')
  const form = page.getByRole('form', { name: 'New source' })
  await expect(form.getByLabel('Address')).toBeFocused()
  await form.getByLabel('Publisher').fill('The Register itself')
  await form.getByLabel('Address').fill('https://register.example/trees')
  await form.getByLabel('Address').press('Alt+i')
  await expect(form.getByLabel('Title', { exact: true })).toHaveValue('Trees planted, by year')
  await expect(form.getByLabel('Publisher')).toHaveValue('The Register itself')
  await expect(form.getByLabel('Kind')).toHaveValue('dataset')
  await expect(form.getByLabel('Published on')).toHaveValue('2026-03-04')
  await expect(page.getByTestId('spoken')).toContainText('Filled in from the page: title, date, kind.')
  await withoutFaults(page)
  await form.getByLabel('Address').press('Escape')
  await expect(form.getByLabel('Title', { exact: true })).toHaveValue('')
  await expect(form.getByLabel('Kind')).toHaveValue('document')
  await form.getByRole('button', { name: 'Fill in from the page' }).click()
  await form.getByRole('button', { name: 'Save the source' }).click()
  await expect(page.getByRole('link', { name: 'Trees planted, by year' })).toBeVisible()
  expect(await sourcesOf(claim.id)).toMatchObject([
    { title: 'Trees planted, by year', publisher: 'The Register itself', kind: 'dataset' },
  ])
})

test('a pasted address that leads inside is refused by the server in a sentence, and the form stays to be typed', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { claim } = await openClaim(page, { evidence: [] })
  await page.getByRole('button', { name: 'Add a source' }).click()
  const form = page.getByRole('form', { name: 'New source' })
  await form.getByLabel('Address').focus()
  await paste(page, 'http://169.254.169.254/latest/meta-data/')
  await expect(form.getByText('leads into a private network')).toBeVisible()
  await withoutFaults(page)
  await form.getByLabel('Title', { exact: true }).fill('Typed by hand')
  await form.getByRole('button', { name: 'Save the source' }).click()
  await expect(page.getByRole('link', { name: 'Typed by hand' })).toBeVisible()
  // The same for the page as a copy: the source stays, without one.
  await page.getByRole('button', { name: 'Keep the page: Typed by hand' }).click()
  const sources = page.getByRole('list', { name: 'Sources' })
  await expect(sources.getByText('leads into a private network')).toBeVisible()
  expect(await sourcesOf(claim.id)).toMatchObject([{ title: 'Typed by hand', copyHash: null }])
})

test('a file is kept with its source, comes back as it was for members alone, and survives a removal taken back', async ({
  page,
  signInAs,
  browser,
}) => {
  await signInAs(page, 'reporter')
  const { claim } = await openClaim(page)
  const row = page.getByRole('list', { name: 'Sources' }).getByRole('article')
  const bytes = Buffer.from('<!doctype html><script>alert(1)</script><title>Kept</title>')
  await row
    .getByLabel('Add a file…')
    .setInputFiles({ name: 'Bäume – 2026.html', mimeType: 'text/html', buffer: bytes })
  await expect(row.getByText('Copy kept here')).toBeVisible()
  await withoutFaults(page)
  const download = page.waitForEvent('download')
  await row.getByRole('link', { name: 'Bäume – 2026.html' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Bäume – 2026.html')
  expect(await readFile(await file.path())).toEqual(bytes)

  const address = `/api/claims/${claim.id}/sources/${claim.evidence[0]}/copy`
  const answer = await page.request.get(address)
  expect(answer.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  })
  expect(answer.headers()['content-disposition']).toMatch(/^attachment; /)
  const stranger = await browser.newContext({ baseURL: new URL(page.url()).origin })
  expect((await stranger.request.get(address)).status()).toBe(401)
  await stranger.close()

  await row.getByRole('button', { name: /^Remove Register/ }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row.getByText('Copy kept here')).toBeVisible()
  await row.getByRole('button', { name: /^Remove the copy/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove it' }).click()
  await expect(row.getByText('Copy kept here')).toBeHidden()
  await row.getByLabel('Add a file…').setInputFiles({
    name: 'setup.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]),
  })
  await expect(row.getByText('This kind of file is not kept', { exact: false })).toBeVisible()
})

test('sources are put in order by keys and by dragging, and known experts are proposed', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  const { claim } = await openClaim(page, {
    evidence: [{ title: 'Alpha' }, { title: 'Beta' }, { title: 'Gamma' }],
  })
  const titles = async () => (await sourcesOf(claim.id)).map((item) => item.title)
  await page.getByRole('button', { name: 'Move Gamma, 3 of 3' }).press('ArrowUp')
  await expect(page.getByTestId('spoken')).toHaveText('Now 2 of 3.')
  await expect(page.getByRole('button', { name: 'Move Gamma, 2 of 3' })).toBeFocused()
  expect(await titles()).toEqual(['Alpha', 'Gamma', 'Beta'])
  await page.getByRole('button', { name: 'Change Beta' }).press('Alt+ArrowUp')
  await expect.poll(titles).toEqual(['Alpha', 'Beta', 'Gamma'])
  await page
    .getByRole('heading', { name: 'Evidence' })
    .evaluate((one) => one.scrollIntoView({ block: 'start' }))
  await expect(page.getByRole('button', { name: 'Move Alpha, 1 of 3' })).toBeVisible()
  await page.getByRole('button', { name: 'Move Alpha, 1 of 3' }).hover()
  await page.mouse.down()
  const last = await page.getByRole('listitem').filter({ hasText: 'Gamma' }).boundingBox()
  await page.mouse.move(200 + (last?.x ?? 0), (last?.y ?? 0) + (last?.height ?? 0) - 2, { steps: 5 })
  await page.mouse.up()
  await expect.poll(titles).toEqual(['Beta', 'Gamma', 'Alpha'])

  const tag = crypto.randomUUID().slice(0, 6)
  const person = await db().person.create({
    data: { name: `Ola Reyn ${tag}`, slug: `ola-${tag}`, affiliation: 'Pilots’ guild' },
  })
  await page.keyboard.press('Alt+Shift+q')
  const form = page.getByRole('form', { name: 'New source' })
  await expect(form.getByLabel('Expert’s name')).toBeFocused()
  await page.keyboard.type(tag)
  await expect(form.getByRole('option', { name: /Pilots’ guild/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await withoutFaults(page)
  await page.keyboard.press('Enter')
  await expect(form.getByLabel('Expert’s name')).toHaveValue(person.name)
  await form.getByLabel('Affiliation').fill('Harbour office')
  await expect(form.getByLabel(/has moved/)).toBeVisible()
  await form.getByLabel('Title', { exact: true }).fill('A talk')
  await form.getByRole('button', { name: 'Save the source' }).click()
  await expect(page.getByRole('list', { name: 'Sources' }).getByText('Harbour office')).toBeVisible()
  const saved = (await sourcesOf(claim.id)).at(-1)
  expect(saved).toMatchObject({ expertId: person.id, affiliation: 'Harbour office' })
  expect(saved?.expert?.affiliation).toBe('Pilots’ guild')
})

test('where a claim made elsewhere stood is changed by two at once, and neither is lost', async ({
  page,
  signInAs,
}) => {
  await signInAs(page, 'reporter')
  await page.route('**/api/sources/read', (route) => route.fulfill({ json: PAGE }))
  const interview = await buildInterview(db())
  await page.goto(`/desk/interviews/${interview.id}`)
  await expect(page.getByTestId('workspace-ready')).toBeAttached()
  await page.getByRole('button', { name: 'Add a claim made elsewhere' }).click()
  await page.getByLabel('What was written or said').fill('It was a massive atack.')
  await page.getByLabel('By whom').fill('Bo Marsh')
  await page.getByLabel('Address').focus()
  await paste(page, 'https://gull.example/1')
  await expect(page.getByLabel('Title or name of the place')).toHaveValue(PAGE.title)
  await page.getByRole('button', { name: 'Add the claim' }).click()
  await expect(page.getByRole('heading', { name: 'Claim 1' })).toBeFocused()
  await page.getByRole('button', { name: 'Change what was said and where' }).click()
  const form = page.getByRole('form', { name: 'Change what was said and where' })
  await form.getByLabel('What was written or said').fill('It was a massive attack.')
  await db().claim.updateMany({
    where: { interviewId: interview.id },
    data: { appearanceTitle: 'A colleague’s title', version: { increment: 1 }, revision: { increment: 1 } },
  })
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(form.getByText('A colleague’s title', { exact: false })).toBeVisible()
  await withoutFaults(page)
  await form.getByRole('button', { name: 'Keep mine' }).click()
  const said = page.getByRole('region', { name: 'What was said' })
  await expect(said.getByText('“It was a massive attack.”')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change what was said and where' })).toBeFocused()
})
