import { expect, test, vi } from 'vitest'

// Read once by the process, so it is set before anything else is loaded.
vi.stubEnv('CLAIMLINE_OIDC_ISSUER', 'https://login.example')
vi.stubEnv('CLAIMLINE_OIDC_CLIENT_ID', 'desk')
vi.stubEnv('CLAIMLINE_OIDC_CLIENT_SECRET', 'secret')
vi.stubEnv('CLAIMLINE_OIDC_ONLY', 'true')

const { addPasskey } = await import('@/newsroom/passkeys/add-passkey')
const { beginAddingPasskey } = await import('@/newsroom/passkeys/begin-adding')
const { beginPasskeySignIn } = await import('@/newsroom/passkeys/begin-sign-in')
const { signInByPasskey } = await import('@/newsroom/passkeys/sign-in-by-passkey')
const { createFirstAdmin } = await import('@/newsroom/create-first-admin')
const { makeLink } = await import('@/newsroom/member-link')
const { signIn } = await import('@/newsroom/sign-in')
const { setBreakGlassByEmail } = await import('@/newsroom/single-sign-on/at-console')
const { spendLink } = await import('@/newsroom/spend-link')
const { db } = await import('@/platform/db')
const { siteOrigin } = await import('@/platform/env')
const { buildMember } = await import('@/prisma/factories/member')
const { atBrowser } = await import('@/prisma/factories/second-factor')
const { softwareKey } = await import('@/prisma/factories/software-key')

const PASSWORD = 'four unrelated words here'
const ORIGIN = { userAgent: 'Test', address: '198.51.100.201' }

test('where single sign-on is the only way, the right password opens nothing but for whom it was arranged', async () => {
  const member = await buildMember(db(), { password: PASSWORD })
  const credentials = { email: member.email, password: PASSWORD }
  expect(await signIn(credentials, ORIGIN)).toBeNull()
  await setBreakGlassByEmail(member.email, true)
  expect(await signIn(credentials, ORIGIN)).toMatchObject({ kind: 'session' })
})

test('nor does a passkey, which the provider could not take away', async () => {
  const member = await atBrowser(await buildMember(db(), { password: PASSWORD }))
  const key = softwareKey()
  const site = { origin: siteOrigin(), rpId: new URL(siteOrigin()).hostname }
  const { challenge } = await beginAddingPasskey(member)
  await addPasskey(member, { name: 'Key', response: key.make({ challenge, ...site }) })
  const { options, secret } = await beginPasskeySignIn(ORIGIN.address)
  const answer = key.use({ challenge: options.challenge, ...site })
  expect(await signInByPasskey(JSON.stringify(answer), secret, ORIGIN)).toBe('UseProvider')
})

test('nor does a link, and the first administrator can always come in', async () => {
  const member = await buildMember(db())
  const { path } = await db().$transaction((tx) => makeLink(tx, member.id, 1))
  const spent = await spendLink({ token: path.replace('/welcome/', ''), password: PASSWORD })
  expect(spent.enters).toBe(false)
  const first = await createFirstAdmin('first@newsroom.example')
  if (!first.created) throw new Error('This database has no administrator yet.')
  expect(await signIn({ email: first.email, password: first.password }, ORIGIN)).toMatchObject({
    kind: 'session',
  })
})
