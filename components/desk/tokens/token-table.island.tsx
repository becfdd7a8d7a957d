'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm.island'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Moment } from '@/components/ui/moment'
import { toastDone } from '@/components/ui/toaster.island'
import { SCOPE_LABELS } from '@/newsroom/api-tokens/scopes'
import type { TokenView } from '@/newsroom/api-tokens/views'
import type { TokenActions } from './token-actions'

type Props = {
  caption: string
  tokens: readonly TokenView[]
  zone: string
  revoke: TokenActions['revoke']
  withOwner?: boolean
}

/** Tokens with what they may do and when they were used last; each can be revoked. */
export function TokenTable({ caption, tokens, zone, revoke, withOwner = false }: Props) {
  const [ending, setEnding] = useState<TokenView | null>(null)

  async function end(token: TokenView): Promise<string | null> {
    const result = await revoke({ tokenId: token.id })
    if (result.ok) toastDone(`The token “${token.name}” opens nothing any more.`)
    return result.ok ? null : result.error.message
  }

  return (
    <div className="w-full">
      <DataTable
        caption={caption}
        columns={columns(zone, withOwner, setEnding)}
        rows={tokens}
        rowKey={({ id }) => id}
      />
      {ending && (
        <Confirm
          open
          onOpenChange={(open) => !open && setEnding(null)}
          title={`Revoke “${ending.name}”?`}
          confirmLabel="Revoke"
          danger
          onConfirm={() => end(ending)}
        >
          The system that uses it is refused from the next request on. What it did stays.
        </Confirm>
      )}
    </div>
  )
}

function columns(zone: string, withOwner: boolean, onEnd: (token: TokenView) => void): Column<TokenView>[] {
  return [
    {
      key: 'name',
      header: 'Token',
      heads: true,
      cell: ({ name, start }) => (
        <div className="wrap-anywhere">
          {name}
          <p className="font-mono text-sm font-normal text-ink-soft">{start}…</p>
        </div>
      ),
    },
    ...(withOwner
      ? [
          {
            key: 'owner',
            header: 'Member',
            cell: ({ owner }: TokenView) =>
              owner.isActive ? owner.name : `${owner.name} (deactivated, so it opens nothing)`,
          },
        ]
      : []),
    {
      key: 'scopes',
      header: 'May',
      cell: ({ scopes }) => scopes.map((scope) => SCOPE_LABELS[scope].label.toLowerCase()).join(', '),
    },
    { key: 'made', header: 'Made', cell: ({ createdAt }) => <Moment at={createdAt} zone={zone} dayOnly /> },
    {
      key: 'ends',
      header: 'Ends',
      cell: ({ expiresAt }) => (expiresAt ? <Moment at={expiresAt} zone={zone} dayOnly /> : 'When revoked'),
    },
    {
      key: 'used',
      header: 'Last used',
      cell: ({ usedAt }) => (usedAt ? <Moment at={usedAt} zone={zone} /> : 'Not yet'),
    },
    {
      key: 'end',
      header: 'Revoke',
      quietHeader: true,
      numeric: true,
      cell: (token) => (
        <Button aria-label={`Revoke ${token.name}`} onClick={() => onEnd(token)}>
          Revoke
        </Button>
      ),
    },
  ]
}
