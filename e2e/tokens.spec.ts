import { expect, test } from '@/e2e/sign-in'
import { db } from '@/platform/db'
import { buildPublished } from '@/prisma/factories/publication'

const API = '/api/newsroom/v1/interviews'

test('a token made at the desk loads a transcript, counts without any cookie, and is dead once it is revoked', async ({
  page,
  playwright,
  baseURL,
  signInAs,
}) => {
  const member = await signInAs(page, 'reporter')
  await page.goto('/desk/tokens')
  await expect(page.getByText('No system acts as you')).toBeVisible()
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByLabel('Which system will use it')).toHaveAccessibleDescription(/Say which system/)
  await page.getByLabel('Which system will use it').fill('Editorial system')
  await page.getByLabel('Load transcripts').check()
  await page.keyboard.press('Enter')
  const token = (await page.getByTestId('new-token').textContent()) ?? ''
  expect(token).toMatch(/^clm_/)
  await page.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByRole('row', { name: /Editorial system/ })).toContainText('Not yet')
  expect(await page.content()).not.toContain(token)

  // Another system: no cookie, no page, no origin.
  const system = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) })
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'one' }
  const data = {
    fileName: 'wire.srt',
    text: `1\n00:00:01,000 --> 00:00:02,000\nADA: Sent by ${member.id}.\n`,
  }
  const loaded = await system.post(API, { headers, data })
  expect(loaded.status()).toBe(201)
  expect(loaded.headers()['set-cookie']).toBeUndefined()
  const { id } = await loaded.json()
  expect(await (await system.post(API, { headers, data })).json()).toMatchObject({ id })
  expect((await system.get(API, { headers })).status()).toBe(403)
  // What a page of another site could send with this browser's cookies opens nothing.
  const forged = await page.request.post(API, { data, headers: { origin: 'https://elsewhere.example' } })
  expect(forged.status()).toBe(401)
  expect(forged.headers()['access-control-allow-origin']).toBeUndefined()

  await page.reload()
  await expect(page.getByRole('row', { name: /Editorial system/ })).not.toContainText('Not yet')
  await page.getByRole('button', { name: 'Revoke Editorial system' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No system acts as you')).toBeVisible()
  expect((await system.post(API, { headers, data })).status()).toBe(401)
  await system.dispose()
  expect(await db().interview.count({ where: { createdById: member.id } })).toBe(1)
})

test('the public API answers compressed, with a validator for each coding, to HEAD and before a question of another site', async ({
  request,
}) => {
  const { interview } = await buildPublished()
  const address = `/api/v1/interviews/${interview.slug}`
  const whole = await request.get(address, { headers: { 'accept-encoding': 'br' } })
  expect(whole.headers()).toMatchObject({
    'content-encoding': 'br',
    'access-control-allow-origin': '*',
    'content-type': 'application/json; charset=utf-8',
    link: expect.stringContaining('rel="service-desc"'),
  })
  expect(await whole.json()).toMatchObject({ slug: interview.slug, publication: 1 })
  const etag = whole.headers().etag ?? ''
  const same = await request.get(address, { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })
  expect(same.status()).toBe(304)
  const head = await request.head(address)
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])
  const asked = await request.fetch(address, { method: 'OPTIONS' })
  expect([asked.status(), asked.headers()['access-control-allow-methods']]).toEqual([204, 'GET, HEAD'])
  expect((await request.post(address, { data: {} })).status()).toBe(405)
  const page = await request.get('/api/v1')
  expect(await page.text()).toContain('Our checks for programs')
})
