import { beforeEach, expect, test } from 'vitest'
import { actorOfSession } from '@/newsroom/actor'
import { ATTEMPTS_PER_ACCOUNT } from '@/newsroom/attempts'
import { listAuditEntries } from '@/newsroom/audit-queries'
import { changeOwnPassword } from '@/newsroom/change-own-password'
import { changeRole } from '@/newsroom/change-role'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { inviteMember } from '@/newsroom/invite-member'
import { memberOfLink, RESET_HOURS } from '@/newsroom/member-link'
import { passwordMatches } from '@/newsroom/password'
import { listMembers } from '@/newsroom/queries'
import { reactivateMember } from '@/newsroom/reactivate-member'
import { resetPassword } from '@/newsroom/reset-password'
import type { Actor } from '@/newsroom/roles'
import { beginSession } from '@/newsroom/session'
import { saveSettings } from '@/newsroom/settings'
import { spendLink } from '@/newsroom/spend-link'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { Forbidden, Invalid, NotFound, RateLimited, SignedOut } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'

// Each test begins with one active administrator, so that "the last one" is this one.
let admin: Actor & { sessionVersion: number }
beforeEach(async () => {
  await db().member.updateMany({ where: { role: 'admin' }, data: { deactivatedAt: new Date() } })
  admin = await buildMember(db(), { role: 'admin' })
})

const alive = async (member: { id: string; sessionVersion: number }) =>
  actorOfSession({
    sub: member.id,
    sessionVersion: member.sessionVersion,
    sid: await beginSession(member.id, { userAgent: '', address: '' }),
  })

const trailOf = (action: string, email: string) =>
  db().auditEntry.findMany({ where: { action, subject: { contains: email } } })

test.each(['reporter', 'editor', null] as const)('%s: changes no member and no setting', async (role) => {
  const actor = role && (await buildMember(db(), { role }))
  const refusal = role ? Forbidden : SignedOut
  const them = await buildMember(db(), { role: 'editor' })
  const memberId = them.id
  const gone = await buildMember(db(), { deactivatedAt: new Date() })
  const before = await db().auditEntry.count()
  await expect(
    inviteMember(actor, { name: 'Z', email: 'z@newsroom.example', role: 'admin' }),
  ).rejects.toThrow(refusal)
  await expect(changeRole(actor, { memberId, role: 'admin' })).rejects.toThrow(refusal)
  await expect(deactivateMember(actor, { memberId })).rejects.toThrow(refusal)
  await expect(reactivateMember(actor, { memberId: gone.id })).rejects.toThrow(refusal)
  await expect(resetPassword(actor, { memberId })).rejects.toThrow(refusal)
  await expect(saveSettings(actor, { secondPersonRule: false })).rejects.toThrow(refusal)
  expect(await alive(them)).toMatchObject({ role: 'editor' })
  expect(await db().auditEntry.count()).toBe(before)
})

test('nobody raises themselves', async () => {
  const reporter = await buildMember(db(), { role: 'reporter' })
  await expect(changeRole(reporter, { memberId: reporter.id, role: 'admin' })).rejects.toThrow(Forbidden)
})

const tokenOf = ({ path }: { path: string }) => path.replace('/welcome/', '')
const NEW = 'four unrelated new words'

test('an invited member chooses a password by a link, once, and neither table nor trail holds its secret', async () => {
  const email = `new-${admin.id}@newsroom.example`
  const made = await inviteMember(admin, {
    name: 'New Person',
    email: ` ${email.toUpperCase()} `,
    role: 'editor',
  })
  const token = tokenOf(made.link)
  expect(await memberOfLink(token)).toEqual({ id: made.id, name: 'New Person', email })
  const everything = [await db().memberLink.findMany(), await trailOf('member.invited', email)]
  expect(
    JSON.stringify(everything, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain(token)

  const uses = await Promise.allSettled([
    spendLink({ token, password: NEW }),
    spendLink({ token, password: `${NEW} too` }),
  ])
  expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(spendLink({ token, password: NEW })).rejects.toThrow(NotFound)
  const row = await db().member.findUniqueOrThrow({ where: { id: made.id } })
  const chosen = uses[0].status === 'fulfilled' ? NEW : `${NEW} too`
  expect(await passwordMatches(row.passwordHash, chosen)).toBe(true)
  expect(await trailOf('member.passwordChosen', email)).toHaveLength(1)
})

test('a link that ran out, was replaced, or is a deactivated member’s opens nothing', async () => {
  const them = await buildMember(db())
  const first = tokenOf((await resetPassword(admin, { memberId: them.id })).link)
  const second = tokenOf((await resetPassword(admin, { memberId: them.id })).link)
  expect(await memberOfLink(first)).toBeNull()
  expect(await memberOfLink(second)).not.toBeNull()
  const back = moveClock((RESET_HOURS * 60 + 1) * 60 * 1000)
  try {
    expect(await memberOfLink(second)).toBeNull()
    await expect(spendLink({ token: second, password: NEW })).rejects.toThrow(NotFound)
  } finally {
    back()
  }
  await deactivateMember(admin, { memberId: them.id })
  await expect(spendLink({ token: second, password: NEW })).rejects.toThrow(NotFound)
})

test('a weak password leaves the link as it was', async () => {
  const them = await buildMember(db())
  const token = tokenOf((await resetPassword(admin, { memberId: them.id })).link)
  await expect(spendLink({ token, password: 'short' })).rejects.toThrow(Invalid)
  expect(await memberOfLink(token)).not.toBeNull()
})

test('an e-mail address has one account, whatever its case', async () => {
  const them = await buildMember(db())
  const again = inviteMember(admin, { name: 'Twin', email: them.email.toUpperCase(), role: 'reporter' })
  await expect(again).rejects.toMatchObject({
    kind: 'invalid',
    fields: { email: expect.stringContaining('already') },
  })
})

test('a new role counts at once, and the sessions from before it end', async () => {
  const them = await buildMember(db(), { role: 'reporter' })
  await changeRole(admin, { memberId: them.id, role: 'editor' })
  expect(await alive(them)).toBeNull()
  expect(await alive({ id: them.id, sessionVersion: them.sessionVersion + 1 })).toMatchObject({
    role: 'editor',
  })
  expect(await trailOf('member.roleChanged', them.email)).toMatchObject([
    { before: { role: 'reporter' }, after: { role: 'editor' } },
  ])
})

test('a deactivated member is out at the next request, also when reactivated later', async () => {
  const them = await buildMember(db())
  await deactivateMember(admin, { memberId: them.id })
  expect(await alive(them)).toBeNull()
  await reactivateMember(admin, { memberId: them.id })
  expect(await alive(them)).toBeNull()
  expect(await alive({ id: them.id, sessionVersion: them.sessionVersion + 2 })).not.toBeNull()
})

test('the last active administrator can be neither demoted nor deactivated', async () => {
  await buildMember(db(), { role: 'admin', deactivatedAt: new Date() })
  await expect(changeRole(admin, { memberId: admin.id, role: 'editor' })).rejects.toThrow(
    /last active administrator/,
  )
  await expect(deactivateMember(admin, { memberId: admin.id })).rejects.toThrow(/last active administrator/)
  expect(await alive(admin)).toMatchObject({ role: 'admin' })
})

test('two administrators who remove one another at the same moment leave one of them', async () => {
  const other = await buildMember(db(), { role: 'admin' })
  const outcomes = await Promise.allSettled([
    changeRole(admin, { memberId: other.id, role: 'editor' }),
    deactivateMember(other, { memberId: admin.id }),
  ])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db().member.count({ where: { role: 'admin', deactivatedAt: null } })).toBe(1)
})

test('a reset takes the old password away and ends every session', async () => {
  const them = await buildMember(db(), { password: 'the old password' })
  await resetPassword(admin, { memberId: them.id })
  const { passwordHash } = await db().member.findUniqueOrThrow({ where: { id: them.id } })
  expect(await passwordMatches(passwordHash, 'the old password')).toBe(false)
  expect(await alive(them)).toBeNull()
  expect(await trailOf('member.passwordReset', them.email)).toHaveLength(1)
})

test('one’s own password changes only with the present one', async () => {
  const me = await buildMember(db(), { password: 'the old password' })
  const wrong = changeOwnPassword(me, {
    currentPassword: 'not it at all',
    newPassword: 'a brand new password',
  })
  await expect(wrong).rejects.toMatchObject({ fields: { currentPassword: expect.any(String) } })
  const short = changeOwnPassword(me, { currentPassword: 'the old password', newPassword: 'short' })
  await expect(short).rejects.toThrow(Invalid)
  expect(await alive(me)).not.toBeNull()
  const { sessionVersion } = await changeOwnPassword(me, {
    currentPassword: 'the old password',
    newPassword: 'a brand new password',
  })
  expect(await alive(me)).toBeNull()
  expect(await alive({ id: me.id, sessionVersion })).not.toBeNull()
})

test('a browser left open is no place to guess the password at', async () => {
  const me = await buildMember(db(), { password: 'the old password' })
  const guess = () => changeOwnPassword(me, { currentPassword: 'guess', newPassword: 'a brand new password' })
  for (let i = 0; i < ATTEMPTS_PER_ACCOUNT; i++) await expect(guess()).rejects.toThrow(Invalid)
  await expect(guess()).rejects.toThrow(RateLimited)
})

test('a member who does not exist is said not to', async () => {
  const memberId = '00000000-0000-7000-8000-000000000000'
  await expect(resetPassword(admin, { memberId })).rejects.toThrow(NotFound)
  await expect(resetPassword(admin, { memberId: 'x' })).rejects.toThrow(Invalid)
})

test('the list of members tells what may be done with each, and holds no password', async () => {
  const them = await buildMember(db(), { password: 'the old password' })
  const views = await listMembers(admin)
  expect(views.find((view) => view.id === them.id)?.abilities).toEqual({
    changeRole: true,
    deactivate: true,
    endSessions: true,
    reactivate: false,
    removeSecondFactor: false,
    resetPassword: true,
  })
  expect(views.find((view) => view.id === admin.id)).toMatchObject({
    isYou: true,
    abilities: { changeRole: false, deactivate: false, resetPassword: false },
  })
  expect(JSON.stringify(views)).not.toContain('argon2')
  await expect(listMembers(them)).rejects.toThrow(Forbidden)
})

test('the trail pages backwards without a gap or a repeat, and can be narrowed', async () => {
  for (let i = 0; i < 60; i++) await saveSettings(admin, { siteName: `Site ${i}` })
  const first = await listAuditEntries(admin, { actorId: admin.id })
  const second = await listAuditEntries(admin, { actorId: admin.id, before: first.older ?? undefined })
  expect([first.entries.length, second.entries.length]).toEqual([50, 10])
  expect(second.older).toBeNull()
  const ids = [...first.entries, ...second.entries].map((entry) => entry.id)
  expect(new Set(ids).size).toBe(60)
  expect((await listAuditEntries(admin, { actorId: admin.id, action: 'member.invited' })).entries).toEqual([])
  await expect(listAuditEntries(await buildMember(db()), {})).rejects.toThrow(Forbidden)
})
