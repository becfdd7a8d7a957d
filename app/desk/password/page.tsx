import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { AccountNav } from '@/components/desk/account/account-nav'
import { PasswordForm } from '@/components/desk/password-form.island'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireFactorActor } from '@/newsroom/actor'
import { readOwnFactors } from '@/newsroom/second-factor/queries'
import { changePassword } from './actions'

export const metadata: Metadata = { title: 'Your password' }

export default async function PasswordPage() {
  const actor = await pageActor()
  const { hasPassword } = await readOwnFactors(await requireFactorActor())
  return (
    <>
      <PageHeader title="Your password">Changing it signs you out in every other browser.</PageHeader>
      <AccountNav here="/desk/password" />
      {hasPassword ? (
        <PasswordForm email={actor.email} change={changePassword} />
      ) : (
        <Notice title="You have no password">
          You sign in without one. An administrator can send you a link by which you choose one.
        </Notice>
      )}
    </>
  )
}
