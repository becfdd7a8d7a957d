'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Notice } from '@/components/ui/notice'
import type { OwnFactorsView } from '@/newsroom/second-factor/views'
import { AppFactor } from './app-factor.island'
import type { FactorActions } from './factor-actions'
import { Passkeys } from './passkeys.island'
import { ProveAgain } from './prove-again.island'
import { RecoveryCodes, RenewCodes } from './recovery-codes.island'

type Props = {
  factors: OwnFactorsView
  actions: FactorActions
  /** IANA zone of the newsroom. */
  zone: string
  siteName: string
  /** Why no passkey can be added where the site was opened; null where one can. */
  noPasskeys: string | null
  /** Where to go once the first factor is set up; null stays here. */
  next?: string
}

/** Everything beyond the password that one signs in with. */
export function Factors({ factors, actions, zone, siteName, noPasskeys, next }: Props) {
  const router = useRouter()
  const [codes, setCodes] = useState<string[] | null>(null)
  const [setUp, setSetUp] = useState(false)
  const { isProven } = factors

  /** Something was added. The codes are shown before the page says so: they are shown this once. */
  function added(recoveryCodes: string[] | null) {
    setCodes(recoveryCodes)
    setSetUp(true)
    if (!recoveryCodes) leave()
  }

  function leave() {
    setCodes(null)
    if (next && (setUp || factors.hasTotp || factors.passkeys.length > 0)) router.replace(next)
    else router.refresh()
  }

  return (
    <div className="flex flex-col gap-10">
      {!isProven && <ProveAgain factors={factors} confirm={actions.confirmItIsMe} />}
      <AppFactor factors={factors} actions={actions} onAdded={added} />
      <Passkeys factors={factors} actions={actions} zone={zone} noPasskeys={noPasskeys} onAdded={added} />
      {(factors.hasTotp || factors.passkeys.length > 0) && (
        <section aria-labelledby="recovery" className="flex flex-col items-start gap-3">
          <h2 id="recovery" className="font-serif text-2xl">
            Recovery codes
          </h2>
          {factors.recoveryCodesLeft <= 3 && (
            <Notice tone="warning">
              {factors.recoveryCodesLeft === 0
                ? 'None is left. Make new ones before you lose your telephone.'
                : 'Few are left. Make new ones in good time.'}
            </Notice>
          )}
          <p className="max-w-prose">
            {factors.recoveryCodesLeft} of the codes that you kept are unused. Each lets you in once when you
            have neither app nor passkey at hand.
          </p>
          {isProven && <RenewCodes renew={actions.renewCodes} onRenewed={setCodes} />}
        </section>
      )}
      <RecoveryCodes codes={codes} siteName={siteName} onKept={leave} />
    </div>
  )
}
