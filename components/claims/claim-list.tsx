import { MessageSquare, Sparkle, TriangleAlert, Undo2, Users } from 'lucide-react'
import { memo, useRef, useState } from 'react'
import type { ClaimView, VerdictView } from '@/claims/views'
import { PRIORITY_LABELS, STATUS_LABELS } from '@/claims/words-of-the-trade'
import { countBy } from '@/components/claims/claim-order'
import { useDesk } from '@/components/claims/desk-context'
import { dueWords } from '@/components/claims/life/due-words'
import { DueMark } from '@/components/claims/life/work-fields'
import { inClaim, namesOf } from '@/components/claims/live/persons'
import { usePersons } from '@/components/claims/live/presence'
import { listCounts, listedClaims } from '@/components/claims/queue/list-filter'
import { ListFilterFields, useListFilter } from '@/components/claims/queue/list-filter-fields'
import { STATUS_TONES } from '@/components/claims/status-tone'
import { VerdictBadge } from '@/components/claims/verdict-badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { StatusBadge } from '@/components/ui/status-badge'
import { formatTimestamp } from '@/transcripts/timestamp'

/** All claims in the order of their words, narrowed by where they stand. */
export function ClaimList() {
  const { claims, go, view, store, saver, looks, memberId } = useDesk()
  const unseen = new Set(looks.flatMap((look) => (look.unseen ? [look.claimId] : [])))
  const persons = usePersons()
  const [rows, showRows] = useRows()
  const latest = useRef(go)
  latest.current = go
  const [open] = useState(
    () => (claimId: string) => latest.current({ kind: 'claim', claimId }, { focus: true }),
  )
  const unfinished = store.names(`form:${view.interviewId}:outside:`).length > 0
  const [filter, setFilter] = useListFilter(view.interviewId)
  const shown = listedClaims(claims, filter, memberId)
  const lost = countBy(claims, 'needsAnchor')
  return (
    <div className="flex flex-col gap-3 pb-24">
      {lost > 0 && (
        <Notice
          tone="warning"
          title={lost === 1 ? '1 claim waits for its words' : `${lost} claims wait for their words`}
          actions={
            <Button data-opens="waiting" onClick={() => go({ kind: 'waiting' }, { focus: true })}>
              Put {lost === 1 ? 'it' : 'them'} back
            </Button>
          }
        >
          A correction changed what they quote.
        </Notice>
      )}
      {claims.length > 0 && (
        <ListFilterFields
          filter={filter}
          onFilter={setFilter}
          counts={listCounts(claims, filter, memberId)}
          shown={shown.length}
          all={claims.length}
          verdicts={view.verdicts}
        />
      )}
      {claims.length === 0 && <HowToFlag />}
      <ol className="flex flex-col">
        {shown.slice(0, rows).map((claim) => (
          // Rows out of sight cost nothing until they are scrolled to.
          <li
            key={claim.id}
            className="-mx-1 p-1 [contain-intrinsic-block-size:auto_7rem] [content-visibility:auto]"
          >
            <Row
              claim={claim}
              verdict={view.verdicts.find((one) => one.key === claim.verdictKey)}
              unsaved={saver.holds(claim.id)}
              unseen={unseen.has(claim.id)}
              here={namesOf(inClaim(persons, claim.id))}
              onOpen={open}
            />
          </li>
        ))}
      </ol>
      {shown.length > rows && (
        <Button className="self-start" onClick={() => showRows(rows + MORE_ROWS)}>
          Show {Math.min(MORE_ROWS, shown.length - rows)} more of {shown.length - rows}
        </Button>
      )}
      {view.canFlag.allowed && (
        <Button
          className="self-start"
          data-opens="outside"
          onClick={() => go({ kind: 'outside' }, { focus: true })}
        >
          {unfinished ? 'Go on with the claim made elsewhere' : 'Add a claim made elsewhere'}
        </Button>
      )}
    </div>
  )
}

/** A thousand rows would keep the page from being worked with, and cost something in every frame. */
const MORE_ROWS = 100

/** How many are shown, kept for who comes back to the list. */
function useRows(): [number, (rows: number) => void] {
  const [rows, setRows] = useState(shownRows)
  return [
    rows,
    (next) => {
      shownRows = next
      setRows(next)
    },
  ]
}

let shownRows = MORE_ROWS

type RowProps = {
  claim: ClaimView
  verdict: VerdictView | undefined
  unsaved: boolean
  /** A colleague changed it since this member looked. */
  unseen: boolean
  /** Colleagues who have it open, in words; empty for nobody. */
  here: string
  onOpen: (claimId: string) => void
}

/** Drawn anew only where its claim changed: the workspace is drawn with every word that is selected. */
const Row = memo(function Row({ claim, verdict, unsaved, unseen, here, onOpen }: RowProps) {
  const shownDue = claim.dueAt ? dueWords(claim.dueAt, Date.now(), claim.status) : null
  const due = shownDue?.tone === 'settled' ? null : shownDue
  const pressing = claim.priority === 'urgent' || claim.priority === 'high'
  return (
    <button
      type="button"
      data-claim-row={claim.id}
      className="flex w-full gap-3 border-b border-rule px-1 py-3 text-start hover:bg-surface"
      onClick={() => onOpen(claim.id)}
    >
      <span className="w-6 shrink-0 text-end font-serif text-lg leading-6 text-ink-soft">
        <span className="sr-only">Claim </span>
        {claim.number || '–'}
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="line-clamp-3 font-serif text-base leading-snug" dir="auto">
          {claim.claimReviewed || `“${claim.quote}”`}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
          {verdict ? (
            <VerdictBadge verdict={verdict} />
          ) : (
            <span className="text-ink-soft">No verdict yet</span>
          )}
          <StatusBadge tone={STATUS_TONES[claim.status]}>{STATUS_LABELS[claim.status]}</StatusBadge>
        </span>
        <span className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
          {claim.startMs !== null && <span>{formatTimestamp(claim.startMs)}</span>}
          <span>{claim.speaker}</span>
          {claim.origin === 'elsewhere' && <span>Made elsewhere</span>}
          {claim.assignee && <span>· {claim.assignee.name}</span>}
          {unsaved && <span className="font-semibold text-danger">· Not saved yet</span>}
        </span>
        {(unseen || claim.handedBack || due || pressing || claim.openThreads > 0) && (
          <span className="flex flex-wrap items-center gap-x-3 text-sm">
            {unseen && (
              <span className="inline-flex items-center gap-1.5 font-semibold text-accent">
                <Sparkle aria-hidden="true" className="size-4" />
                Changed since you looked
              </span>
            )}
            {claim.handedBack && (
              <span className="inline-flex items-center gap-1.5 font-semibold text-verdict-unsubstantiated">
                <Undo2 aria-hidden="true" className="size-4" />
                Handed back
              </span>
            )}
            {claim.openThreads > 0 && (
              <span className="inline-flex items-center gap-1.5">
                <MessageSquare aria-hidden="true" className="size-4" />
                {claim.openThreads === 1 ? 'Open conversation' : `${claim.openThreads} open conversations`}
              </span>
            )}
            {due && <DueMark due={due} />}
            {pressing && <span className="font-semibold">{PRIORITY_LABELS[claim.priority]}</span>}
          </span>
        )}
        {here && (
          <span className="flex items-start gap-1.5 text-sm text-ink-soft">
            <Users aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0 break-words">
              <span className="sr-only">Open at: </span>
              <bdi>{here}</bdi>
            </span>
          </span>
        )}
        {claim.needsAnchor && claim.status !== 'dropped' && (
          <span className="inline-flex items-center gap-1.5 text-sm font-semibold text-verdict-unsubstantiated">
            <TriangleAlert aria-hidden="true" className="size-4" />
            The words under it changed
          </span>
        )}
      </span>
    </button>
  )
})

function HowToFlag() {
  return (
    <EmptyState title="No claim flagged yet">
      <ol className="mt-2 list-decimal space-y-1 ps-5">
        <li>Select the words of a claim in the transcript, with the mouse or a finger.</li>
        <li>Press F, or the Flag button that appears.</li>
        <li>Write it as one sentence, give it a verdict, and add what you found.</li>
      </ol>
      <p className="mt-2">
        With the keyboard: put the focus on the transcript, move with the arrows, select with Shift, flag with
        F. The question mark lists all keys.
      </p>
    </EmptyState>
  )
}
