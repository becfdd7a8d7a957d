import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { underThisName } from '@/app/sign-in/own-name'
import { AccountNav } from '@/components/desk/account/account-nav'
import { Factors } from '@/components/desk/account/factors.island'
import { PageHeader } from '@/components/ui/page-header'
import { requireFactorActor } from '@/newsroom/actor'
import { readOwnFactors } from '@/newsroom/second-factor/queries'
import { readSettings } from '@/newsroom/settings'
import * as actions from './actions'

export const metadata: Metadata = { title: 'How you sign in' }

export default async function AccountPage() {
  await pageActor()
  const actor = await requireFactorActor()
  const [factors, { timeZone, siteName }, { noPasskeys }] = await Promise.all([
    readOwnFactors(actor),
    readSettings(),
    underThisName(),
  ])
  return (
    <>
      <PageHeader title="How you sign in">
        A second factor keeps others out who have learnt your password.
        {factors.required && ' Your newsroom asks you to have one.'}
      </PageHeader>
      <AccountNav here="/desk/account" />
      <Factors
        factors={factors}
        actions={{ ...actions }}
        zone={timeZone}
        siteName={siteName}
        noPasskeys={noPasskeys}
      />
    </>
  )
}
