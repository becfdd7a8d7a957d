import 'server-only'
import { canDeactivate } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { memberIdSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'

/** Shuts a member out at once; what they wrote stays under their name. */
export const deactivateMember = command({
  input: memberIdSchema,
  load: (tx, input: { memberId: string }) => loadMemberForChange(tx, input.memberId),
  allow: (actor: Actor, member) => canDeactivate(actor, member),
  run: async (tx, { loaded }) => {
    await tx.memberLink.deleteMany({ where: { memberId: loaded.id } })
    await changeAccess(tx, loaded.id, { deactivatedAt: now() })
    return {
      value: { id: loaded.id, name: loaded.name },
      audit: [{ action: 'member.deactivated', subject: memberSubject(loaded) }],
    }
  },
})
