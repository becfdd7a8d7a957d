import { beforeEach, expect, test, vi } from 'vitest'

/** Read once a process, so each try is a fresh module with an environment of its own. */
beforeEach(() => {
  vi.resetModules()
  vi.unstubAllEnvs()
  vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1/none')
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of more than thirty-two characters')
})

async function placeWith(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(`CLAIMLINE_S3_${name}`, value)
  const { s3Place } = await import('@/platform/env')
  return s3Place()
}
const KEYS = { BUCKET: 'newsroom', KEY: 'k', SECRET: 's' }

async function mailWith(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(`CLAIMLINE_${name}`, value)
  const { mailPlace } = await import('@/platform/env')
  return mailPlace()
}
const SMTP_URL = 'smtps://desk:secret@mail.example.org'

test('no mail is sent unless a server is named', async () => {
  expect(await mailWith({})).toBeNull()
})

test('a mail server without a sender is refused by name, and so is a sender without a server', async () => {
  await expect(mailWith({ SMTP_URL })).rejects.toThrow('CLAIMLINE_MAIL_FROM is not set.')
  vi.resetModules()
  vi.stubEnv('CLAIMLINE_SMTP_URL', undefined)
  await expect(mailWith({ MAIL_FROM: 'desk@example.org' })).rejects.toThrow('CLAIMLINE_SMTP_URL is not set.')
})

test.each([
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['MAIL_FROM', 'the desk'],
  ['MAIL_FROM', 'desk@example.org\r\nBcc: all@example.org'],
])('%s is refused where it is %j', async (name, value) => {
  const rest = { SMTP_URL, MAIL_FROM: 'Claimline <desk@example.org>' }
  await expect(mailWith({ ...rest, [name]: value })).rejects.toThrow(`CLAIMLINE_${name}`)
})

test('files lie on disk unless a bucket is named', async () => {
  expect(await placeWith({})).toBeNull()
})

test('half a bucket is refused by name, and never becomes a folder without a word', async () => {
  await expect(placeWith({ ENDPOINT: 'http://127.0.0.1:9000' })).rejects.toThrow(
    'CLAIMLINE_S3_BUCKET and CLAIMLINE_S3_KEY and CLAIMLINE_S3_SECRET are not set.',
  )
})

test('a bucket without its secret is refused', async () => {
  await expect(placeWith({ BUCKET: 'newsroom', KEY: 'k' })).rejects.toThrow('CLAIMLINE_S3_SECRET is not set.')
})

test('an address that is none is refused', async () => {
  await expect(placeWith({ ...KEYS, ENDPOINT: 'nas/bucket' })).rejects.toThrow('http:// or https:// address')
})

test('a server of one’s own is addressed by path, Amazon’s by name, unless told otherwise', async () => {
  expect(await placeWith({ ...KEYS, ENDPOINT: 'https://nas.example' })).toMatchObject({ pathStyle: true })
})

test('without an endpoint the bucket is Amazon’s', async () => {
  expect(await placeWith(KEYS)).toMatchObject({ pathStyle: false, endpoint: null, region: 'us-east-1' })
})
