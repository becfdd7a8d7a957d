import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SecondStepForm } from '@/components/desk/second-step-form'
import { callbackPath } from '@/newsroom/callback-path'
import { pendingSecondStep } from '@/newsroom/second-factor/step'
import { readSettings } from '@/newsroom/settings'
import { keptStep } from '@/newsroom/sign-in-cookies'
import { siteOrigin } from '@/platform/env'
import { beginPasskey } from '../actions'
import { csrfToken } from '../csrf'
import { signInMessage } from '../messages'
import { underThisName } from '../own-name'

export const metadata: Metadata = { title: 'Second step' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The password was right; now the code. Who has not come that far, in this browser and lately, begins at the beginning. */
export default async function SecondStepPage({ searchParams }: Props) {
  const query = await searchParams
  const back = callbackPath([query.callbackUrl].flat()[0], siteOrigin())
  const [waiting, token] = [await pendingSecondStep(await keptStep('secondFactor')), await csrfToken()]
  if (!waiting || !token) redirect(`/sign-in?error=StepGone&callbackUrl=${encodeURIComponent(back)}`)
  const { noPasskeys } = await underThisName()
  return (
    <SecondStepForm
      siteName={(await readSettings()).siteName}
      csrfToken={token}
      callbackUrl={back}
      waiting={waiting}
      message={signInMessage([query.error].flat()[0])}
      passkeys={noPasskeys || !waiting.hasPasskeys ? null : { begin: beginPasskey }}
    />
  )
}
