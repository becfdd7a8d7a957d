import { axe } from '@/e2e/axe'
import { expect, signInAs, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { buildPublished } from '@/prisma/factories/publication'

const reportsOf = (interviewId: string) =>
  db().readerReport.findMany({ where: { interviewId }, orderBy: { at: 'asc' } })
const faults = async (page: Parameters<typeof signInAs>[0]) =>
  (await axe(page).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

test('a reader without scripts reports an error; what is wrong stands beside its field and what was typed stays', async ({
  browser,
}) => {
  const { interview } = await buildPublished()
  const context = await browser.newContext({ baseURL: siteOrigin(), javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/interviews/${interview.slug}`)
  await page.locator('.note summary').first().click()
  await page.locator('.note').getByRole('link', { name: 'Report an error' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report an error')
  await expect(page.getByLabel('What is it about?')).toHaveValue('1')
  await page.getByLabel('What is wrong?').fill('It was <b>eight</b> million.\nSee the register.')
  await page.getByLabel(/^Your e-mail address/).fill('reader@example')
  await page.getByRole('button', { name: 'Send the report' }).click()
  const address = page.getByLabel(/^Your e-mail address/)
  await expect(address).toHaveAccessibleDescription(/Give an address such as name@example.org/)
  await expect(address).toHaveValue('reader@example')
  await expect(page.getByLabel('What is wrong?')).toHaveValue(
    'It was <b>eight</b> million.\nSee the register.',
  )
  await address.fill('reader@example.org')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('Your report has reached the newsroom.', { exact: false })).toBeVisible()
  expect(await context.cookies()).toEqual([])
  expect(await reportsOf(interview.id)).toMatchObject([
    {
      claimNumber: 1,
      message: 'It was <b>eight</b> million.\nSee the register.',
      replyTo: 'reader@example.org',
    },
  ])
  await context.close()
})

test('a report is written over the page, found in the inbox, read at the desk, closed and opened again, and never public', async ({
  page,
}) => {
  const { interview } = await buildPublished()
  const address = `/interviews/${interview.slug}`
  await page.goto(`${address}#claim-1`)
  const open = () => page.locator('.note[open] a[data-report]').click()
  await open()
  const dialog = page.getByRole('dialog', { name: 'Report an error' })
  await dialog.getByLabel('What is wrong?').fill('Canary of a reader')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await open()
  await expect(dialog.getByLabel('What is wrong?')).toHaveValue('Canary of a reader')
  await dialog.getByLabel(/^Your e-mail address/).fill('a@b')
  await dialog.getByRole('button', { name: 'Send the report' }).click()
  await expect(dialog.getByLabel(/^Your e-mail address/)).toBeFocused()
  await expect(dialog.getByText('Give an address such as', { exact: false })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await dialog.getByLabel(/^Your e-mail address/).fill('')
  await dialog.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('dialog', { name: 'Thank you' })).toBeVisible()
  await page.keyboard.press('Escape')

  const me = await signInAs(page, 'editor')
  await db().notice.updateMany({ where: { memberId: me.id }, data: { readAt: new Date() } })
  // Reported before this editor came; the next one reaches them, and whoever was told of the first is not told again.
  await db().readerReport.updateMany({
    where: { interviewId: interview.id },
    data: { closedAt: new Date(), closedById: me.id },
  })
  const sent = await page.request.post('/api/report', {
    headers: { origin: siteOrigin() },
    form: {
      slug: interview.slug,
      claim: '',
      publication: '1',
      message: 'Canary of a second reader',
      replyTo: '',
    },
  })
  expect(sent.status()).toBe(200)
  await page.goto('/desk/inbox?show=readers')
  await page
    .getByRole('link', { name: /A reader reports an error/ })
    .first()
    .click()
  await expect(page).toHaveURL(`/desk/reports?interview=${interview.id}`)
  const row = page.getByRole('listitem').filter({ hasText: 'Canary of a second reader' })
  // Until the page hears keys.
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(row.getByRole('button')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('e')
  await expect(row).toContainText('Closed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row.getByRole('button', { name: /^Close/ })).toBeVisible()
  await row.getByRole('button', { name: /^Close/ }).click()
  await expect(row).toContainText('Closed')
  await page.reload()
  await expect(page.getByText('No report is open')).toBeVisible()
  await page.getByRole('link', { name: 'Closed', exact: true }).click()
  await expect(page.getByText('Canary of a second reader')).toBeVisible()
  for (const path of ['', '/live.json', '/report', '/report?claim=1', '/claims/1'])
    expect(await (await page.request.get(`${address}${path}`)).text()).not.toContain('Canary of a')
})

test('what no reader sends is turned away: from elsewhere, too long, by what fills in every field', async ({
  request,
}) => {
  const { interview } = await buildPublished()
  const form = { slug: interview.slug, claim: '1', publication: '1', message: 'Wrong.', replyTo: '' }
  const send = (over: Record<string, string>, origin: string | null = siteOrigin()) =>
    request.post('/api/report', {
      headers: origin === null ? {} : { origin },
      form: { ...form, ...over },
      maxRedirects: 0,
    })
  expect((await send({}, 'https://elsewhere.example')).status()).toBe(403)
  expect((await send({}, null)).status()).toBe(403)
  expect((await send({ message: 'x'.repeat(70_000) })).status()).toBe(413)
  expect((await send({ message: ' ' })).status()).toBe(422)
  expect((await send({ slug: 'never-was' })).status()).toBe(404)
  const filled = await send({ website: 'https://spam.example' })
  expect([filled.status(), filled.headers()['set-cookie']]).toEqual([303, undefined])
  const json = await request.post('/api/report', { headers: { origin: siteOrigin() }, data: form })
  expect(json.status()).toBe(422)
  expect(await reportsOf(interview.id)).toEqual([])
})
