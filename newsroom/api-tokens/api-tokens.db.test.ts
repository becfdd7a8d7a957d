import { describe, expect, it } from 'vitest'
import { makeToken } from '@/newsroom/api-tokens/make-token'
import { MOST_TOKENS } from '@/newsroom/api-tokens/policy'
import { listTokens } from '@/newsroom/api-tokens/queries'
import { revokeToken } from '@/newsroom/api-tokens/revoke-token'
import { requireTokenActor } from '@/newsroom/api-tokens/token-actor'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { reactivateMember } from '@/newsroom/reactivate-member'
import type { Role } from '@/newsroom/roles'
import { saveSettings } from '@/newsroom/settings'
import { changeAccess } from '@/newsroom/store'
import { begun } from '@/newsroom/ways-in'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { Forbidden, Invalid, NotFound, SignedOut } from '@/platform/errors'
import { buildToken } from '@/prisma/factories/api-token'
import { buildMember } from '@/prisma/factories/member'

const WANTED = { name: 'Editorial system', scopes: ['read:drafts'], days: 30 }
const MINUTE = 60_000

/** A member whose browser showed who sits there so long ago. */
async function sitting(provenAgoMs = 0, role: Role = 'reporter') {
  const member = await buildMember(db(), { role })
  const provenAt = new Date(Date.now() - provenAgoMs)
  return { ...member, session: { id: crypto.randomUUID(), begun: begun('password'), provenAt } }
}
const bearer = (token: string) => `Bearer ${token}`

describe('a token', () => {
  it('is shown once and kept nowhere, acts as its member under its own name, and tells when it was used', async () => {
    const actor = await sitting()
    const { token, expiresAt } = await makeToken(actor, WANTED)
    const days = (Date.parse(expiresAt ?? '') - Date.now()) / (24 * 60 * MINUTE)
    expect(Math.round(days)).toBe(30)
    const everything = await db().$queryRaw<{ row: string }[]>`
      SELECT row_to_json(t)::text AS row FROM "ApiToken" AS t UNION ALL SELECT row_to_json(a)::text FROM "AuditEntry" AS a`
    expect(everything.map(({ row }) => row).join()).not.toContain(token.slice(8))
    expect((await listTokens(actor)).own).toMatchObject([
      { ...{ name: WANTED.name, usedAt: null }, start: token.slice(0, 8) },
    ])
    expect(await requireTokenActor(bearer(token), 'read:drafts')).toEqual({
      id: actor.id,
      email: actor.email,
      role: 'reporter',
      name: `${actor.name} (token “Editorial system”)`,
    })
    expect((await listTokens(actor)).own[0]?.usedAt).not.toBeNull()
  })

  it('is made only where its maker showed within ten minutes who they are, and says what is missing', async () => {
    await expect(makeToken(await sitting(11 * MINUTE), WANTED)).rejects.toThrow(Forbidden)
    const actor = await sitting()
    await expect(makeToken(actor, { ...WANTED, name: ' ' })).rejects.toThrow(Invalid)
    await expect(makeToken(actor, { ...WANTED, scopes: [] })).rejects.toThrow(
      'Choose what it may be used for.',
    )
    await expect(makeToken(actor, { ...WANTED, scopes: ['manage:members'] })).rejects.toThrow(Invalid)
    await expect(makeToken(actor, { ...WANTED, days: 4000 })).rejects.toThrow(Invalid)
    for (let held = 0; held < MOST_TOKENS; held++) await buildToken(db(), actor.id)
    await expect(makeToken(actor, WANTED)).rejects.toThrow('Revoke one first')
  })

  it('is no way around a second factor: where the newsroom asks for one, a password alone makes none', async () => {
    const [admin, reporter] = [await sitting(0, 'admin'), await sitting()]
    await saveSettings(admin, { secondFactor: 'everybody' })
    await expect(makeToken(reporter, WANTED)).rejects.toThrow('Set one up first')
    const session = { ...reporter.session, begun: begun('passwordAndCode') }
    expect((await makeToken({ ...reporter, session }, WANTED)).name).toBe(WANTED.name)
    await saveSettings(admin, { secondFactor: 'optional' })
  })

  it('has the role that its member has now, and is dead with its member, at its end and from its revocation on', async () => {
    const actor = await sitting(0, 'editor')
    const { token } = await makeToken(actor, WANTED)
    const use = () => requireTokenActor(bearer(token), 'read:drafts')
    await db().member.update({ where: { id: actor.id }, data: { role: 'reporter' } })
    expect((await use()).role).toBe('reporter')
    await db().member.update({ where: { id: actor.id }, data: { deactivatedAt: new Date() } })
    await expect(use()).rejects.toThrow(SignedOut)
    await db().member.update({ where: { id: actor.id }, data: { deactivatedAt: null } })
    await use()
    const back = moveClock(31 * 24 * 60 * MINUTE)
    await expect(use()).rejects.toThrow(SignedOut)
    back()
    const tokenId = (await listTokens(actor)).own[0]?.id
    expect(await revokeToken(actor, { tokenId })).toEqual({ name: WANTED.name })
    await expect(use()).rejects.toThrow(SignedOut)
    await expect(revokeToken(actor, { tokenId })).rejects.toThrow(NotFound)
    expect((await listTokens(actor)).own).toEqual([])
  })

  it('ends for good with the membership, and with the password that it was made under', async () => {
    const [admin, leaving] = [await sitting(0, 'admin'), await sitting()]
    const left = await buildToken(db(), leaving.id)
    await deactivateMember(admin, { memberId: leaving.id })
    await reactivateMember(admin, { memberId: leaving.id })
    await expect(requireTokenActor(bearer(left.token), 'read:drafts')).rejects.toThrow(SignedOut)
    const owner = await buildMember(db())
    const taken = await buildToken(db(), owner.id)
    const use = () => requireTokenActor(bearer(taken.token), 'read:drafts')
    expect((await use()).id).toBe(owner.id)
    await db().$transaction((tx) => changeAccess(tx, owner.id, { passwordHash: 'another' }))
    await expect(use()).rejects.toThrow(SignedOut)
  })

  it('is seen and revoked by its owner and by administrators, and by nobody else', async () => {
    const [owner, editor, admin] = [await sitting(), await sitting(0, 'editor'), await sitting(0, 'admin')]
    const { id: tokenId, token } = await buildToken(db(), owner.id)
    expect(await listTokens(editor)).toEqual({ own: [], others: [] })
    await expect(revokeToken(editor, { tokenId })).rejects.toThrow(Forbidden)
    expect((await listTokens(admin)).others.map(({ id }) => id)).toContain(tokenId)
    expect(JSON.stringify(await listTokens(admin))).not.toContain('tokenHash')
    await revokeToken(admin, { tokenId })
    await expect(requireTokenActor(bearer(token), 'read:drafts')).rejects.toThrow(SignedOut)
    const entry = await db().auditEntry.findFirstOrThrow({ where: { actorId: admin.id } })
    expect(entry).toMatchObject({
      action: 'member.tokenRevoked',
      subject: expect.stringContaining(owner.name),
    })
  })
})
