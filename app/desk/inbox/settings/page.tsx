import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { mailsNotices } from '@/claims/inbox/queries'
import { MailNotices } from '@/components/desk/inbox/mail-notices.island'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { sendsMail } from '@/platform/mail/send-mail'
import { setMailNotices } from '../actions'

export const metadata: Metadata = { title: 'Your notices' }

/** Whether what lands in one's inbox is sent by e-mail as well. */
export default async function NoticeSettingsPage() {
  const actor = await pageActor()
  const mails = await mailsNotices(actor.id)
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title="Your notices" actions={<LinkButton href="/desk/inbox">Inbox</LinkButton>}>
        Everything that concerns you stands in your inbox. What you have not read after a minute can be sent
        to you too.
      </PageHeader>
      {!sendsMail() && (
        <Notice title="No e-mail is sent by this site">
          An administrator can name a mail server in the server’s settings. Your choice is kept for then.
        </Notice>
      )}
      <MailNotices address={actor.email} mailNotices={mails} save={setMailNotices} />
    </div>
  )
}
