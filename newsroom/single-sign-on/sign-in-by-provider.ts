import 'server-only'
import type { Role } from '@/newsroom/roles'
import { beginSecondStep } from '@/newsroom/second-factor/step'
import { hasFactor } from '@/newsroom/second-factor/store'
import { beginSession, type Origin, type SessionClaims } from '@/newsroom/session'
import { linkIdentity } from '@/newsroom/single-sign-on/link-identity'
import { type Person, type ProviderRefusal, readClaims } from '@/newsroom/single-sign-on/read-claims'
import type { SingleSignOn } from '@/newsroom/single-sign-on/settings'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { begun } from '@/newsroom/ways-in'
import { type Who, writeAudit } from '@/platform/audit'
import { db, Prisma, type Tx } from '@/platform/db'
import { log } from '@/platform/log'

export type ProviderSignIn =
  | { kind: 'session'; claims: SessionClaims }
  /** Somebody with a second factor of their own is linked to a provider: it is asked for, this once. */
  | { kind: 'secondFactor'; secret: string }
  | { kind: 'refused'; code: ProviderRefusal }

/**
 * Lets somebody in whom the provider vouches for, and gives them the role that it says.
 * @param claims of an ID token that was checked, as they came.
 */
export async function signInByProvider(
  claims: unknown,
  rules: SingleSignOn,
  origin: Origin,
): Promise<ProviderSignIn> {
  const person = readClaims(claims, rules)
  if (typeof person === 'string') return refused(person, origin)
  const member = await db()
    .$transaction((tx) => resolve(tx, person, rules))
    .catch((error: unknown) => {
      // Two browsers came for the first time at once; the other one has made or linked the member by now.
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
        return db().$transaction((tx) => resolve(tx, person, rules))
      throw error
    })
  if (typeof member === 'string') return refused(member, origin)
  if (member.unlinked) return { kind: 'secondFactor', secret: await beginSecondStep(member, person) }
  const sid = await beginSession(member.id, origin, begun('provider'))
  return {
    kind: 'session',
    claims: { sub: member.id, sessionVersion: member.sessionVersion, sid },
  }
}

function refused(code: ProviderRefusal, { address }: Origin): ProviderSignIn {
  log.warn({ code, address }, 'single sign-on refused')
  return { kind: 'refused', code }
}

type Found = { id: string; sessionVersion: number; unlinked: boolean }

/** By issuer and subject first, which never change; by e-mail only where nobody is linked to that member yet. */
async function resolve(tx: Tx, person: Person, rules: SingleSignOn): Promise<Found | ProviderRefusal> {
  const { issuer, subject } = person
  const identity = await tx.memberIdentity.findUnique({ where: { issuer_subject: { issuer, subject } } })
  if (identity) return enter(tx, identity.memberId, person, rules)
  const member = await tx.member.findUnique({
    where: { email: person.email },
    select: { id: true, sessionVersion: true, deactivatedAt: true },
  })
  if (!member) return join(tx, person, rules)
  if (member.deactivatedAt) return 'ProviderDeactivated'
  // An address may pass to another person at the provider; whoever was linked first stays who this member is.
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${member.id}::uuid FOR UPDATE`
  if (await tx.memberIdentity.findFirst({ where: { memberId: member.id } })) return 'ProviderTaken'
  if (await hasFactor(tx, member.id)) return { ...member, unlinked: true }
  await linkIdentity(tx, member.id, person)
  return enter(tx, member.id, person, rules)
}

async function enter(
  tx: Tx,
  memberId: string,
  { role }: Person,
  rules: SingleSignOn,
): Promise<Found | ProviderRefusal> {
  const member = await loadMemberForChange(tx, memberId)
  if (!member.isActive) return 'ProviderDeactivated'
  const sessionVersion = await takeRole(tx, member, role, rules)
  await writeAudit(tx, member, [
    { action: 'member.signedIn', subject: memberSubject(member), after: { by: 'provider' } },
  ])
  return { id: memberId, sessionVersion, unlinked: false }
}

type Loaded = Awaited<ReturnType<typeof loadMemberForChange>>

/** The role as the provider says it; the last administrator stays one, or nobody could mend anything. @returns the session version. */
async function takeRole(tx: Tx, member: Loaded, role: Role | null, rules: SingleSignOn): Promise<number> {
  if (role === null || role === member.role || member.isLastAdmin) {
    if (role !== null && role !== member.role) log.warn({ memberId: member.id }, 'last administrator kept')
    const { sessionVersion } = await tx.member.findUniqueOrThrow({ where: { id: member.id } })
    return sessionVersion
  }
  await writeAudit(tx, provider(rules), [
    {
      action: 'member.roleChanged',
      subject: memberSubject(member),
      before: { role: member.role },
      after: { role },
    },
  ])
  return changeAccess(tx, member.id, { role })
}

/** Somebody new: let in where the rules give them a role. */
async function join(
  tx: Tx,
  { issuer, subject, email, name, role }: Person,
  rules: SingleSignOn,
): Promise<Found | ProviderRefusal> {
  const given = role ?? rules.defaultRole
  if (given === null) return 'ProviderNotInvited'
  const member = await tx.member.create({
    data: { email, name, role: given, identities: { create: { issuer, subject } } },
  })
  const about = memberSubject(member)
  await writeAudit(tx, provider(rules), [
    { action: 'member.joined', subject: about, after: { role: given, issuer } },
  ])
  await writeAudit(tx, member, [{ action: 'member.signedIn', subject: about, after: { by: 'provider' } }])
  return { id: member.id, sessionVersion: member.sessionVersion, unlinked: false }
}

/** Who the trail names for what the provider decides. */
function provider({ name }: SingleSignOn): Who {
  return { id: null, name: `Single sign-on (${name})` }
}
