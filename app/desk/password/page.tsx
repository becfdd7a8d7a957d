import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { AccountNav } from '@/components/desk/account/account-nav'
import { PasswordForm } from '@/components/desk/password-form.island'
import { PageHeader } from '@/components/ui/page-header'
import { changePassword } from './actions'

export const metadata: Metadata = { title: 'Your password' }

export default async function PasswordPage() {
  const actor = await pageActor()
  return (
    <>
      <PageHeader title="Your password">Changing it signs you out in every other browser.</PageHeader>
      <AccountNav here="/desk/password" />
      <PasswordForm email={actor.email} change={changePassword} />
    </>
  )
}
