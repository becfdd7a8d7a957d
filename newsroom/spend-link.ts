import 'server-only'
import { memberOfLink } from '@/newsroom/member-link'
import { hashPassword } from '@/newsroom/password'
import { spendLinkSchema } from '@/newsroom/schema'
import { hasFactor } from '@/newsroom/second-factor/store'
import { mayEnterWithoutProvider } from '@/newsroom/single-sign-on/provider-here'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { writeAudit } from '@/platform/audit'
import { parseInput } from '@/platform/command'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'

export const LINK_GONE = 'This link was used before or has run out. Ask an administrator for a new one.'

/**
 * Chooses a password by a link, which is used up. Not a command: nobody is signed in, and the link is the permission.
 * @returns who it is for; `enters` where the link alone may begin a session: a second factor is still asked for, and where
 * single sign-on is the only way in, that is the way. @throws Invalid, NotFound
 */
export async function spendLink(
  input: unknown,
): Promise<{ id: string; sessionVersion: number; enters: boolean }> {
  const { token, password } = parseInput(spendLinkSchema, input)
  // Before the work of a hash, which is made to be slow: nobody without a link can ask for it.
  if (!(await memberOfLink(token))) throw new NotFound(LINK_GONE)
  const passwordHash = await hashPassword(password)
  return db().$transaction(async (tx) => {
    const found = await memberOfLink(token, tx)
    if (!found) throw new NotFound(LINK_GONE)
    // Locked, then looked at again: of two uses at once the second finds nothing.
    const member = await loadMemberForChange(tx, found.id)
    if (!(await memberOfLink(token, tx))) throw new NotFound(LINK_GONE)
    const sessionVersion = await changeAccess(tx, member.id, { passwordHash })
    await writeAudit(tx, member, [{ action: 'member.passwordChosen', subject: memberSubject(member) }])
    const enters = !(await hasFactor(tx, member.id)) && mayEnterWithoutProvider(member)
    return { id: member.id, sessionVersion, enters }
  })
}
