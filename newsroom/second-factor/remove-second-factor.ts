import 'server-only'
import { CONSOLE } from '@/newsroom/console-actor'
import { canRemoveSecondFactor } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { emailSchema, memberIdSchema } from '@/newsroom/schema'
import { hasFactor } from '@/newsroom/second-factor/store'
import { changeAccess, type LoadedMember, loadMemberForChange, memberSubject } from '@/newsroom/store'
import type { Who } from '@/platform/audit'
import { command, type Outcome } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { allow } from '@/platform/decision'
import { NotFound } from '@/platform/errors'

type Named = { id: string; name: string; email: string }

/** App, passkeys and recovery codes go, and every session ends; the password stays, so nobody is locked out by it. */
async function remove(tx: Tx, member: LoadedMember): Promise<Outcome<Named>> {
  const where = { memberId: member.id }
  await tx.memberTotp.deleteMany({ where })
  const { count: passkeys } = await tx.passkey.deleteMany({ where })
  await tx.recoveryCode.deleteMany({ where })
  await changeAccess(tx, member.id, {})
  return {
    value: { id: member.id, name: member.name, email: member.email },
    audit: [{ action: 'member.secondFactorRemoved', subject: memberSubject(member), before: { passkeys } }],
  }
}

/** Takes the second factor off somebody who lost it. Administrators only, and never off themselves. @throws NotFound */
export const removeSecondFactor = command({
  input: memberIdSchema,
  load: async (tx, { memberId }) => {
    const member = await loadMemberForChange(tx, memberId)
    return { ...member, hasFactor: await hasFactor(tx, memberId) }
  },
  allow: (actor: Actor, member) => canRemoveSecondFactor(actor, member),
  run: (tx, { loaded }) => remove(tx, loaded),
})

const removeAtConsole = command({
  input: emailSchema,
  load: async (tx, email: string) => {
    const member = await tx.member.findUnique({ where: { email }, select: { id: true } })
    if (!member) throw new NotFound(`No member has the e-mail address ${email}.`)
    return loadMemberForChange(tx, member.id)
  },
  allow: (_actor: Who) => allow,
  run: (tx, { loaded }) => remove(tx, loaded),
})

/** The same from the server's console, where the only administrator has lost theirs. @throws NotFound, Invalid */
export function removeSecondFactorByEmail(email: string): Promise<Named> {
  return removeAtConsole(CONSOLE, email)
}
