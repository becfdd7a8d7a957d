import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { InviteMember } from '@/components/desk/invite-member.island'
import { MembersTable } from '@/components/desk/members-table'
import { PageHeader } from '@/components/ui/page-header'
import { listMembers } from '@/newsroom/queries'
import { readSettings } from '@/newsroom/settings'
import { sendsMail } from '@/platform/mail/send-mail'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Members' }

export default async function MembersPage() {
  const actor = await pageActor('admin')
  const [members, { timeZone }] = await Promise.all([listMembers(actor), readSettings()])
  const { invite, ...changes } = { ...actions, mailLink: sendsMail() ? actions.mailLink : null }
  return (
    <>
      <PageHeader title="Members" actions={<InviteMember invite={invite} mailLink={changes.mailLink} />}>
        Who may sign in, and what they may do. A change of role or access ends the member’s sessions at once.
      </PageHeader>
      <MembersTable members={members} zone={timeZone} actions={changes} />
    </>
  )
}
