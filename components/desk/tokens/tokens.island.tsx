'use client'
import { useRef, useState } from 'react'
import { ProveAgain } from '@/components/desk/account/prove-again.island'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { MadeToken, TokenView } from '@/newsroom/api-tokens/views'
import type { OwnFactorsView } from '@/newsroom/second-factor/views'
import { MakeTokenDialog } from './make-token.island'
import type { TokenActions } from './token-actions'
import { TokenOnce } from './token-once.island'
import { TokenTable } from './token-table.island'

type Props = {
  own: readonly TokenView[]
  /** Everybody else's; empty for who is no administrator. */
  others: readonly TokenView[]
  factors: OwnFactorsView
  /** IANA zone of the newsroom. */
  zone: string
  actions: TokenActions
}

/** One's tokens, making another, and for an administrator those of everybody else. */
export function Tokens({ own, others, factors, zone, actions }: Props) {
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<MadeToken | null>(null)
  const begin = useRef<HTMLButtonElement>(null)
  const { isProven } = factors
  useActs([
    {
      id: 'tokens.make',
      label: 'Make a token',
      group: 'How you sign in',
      also: 'API key access other systems',
      ...(isProven ? {} : { refusal: 'Confirm first that it is you.' }),
      run: () => setMaking(true),
    },
  ])

  function done(token: MadeToken) {
    setMaking(false)
    setMade(token)
  }

  return (
    <div className="flex flex-col gap-10">
      {!isProven && <ProveAgain factors={factors} confirm={actions.confirmBeforeToken} />}
      <section aria-labelledby="own-tokens" className="flex flex-col items-start gap-4">
        <h2 id="own-tokens" className="font-serif text-2xl">
          Your tokens
        </h2>
        {own.length > 0 ? (
          <TokenTable caption="Your tokens" tokens={own} zone={zone} revoke={actions.revoke} />
        ) : (
          <EmptyState title="No system acts as you">
            Make a token for each system, so that each can be cut off by itself.
          </EmptyState>
        )}
        {isProven && (
          <Button ref={begin} variant="primary" onClick={() => setMaking(true)}>
            Make a token
          </Button>
        )}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="other-tokens" className="flex flex-col items-start gap-4">
          <h2 id="other-tokens" className="font-serif text-2xl">
            Tokens of other members
          </h2>
          <TokenTable
            caption="Tokens of other members"
            tokens={others}
            zone={zone}
            revoke={actions.revoke}
            withOwner
          />
        </section>
      )}
      {making && <MakeTokenDialog make={actions.make} onClose={() => setMaking(false)} onMade={done} />}
      <TokenOnce made={made} returnTo={begin} onClose={() => setMade(null)} />
    </div>
  )
}
