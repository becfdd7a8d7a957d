import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import * as actions from '@/app/desk/account/actions'
import { signOut } from '@/app/desk/sign-out'
import { Factors } from '@/components/desk/account/factors.island'
import { SignInFrame } from '@/components/desk/sign-in-frame'
import { Button } from '@/components/ui/button'
import { Toaster } from '@/components/ui/toaster.island'
import { currentVisitor, requireFactorActor } from '@/newsroom/actor'
import { callbackPath } from '@/newsroom/callback-path'
import { readOwnFactors } from '@/newsroom/second-factor/queries'
import { readSettings } from '@/newsroom/settings'
import { siteOrigin } from '@/platform/env'
import { underThisName } from '../own-name'

export const metadata: Metadata = { title: 'Set up a second factor' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/**
 * Where those go whom the newsroom asks for a second factor and who have none; nothing else of the desk opens to them. Who
 * has just made one stays until the recovery codes are kept.
 */
export default async function SetUpPage({ searchParams }: Props) {
  const back = callbackPath([(await searchParams).callbackUrl].flat()[0], siteOrigin())
  if (!(await currentVisitor())) redirect(`/sign-in?callbackUrl=${encodeURIComponent(back)}`)
  const actor = await requireFactorActor()
  const [factors, { siteName, timeZone }, { noPasskeys }] = await Promise.all([
    readOwnFactors(actor),
    readSettings(),
    underThisName(),
  ])
  return (
    <SignInFrame siteName={siteName} title="Set up a second factor" wide>
      <p className="mt-4 mb-8 max-w-prose text-ink-soft">
        Your newsroom asks everybody in your role to show more than a password. Choose one of the two; it
        takes a minute.
      </p>
      <Factors
        factors={factors}
        actions={{ ...actions }}
        zone={timeZone}
        siteName={siteName}
        noPasskeys={noPasskeys}
        next={back}
      />
      <form action={signOut} className="mt-10 border-t border-rule pt-4">
        <Button type="submit">Sign out</Button>
      </form>
      <Toaster />
    </SignInFrame>
  )
}
