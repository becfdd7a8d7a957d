import { expect, test } from 'vitest'
import { type FactorActor, visitorOfSession } from '@/newsroom/actor'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { addPasskey } from '@/newsroom/passkeys/add-passkey'
import { beginAddingPasskey } from '@/newsroom/passkeys/begin-adding'
import { beginPasskeySignIn } from '@/newsroom/passkeys/begin-sign-in'
import { removePasskey, renamePasskey } from '@/newsroom/passkeys/change-passkey'
import { signInByPasskey } from '@/newsroom/passkeys/sign-in-by-passkey'
import { readOwnFactors } from '@/newsroom/second-factor/queries'
import { saveSettings } from '@/newsroom/settings'
import { signIn } from '@/newsroom/sign-in'
import { STEP_MINUTES } from '@/newsroom/sign-in-step'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { Conflict, Forbidden, Invalid, NotFound } from '@/platform/errors'
import { type BuildMember, buildMember } from '@/prisma/factories/member'
import { atBrowser } from '@/prisma/factories/second-factor'
import { softwareKey } from '@/prisma/factories/software-key'

const PASSWORD = 'four unrelated words here'
let last = 0
const origin = () => ({ userAgent: 'Test', address: `203.0.113.${++last}` })
const site = () => ({ origin: siteOrigin(), rpId: new URL(siteOrigin()).hostname })

async function withPasskey(wanted: BuildMember = {}) {
  const member = await atBrowser(await buildMember(db(), { password: PASSWORD, ...wanted }))
  const key = softwareKey()
  const { challenge } = await beginAddingPasskey(member)
  const added = await addPasskey(member, {
    name: 'Work laptop',
    response: key.make({ challenge, ...site() }),
  })
  return { member, key, added }
}

type Key = ReturnType<typeof softwareKey>

/** Signs in as a browser would, with what is to be wrong about it. */
async function enter(key: Key, wrong: Partial<Parameters<Key['use']>[0]> = {}) {
  const { options, secret } = await beginPasskeySignIn('192.0.2.9')
  const assertion = key.use({ challenge: options.challenge, ...site(), ...wrong })
  return signInByPasskey(JSON.stringify(assertion), secret, origin())
}

test('a passkey signs in by itself, stands for both factors, and the trail says so', async () => {
  const { member, key, added } = await withPasskey()
  expect(added.recoveryCodes).toHaveLength(10)
  const claims = await enter(key, { userHandle: member.id })
  if (typeof claims === 'string') throw new Error(claims)
  expect(await visitorOfSession(claims)).toMatchObject({
    actor: { id: member.id },
    session: { begun: { by: 'passkey', strong: true } },
  })
  const trail = await db().auditEntry.findMany({ where: { actorId: member.id }, orderBy: { id: 'asc' } })
  expect(trail.map(({ action, after }) => [action, after])).toEqual([
    ['member.passkeyAdded', { name: 'Work laptop' }],
    ['member.signedIn', { by: 'passkey' }],
  ])
  expect((await readOwnFactors(member)).passkeys).toMatchObject([{ lastUsedAt: expect.any(String) }])
})

test('with a passkey the password alone begins no session', async () => {
  const { member } = await withPasskey()
  expect(await signIn({ email: member.email, password: PASSWORD }, origin())).toMatchObject({
    kind: 'secondFactor',
  })
})

test.each([
  ['from another site', { origin: 'https://evil.example' }],
  ['for another site', { rpId: 'evil.example' }],
  ['without finger, face or PIN', { userVerified: false }],
  ['to another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['in somebody else’s name', { userHandle: '00000000-0000-7000-8000-000000000000' }],
])('an answer %s opens nothing', async (_what, wrong) => {
  const { key } = await withPasskey()
  expect(await enter(key, wrong)).toBe('WrongPasskey')
})

test('an answer opens once, and only in the browser that asked', async () => {
  const { key } = await withPasskey()
  const { options, secret } = await beginPasskeySignIn('192.0.2.9')
  const answer = JSON.stringify(key.use({ challenge: options.challenge, ...site() }))
  expect(await signInByPasskey(answer, 'another browser', origin())).toBe('StepGone')
  const both = [signInByPasskey(answer, secret, origin()), signInByPasskey(answer, secret, origin())]
  expect((await Promise.all(both)).filter((outcome) => outcome === 'StepGone')).toHaveLength(1)
  expect(await signInByPasskey(answer, secret, origin())).toBe('StepGone')
})

test('a challenge runs out', async () => {
  const { key } = await withPasskey()
  const { options, secret } = await beginPasskeySignIn('192.0.2.9')
  const answer = JSON.stringify(key.use({ challenge: options.challenge, ...site() }))
  const back = moveClock((STEP_MINUTES + 1) * 60_000)
  try {
    expect(await signInByPasskey(answer, secret, origin())).toBe('StepGone')
  } finally {
    back()
  }
})

test('a key that was never added, a removed one and a deactivated member’s open nothing', async () => {
  const admin = await buildMember(db(), { role: 'admin' })
  expect(await enter(softwareKey())).toBe('WrongPasskey')
  const gone = await withPasskey()
  await removePasskey(gone.member, { passkeyId: gone.key.id })
  expect(await enter(gone.key)).toBe('WrongPasskey')
  expect(await signIn({ email: gone.member.email, password: PASSWORD }, origin())).toMatchObject({
    kind: 'session',
  })
  const out = await withPasskey()
  await deactivateMember(admin, { memberId: out.member.id })
  expect(await enter(out.key)).toBe('WrongPasskey')
})

test('a copy of a key is noticed by its count, refused, and on record', async () => {
  const { member, key } = await withPasskey()
  expect(typeof (await enter(key, { counter: 5 }))).toBe('object')
  expect(await enter(key, { counter: 5 })).toBe('CopiedPasskey')
  expect(await enter(key, { counter: 4 })).toBe('CopiedPasskey')
  const trail = await db().auditEntry.findMany({ where: { actorId: member.id } })
  expect(trail.filter(({ action }) => action === 'member.passkeyRefused')).toHaveLength(2)
  expect(typeof (await enter(key, { counter: 6 }))).toBe('object')
})

test('a passkey is added only to who asked for it, with finger, face or PIN, once', async () => {
  const { member, key } = await withPasskey()
  const stranger = await atBrowser(await buildMember(db()))
  const other = softwareKey()
  const { challenge } = await beginAddingPasskey(member)
  const add = (who: FactorActor, wrong: object = {}, made: Key = other) =>
    addPasskey(who, { name: 'Key', response: made.make({ challenge, ...site(), ...wrong }) })
  await expect(add(stranger)).rejects.toThrow(Invalid)
  await expect(add(member, { userVerified: false })).rejects.toThrow(Invalid)
  await expect(add(member, { origin: 'https://evil.example' })).rejects.toThrow(Invalid)
  await expect(add(member, { rpId: 'evil.example' })).rejects.toThrow(Invalid)
  await expect(add(member, {}, key)).rejects.toThrow(Conflict)
  expect(await add(member)).toEqual({ recoveryCodes: null })
  await expect(add(member, {}, softwareKey())).rejects.toThrow(Invalid)
})

test('only its owner renames or removes a passkey, and the last one stays where the newsroom asks for it', async () => {
  const { member, key } = await withPasskey()
  const stranger = await atBrowser(await buildMember(db(), { role: 'admin' }))
  await expect(renamePasskey(stranger, { passkeyId: key.id, name: 'Mine' })).rejects.toThrow(NotFound)
  await expect(removePasskey(stranger, { passkeyId: key.id })).rejects.toThrow(NotFound)
  await renamePasskey(member, { passkeyId: key.id, name: 'Blue key' })
  expect((await readOwnFactors(member)).passkeys).toMatchObject([{ name: 'Blue key' }])
  const stale = { ...member, session: { ...member.session, provenAt: new Date(0) } }
  await expect(removePasskey(stale, { passkeyId: key.id })).rejects.toThrow(Forbidden)
  await saveSettings(stranger, { secondFactor: 'everybody' })
  await expect(removePasskey(member, { passkeyId: key.id })).rejects.toThrow(Forbidden)
  await db().setting.deleteMany()
  await removePasskey(member, { passkeyId: key.id })
})

test.each(['', 'null', '{}', '[]', '{"id":"x"}', 'x'.repeat(5000)])('%j is no answer', async (answer) => {
  const { secret } = await beginPasskeySignIn('192.0.2.9')
  expect(await signInByPasskey(answer, secret, origin())).toBe('WrongPasskey')
})
