import type { ReactNode } from 'react'
import type { ClaimView, WaitingClaim } from '@/claims/views'
import { type DiffPart, wordDiff } from '@/components/claims/correct/word-diff'
import { useDesk } from '@/components/claims/desk-context'
import { useReanchor } from '@/components/claims/use-reanchor'
import { useSend } from '@/components/claims/use-send'
import { fromWordSelection } from '@/components/transcripts/selected-words'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import type { Proposal } from '@/transcripts/correction-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/** A quote as it was beside the places where it may be meant now, with what a person can do. */
export function ProposalCard({
  claim,
  waiting,
  onPut,
}: {
  claim: ClaimView
  waiting: WaitingClaim
  onPut: () => void
}) {
  const { actions, accept, say, transcript } = useDesk()
  const { run, busy, error } = useSend()
  const reanchor = useReanchor(claim)
  const disabled = !claim.abilities.edit.allowed

  async function put({ selection, quote }: Proposal) {
    const moved = await run(() =>
      actions.reanchorClaim({ claimId: claim.id, version: claim.version, selection, seen: quote }),
    )
    if (!moved) return
    accept(moved.value)
    transcript?.select(null)
    say(`Claim ${claim.number} stands on its words again.`)
    onPut()
  }

  function show({ selection }: Proposal) {
    const selected = transcript && fromWordSelection(transcript.page.words, selection)
    if (!transcript || !selected) return
    transcript.select(selected)
    transcript.reveal(selected.anchor, true)
  }

  return (
    <div className="flex flex-col gap-4">
      {waiting.proposals.length === 0 && (
        <>
          <Quote title="It was" {...waiting}>
            {waiting.quote}
          </Quote>
          <p className="text-sm">
            Nothing like it stands in the transcript now. Choose the words yourself, or drop the claim.
          </p>
        </>
      )}
      {waiting.proposals.map((proposal, index) => (
        <article
          key={JSON.stringify(proposal.selection)}
          aria-label={`Proposal ${index + 1} of ${waiting.proposals.length}`}
          className="flex flex-col gap-2 border-t border-rule pt-3"
        >
          <Beside was={waiting} now={proposal} />
          <div className="flex flex-wrap gap-2">
            <Button
              variant={index === 0 ? 'primary' : 'secondary'}
              busy={busy}
              disabled={disabled}
              onClick={() => put(proposal)}
            >
              Put it here
            </Button>
            <Button variant="quiet" className="max-lg:hidden" onClick={() => show(proposal)}>
              Show
            </Button>
          </div>
        </article>
      ))}
      <FormError
        message={error?.message ?? (claim.abilities.edit.allowed ? undefined : claim.abilities.edit.reason)}
      />
      <Button className="self-start" disabled={disabled} onClick={reanchor}>
        Choose other words
      </Button>
    </div>
  )
}

function Beside({ was, now }: { was: WaitingClaim; now: Proposal }) {
  const parts = wordDiff(was.quote, now.quote)
  return (
    <div className="grid grid-cols-2 gap-3">
      <Quote title="It was" prefix={was.prefix} suffix={was.suffix}>
        <Words parts={parts} without="new" />
      </Quote>
      <Quote
        title={now.startMs === null ? 'Now' : `Now, at ${formatTimestamp(now.startMs)}`}
        prefix={now.prefix}
        suffix={now.suffix}
      >
        <Words parts={parts} without="old" />
      </Quote>
    </div>
  )
}

/** Words that only one side has are struck through or underlined, so that no colour is needed to tell. */
function Words({ parts, without }: { parts: readonly DiffPart[]; without: 'old' | 'new' }) {
  const shown: ReactNode[] = []
  let place = 0
  for (const { kind, words } of parts) {
    if (kind === without) continue
    const text = `${place > 0 ? ' ' : ''}${words.join(' ')}`
    const key = place
    place += words.length
    if (kind === 'both') shown.push(<span key={key}>{text}</span>)
    else if (kind === 'old')
      shown.push(
        <del key={key} className="decoration-danger decoration-2">
          {text}
        </del>,
      )
    else
      shown.push(
        <ins key={key} className="font-semibold decoration-ok decoration-2">
          {text}
        </ins>,
      )
  }
  return shown
}

function Quote({
  title,
  prefix,
  suffix,
  children,
}: {
  title: string
  prefix: string
  suffix: string
  children: ReactNode
}) {
  return (
    <div className="min-w-0">
      <p className="kicker">{title}</p>
      <blockquote className="mt-1 font-serif text-base leading-snug break-words" dir="auto">
        <span className="text-ink-soft">{prefix && `…${prefix} `}</span>
        {children}
        <span className="text-ink-soft">{suffix && ` ${suffix}…`}</span>
      </blockquote>
    </div>
  )
}
