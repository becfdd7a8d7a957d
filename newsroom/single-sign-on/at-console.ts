import 'server-only'
import { CONSOLE } from '@/newsroom/console-actor'
import { emailSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import type { Who } from '@/platform/audit'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { allow } from '@/platform/decision'
import { NotFound } from '@/platform/errors'

async function loadByEmail(tx: Tx, email: string) {
  const member = await tx.member.findUnique({ where: { email }, select: { id: true } })
  if (!member) throw new NotFound(`No member has the e-mail address ${email}.`)
  return loadMemberForChange(tx, member.id)
}

const unlink = command({
  input: emailSchema,
  load: loadByEmail,
  allow: (_actor: Who) => allow,
  run: async (tx, { loaded }) => {
    const { count } = await tx.memberIdentity.deleteMany({ where: { memberId: loaded.id } })
    await changeAccess(tx, loaded.id, {})
    return {
      value: { email: loaded.email, count },
      audit: [{ action: 'member.identityUnlinked', subject: memberSubject(loaded), before: { count } }],
    }
  },
})

const setBreakGlass = (breakGlass: boolean) =>
  command({
    input: emailSchema,
    load: loadByEmail,
    allow: (_actor: Who) => allow,
    run: async (tx, { loaded }) => {
      await tx.member.update({ where: { id: loaded.id }, data: { breakGlass } })
      if (!breakGlass) await changeAccess(tx, loaded.id, {})
      return {
        value: { email: loaded.email },
        audit: [
          {
            action: breakGlass ? 'member.breakGlassGiven' : 'member.breakGlassTaken',
            subject: memberSubject(loaded),
          },
        ],
      }
    },
  })

/** From the server's console: the next person with this address at the provider is linked afresh. @throws NotFound, Invalid */
export function unlinkIdentityByEmail(email: string): Promise<{ email: string; count: number }> {
  return unlink(CONSOLE, email)
}

/** From the server's console: this member may use a password also where single sign-on is the only way in. @throws NotFound, Invalid */
export function setBreakGlassByEmail(email: string, may: boolean): Promise<{ email: string }> {
  return setBreakGlass(may)(CONSOLE, email)
}
