import 'server-only'
import { INVITATION_HOURS, makeLink } from '@/newsroom/member-link'
import { canManageMembers } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { type InviteMember, inviteMemberSchema } from '@/newsroom/schema'
import { memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'
import { Invalid } from '@/platform/errors'

/**
 * Makes an account without a password.
 * @returns the link by which the person chooses one, to be shown to the administrator once; only its hash is kept.
 * @throws Invalid where the address has an account already.
 */
export const inviteMember = command({
  input: inviteMemberSchema,
  load: async (tx, input: InviteMember) =>
    tx.member.findUnique({ where: { email: input.email }, select: { id: true } }),
  allow: (actor: Actor) => canManageMembers(actor),
  run: async (tx, { input, loaded }) => {
    if (loaded) {
      const message = 'Somebody with this e-mail address is a member already.'
      throw new Invalid(message, { email: message })
    }
    const member = await tx.member.create({
      data: input,
      select: { id: true, name: true, email: true },
    })
    return {
      value: { ...member, link: await makeLink(tx, member.id, INVITATION_HOURS) },
      audit: [{ action: 'member.invited', subject: memberSubject(member), after: { role: input.role } }],
    }
  },
})
