import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { actorOfSession, visitorOfSession } from '@/newsroom/actor'
import { takeSecondStep } from '@/newsroom/second-factor/take-second-step'
import { saveSettings } from '@/newsroom/settings'
import { setBreakGlassByEmail, unlinkIdentityByEmail } from '@/newsroom/single-sign-on/at-console'
import { type SingleSignOn, singleSignOnSettings } from '@/newsroom/single-sign-on/settings'
import { signInByProvider } from '@/newsroom/single-sign-on/sign-in-by-provider'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { atBrowser, buildTotp } from '@/prisma/factories/second-factor'

const ISSUER = 'https://login.example'
const GROUPS = {
  CLAIMLINE_OIDC_ROLE_CLAIM: 'groups',
  CLAIMLINE_OIDC_ROLE_MAP: 'reporters=reporter,editors=editor,admins=admin',
}

function rules(more: Record<string, string> = {}): SingleSignOn {
  const settings = singleSignOnSettings({
    CLAIMLINE_OIDC_ISSUER: ISSUER,
    CLAIMLINE_OIDC_CLIENT_ID: 'desk',
    CLAIMLINE_OIDC_CLIENT_SECRET: 'secret',
    CLAIMLINE_OIDC_NAME: 'Newsroom ID',
    ...more,
  })
  if (!settings) throw new Error('There are settings.')
  return settings
}

let last = 0
const origin = () => ({ userAgent: 'Test', address: `198.51.100.${++last}` })
type Person = {
  iss: string
  sub: string
  email: string
  email_verified: boolean
  name: string
  groups?: string[]
}
const person = (more: Partial<Person> = {}): Person => ({
  iss: ISSUER,
  sub: randomUUID(),
  email: `person-${randomUUID().slice(0, 8)}@newsroom.example`,
  email_verified: true,
  name: 'Nora Provided',
  ...more,
})

const enter = (who: Person, settings = rules()) => signInByProvider(who, settings, origin())

/** Enters, and must come in. */
async function entered(who: Person, settings = rules()) {
  const answer = await enter(who, settings)
  if (answer.kind !== 'session') throw new Error(`${answer.kind} ${'code' in answer ? answer.code : ''}`)
  return answer.claims
}

const trailAbout = async (email: string) =>
  (await db().auditEntry.findMany({ where: { subject: { contains: email } }, orderBy: { id: 'asc' } })).map(
    ({ action, actorName }) => `${action} by ${actorName}`,
  )

beforeEach(async () => {
  await db().setting.deleteMany()
})

test('an invited member is linked by the verified address, and known by issuer and subject from then on', async () => {
  const member = await buildMember(db(), { role: 'editor', name: 'Ada Quill' })
  const who = person({ email: member.email.toUpperCase() })
  expect(await actorOfSession(await entered(who))).toMatchObject({ id: member.id, role: 'editor' })
  const moved = { ...who, email: 'another@newsroom.example' }
  expect(await actorOfSession(await entered(moved))).toMatchObject({ id: member.id })
  expect(await trailAbout(member.email)).toEqual([
    'member.identityLinked by Ada Quill',
    'member.signedIn by Ada Quill',
    'member.signedIn by Ada Quill',
  ])
})

test('who was not invited stays out, unless everybody from the provider gets a role', async () => {
  const who = person()
  expect(await enter(who)).toEqual({ kind: 'refused', code: 'ProviderNotInvited' })
  expect(await db().member.count({ where: { email: who.email } })).toBe(0)
  const open = rules({ CLAIMLINE_OIDC_DEFAULT_ROLE: 'reporter' })
  expect(await actorOfSession(await entered(who, open))).toMatchObject({ role: 'reporter', email: who.email })
  expect(await trailAbout(who.email)).toEqual([
    'member.joined by Single sign-on (Newsroom ID)',
    'member.signedIn by Nora Provided',
  ])
})

test('of two browsers that come for the first time at once, both are the one new member', async () => {
  const who = person()
  const open = rules({ CLAIMLINE_OIDC_DEFAULT_ROLE: 'reporter' })
  const [one, other] = await Promise.all([entered(who, open), entered(who, open)])
  expect(one.sub).toBe(other.sub)
  expect(await db().memberIdentity.count({ where: { subject: who.sub } })).toBe(1)
})

test('an address that passed to another person at the provider does not open the first one’s account', async () => {
  const member = await buildMember(db())
  await entered(person({ email: member.email }))
  expect(await enter(person({ email: member.email }))).toEqual({ kind: 'refused', code: 'ProviderTaken' })
  await unlinkIdentityByEmail(member.email)
  expect(await actorOfSession(await entered(person({ email: member.email })))).toMatchObject({
    id: member.id,
  })
})

test('a member with a second factor is linked only once they have shown it', async () => {
  const member = await atBrowser(await buildMember(db()))
  const { code } = await buildTotp(member)
  const who = person({ email: member.email })
  const answer = await enter(who)
  if (answer.kind !== 'secondFactor') throw new Error('No second factor was asked for.')
  expect(await db().memberIdentity.count({ where: { memberId: member.id } })).toBe(0)
  const back = moveClock(30_000)
  try {
    const claims = await takeSecondStep(code(), answer.secret, origin())
    if (typeof claims === 'string') throw new Error(claims)
    expect((await visitorOfSession(claims))?.session.begun).toEqual({ by: 'provider', strong: true })
  } finally {
    back()
  }
  expect(await entered(who)).toMatchObject({ sub: member.id })
})

test.each([{ email_verified: false }, { iss: 'https://evil.example' }, { email: 'x@evil.example' }])(
  '%j lets nobody in, linked or not',
  async (wrong) => {
    const settings = rules({ CLAIMLINE_OIDC_ALLOWED_DOMAINS: 'newsroom.example' })
    const member = await buildMember(db())
    const who = person({ email: member.email })
    expect(await enter({ ...who, ...wrong }, settings)).toMatchObject({ kind: 'refused' })
    await entered(who, settings)
    expect(await enter({ ...who, ...wrong }, settings)).toMatchObject({ kind: 'refused' })
  },
)

test('the role is what the provider says at each sign-in, and sessions with the old one end', async () => {
  await buildMember(db(), { role: 'admin' })
  const who = person({ groups: ['editors', 'cooks'] })
  const settings = rules(GROUPS)
  const first = await entered(who, settings)
  expect(await actorOfSession(first)).toMatchObject({ role: 'editor' })
  const second = await entered({ ...who, groups: ['reporters'] }, settings)
  expect(await actorOfSession(first)).toBeNull()
  expect(await actorOfSession(second)).toMatchObject({ role: 'reporter' })
  expect(await trailAbout(who.email)).toContain('member.roleChanged by Single sign-on (Newsroom ID)')
  expect(await enter({ ...who, groups: ['cooks'] }, settings)).toEqual({
    kind: 'refused',
    code: 'ProviderNoRole',
  })
})

test('the last administrator stays one, whatever the provider says', async () => {
  await db().member.updateMany({ where: { role: 'admin' }, data: { deactivatedAt: new Date() } })
  const admin = await buildMember(db(), { role: 'admin' })
  const who = person({ email: admin.email, groups: ['reporters'] })
  expect(await actorOfSession(await entered(who, rules(GROUPS)))).toMatchObject({ role: 'admin' })
})

test('a deactivated member stays out, linked or not', async () => {
  const gone = await buildMember(db(), { deactivatedAt: new Date() })
  expect(await enter(person({ email: gone.email }))).toEqual({ kind: 'refused', code: 'ProviderDeactivated' })
  const member = await buildMember(db())
  const who = person({ email: member.email })
  const claims = await entered(who)
  await db().member.update({ where: { id: member.id }, data: { deactivatedAt: new Date() } })
  expect(await actorOfSession(claims)).toBeNull()
  expect(await enter(who)).toEqual({ kind: 'refused', code: 'ProviderDeactivated' })
})

test('the provider’s word counts as the second factor that the newsroom asks for', async () => {
  await saveSettings(await buildMember(db(), { role: 'admin' }), { secondFactor: 'everybody' })
  const who = person()
  const claims = await entered(who, rules({ CLAIMLINE_OIDC_DEFAULT_ROLE: 'reporter' }))
  expect(await visitorOfSession(claims)).toMatchObject({ mustEnrol: false })
})

test('the way in behind glass is given and taken at the console, and taking it ends sessions', async () => {
  const member = await buildMember(db())
  await setBreakGlassByEmail(member.email, true)
  expect(await db().member.findUniqueOrThrow({ where: { id: member.id } })).toMatchObject({
    breakGlass: true,
  })
  const claims = await entered(person({ email: member.email }))
  await setBreakGlassByEmail(member.email, false)
  expect(await actorOfSession(claims)).toBeNull()
})
