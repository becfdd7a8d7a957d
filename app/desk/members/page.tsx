import type { Metadata } from 'next'
import Link from 'next/link'
import { pageActor } from '@/app/_boundary/page'
import { InviteMember } from '@/components/desk/invite-member.island'
import { MembersTable } from '@/components/desk/members-table'
import { PageHeader } from '@/components/ui/page-header'
import { listMembers } from '@/newsroom/queries'
import { readSettings } from '@/newsroom/settings'
import { sendsMail } from '@/platform/mail/send-mail'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Members' }

/** Most of those who left that are listed at once: a newsroom of many years has more of them than members. */
const MOST_LEFT = 50

type Props = { searchParams: Promise<{ all?: string }> }

export default async function MembersPage({ searchParams }: Props) {
  const actor = await pageActor('admin')
  const { all } = await searchParams
  const [members, { timeZone }] = await Promise.all([listMembers(actor), readSettings()])
  const { invite, ...changes } = { ...actions, mailLink: sendsMail() ? actions.mailLink : null }
  const active = members.filter(({ isActive }) => isActive).length
  return (
    <>
      <PageHeader title="Members" actions={<InviteMember invite={invite} mailLink={changes.mailLink} />}>
        Who may sign in, and what they may do. A change of role or access ends the member’s sessions at once.
      </PageHeader>
      <MembersTable
        members={all ? members : members.slice(0, active + MOST_LEFT)}
        zone={timeZone}
        actions={changes}
      />
      {!all && members.length > active + MOST_LEFT && (
        <p className="mt-6">
          <Link className="text-link" href="/desk/members?all=1">
            Show all {members.length - active} who were deactivated
          </Link>
        </p>
      )}
    </>
  )
}
