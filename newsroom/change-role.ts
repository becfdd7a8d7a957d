import 'server-only'
import { canChangeRole } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { type ChangeRole, changeRoleSchema } from '@/newsroom/schema'
import { changeAccess, loadMemberForChange, memberSubject } from '@/newsroom/store'
import { command } from '@/platform/command'

/** Gives a member another role; they sign in again to use it. The last active administrator stays one. */
export const changeRole = command({
  input: changeRoleSchema,
  load: (tx, input: ChangeRole) => loadMemberForChange(tx, input.memberId),
  allow: (actor: Actor, member, input) => canChangeRole(actor, member, input.role),
  run: async (tx, { input, loaded }) => {
    await changeAccess(tx, loaded.id, { role: input.role })
    return {
      value: { id: loaded.id, name: loaded.name, role: input.role },
      audit: [
        {
          action: 'member.roleChanged',
          subject: memberSubject(loaded),
          before: { role: loaded.role },
          after: { role: input.role },
        },
      ],
    }
  },
})
