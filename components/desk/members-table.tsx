import { type Column, DataTable } from '@/components/ui/data-table'
import { Moment } from '@/components/ui/moment'
import { StatusBadge } from '@/components/ui/status-badge'
import { ROLE_LABELS } from '@/newsroom/roles'
import type { MemberView } from '@/newsroom/views'
import type { MemberActions } from './member-actions'
import { MemberMenu } from './member-menu.island'

type Props = { members: readonly MemberView[]; zone: string; actions: MemberActions }

/** Who is a member, with what may be changed about each. */
export function MembersTable({ members, zone, actions }: Props) {
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      header: 'Name',
      heads: true,
      cell: (member) => (
        <div>
          {member.name}
          {member.isYou && <span className="font-normal text-ink-soft"> (you)</span>}
          {member.note && <p className="text-sm font-normal text-ink-soft">{member.note}</p>}
        </div>
      ),
    },
    { key: 'email', header: 'E-mail', cell: (member) => <span className="break-all">{member.email}</span> },
    { key: 'role', header: 'Role', cell: (member) => ROLE_LABELS[member.role] },
    {
      key: 'status',
      header: 'Access',
      cell: (member) => (
        <StatusBadge tone={member.isActive ? 'done' : 'off'}>
          {member.isActive ? 'Active' : 'Deactivated'}
        </StatusBadge>
      ),
    },
    { key: 'factor', header: 'Second factor', cell: ({ hasFactor }) => (hasFactor ? 'Yes' : 'No') },
    { key: 'since', header: 'Since', cell: (member) => <Moment at={member.createdAt} zone={zone} dayOnly /> },
    {
      key: 'change',
      header: 'Change',
      quietHeader: true,
      numeric: true,
      cell: (member) => <MemberMenu member={member} actions={actions} />,
    },
  ]
  return <DataTable caption="Members" columns={columns} rows={members} rowKey={(member) => member.id} />
}
