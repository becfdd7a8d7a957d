'use client'
import { useState } from 'react'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { StatusBadge } from '@/components/ui/status-badge'
import { useAction } from '@/components/ui/use-action.island'
import type { OwnFactorsView, TotpToSetUp } from '@/newsroom/second-factor/views'
import { AppSetUp } from './app-set-up.island'
import { AppTurnOff } from './app-turn-off.island'
import type { FactorActions } from './factor-actions'

type Props = {
  factors: OwnFactorsView
  actions: Pick<FactorActions, 'beginApp' | 'confirmApp' | 'turnOffApp'>
  onAdded: (recoveryCodes: string[] | null) => void
}

/** The authenticator app: whether there is one, and setting it up or turning it off. */
export function AppFactor({ factors, actions, onAdded }: Props) {
  const { hasTotp, isProven } = factors
  const [toSetUp, setToSetUp] = useState<TotpToSetUp | null>(null)
  const { run, busy, error } = useAction(actions.beginApp)
  const begin = () => void run(null).then((answer) => answer && setToSetUp(answer.value))
  useActs(
    hasTotp
      ? []
      : [
          {
            id: 'account.app',
            label: 'Set up an authenticator app',
            group: 'How you sign in',
            also: 'TOTP two-factor 2FA',
            ...(isProven ? {} : { refusal: 'Confirm first that it is you.' }),
            run: begin,
          },
        ],
  )

  return (
    <section aria-labelledby="app" className="flex flex-col items-start gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="app" className="font-serif text-2xl">
          Authenticator app
        </h2>
        <StatusBadge tone={hasTotp ? 'done' : 'off'}>{hasTotp ? 'On' : 'Off'}</StatusBadge>
      </div>
      <p className="max-w-prose">
        {hasTotp
          ? 'After your password you are asked for the six digits that the app shows.'
          : 'An app on your telephone shows six digits that change twice a minute. They are asked for after your password.'}
      </p>
      <FormError message={error?.message} />
      {hasTotp && <AppTurnOff hasPassword={factors.hasPassword} turnOff={actions.turnOffApp} />}
      {!hasTotp && isProven && (
        <Button busy={busy} onClick={begin}>
          {busy ? 'One moment…' : 'Set up an authenticator app'}
        </Button>
      )}
      {toSetUp && (
        <AppSetUp
          toSetUp={toSetUp}
          confirm={actions.confirmApp}
          onClose={() => setToSetUp(null)}
          onAdded={onAdded}
        />
      )}
    </section>
  )
}
