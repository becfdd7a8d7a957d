import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { AccountNav } from '@/components/desk/account/account-nav'
import { SessionList } from '@/components/desk/session-list.island'
import { PageHeader } from '@/components/ui/page-header'
import { currentSessionId } from '@/newsroom/actor'
import { listOwnSessions } from '@/newsroom/queries'
import { readSettings } from '@/newsroom/settings'
import { endOne, endOthers } from './actions'

export const metadata: Metadata = { title: 'Where you are signed in' }

export default async function SessionsPage() {
  const actor = await pageActor()
  const [sessions, { timeZone }] = await Promise.all([
    listOwnSessions(actor, await currentSessionId()),
    readSettings(),
  ])
  return (
    <>
      <PageHeader title="Where you are signed in">
        Each browser that is signed in as you. One that you do not know: end it, then change your password.
      </PageHeader>
      <AccountNav here="/desk/sessions" />
      <SessionList sessions={sessions} zone={timeZone} endOne={endOne} endOthers={endOthers} />
    </>
  )
}
