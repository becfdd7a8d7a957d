import 'server-only'
import { canReactivate } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { memberIdSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'

/** Lets a deactivated member in again, with the role and password they had. */
export const reactivateMember = command({
  input: memberIdSchema,
  load: (tx, input: { memberId: string }) => loadMemberForChange(tx, input.memberId),
  allow: (actor: Actor, member) => canReactivate(actor, member),
  run: async (tx, { loaded }) => {
    await changeAccess(tx, loaded.id, { deactivatedAt: null })
    return {
      value: { id: loaded.id, name: loaded.name },
      audit: [{ action: 'member.reactivated', subject: memberSubject(loaded) }],
    }
  },
})
