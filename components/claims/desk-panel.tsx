import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { BackgroundPanel } from '@/components/claims/background-panel'
import { ClaimList } from '@/components/claims/claim-list'
import { HistoryPanel } from '@/components/claims/correct/history-panel'
import { WaitingPanel } from '@/components/claims/correct/waiting-panel'
import { useDesk } from '@/components/claims/desk-context'
import { PeopleHere } from '@/components/claims/live/people-here'
import { OpenClaim } from '@/components/claims/open-claim'
import { OutsideClaimForm } from '@/components/claims/outside-claim-form'
import { QueueWalk } from '@/components/claims/queue/queue-walk'
import { SaveLine } from '@/components/claims/save-line'
import { TalkPanel } from '@/components/claims/talk/talk-panel'
import { Button } from '@/components/ui/button'

/** Claims and notes beside the transcript; over it as a sheet on a phone. */
export function DeskPanel({ sheet, onClose }: { sheet: boolean; onClose: () => void }) {
  const {
    place,
    go,
    view,
    claims,
    background,
    claimOf,
    noteTurnId,
    chapterTurnId,
    transcript,
    outbox,
    openThreads,
  } = useDesk()
  const claim = place.kind === 'claim' ? claimOf(place.claimId) : undefined
  const panel = useRef<HTMLElement>(null)
  /** From its beginning: how far one had read in a claim is no place in the list. */
  const show = (next: typeof place) => {
    go(next)
    panel.current?.scrollTo(0, 0)
  }
  return (
    // Escape leads back from whatever holds the focus inside.
    <aside
      ref={panel}
      id="desk-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        if (sheet) onClose()
        else transcript?.focus()
      }}
      aria-label="Claims and notes"
      className={`${sheet ? '' : 'max-lg:hidden'} border-rule bg-paper max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 max-lg:h-[88dvh] max-lg:border-t-2 max-lg:border-ink max-lg:shadow-2xl lg:sticky lg:top-0 lg:h-dvh lg:border-s overflow-y-auto overscroll-contain`}
    >
      <div className="sticky top-0 z-10 flex flex-col gap-1 border-b border-rule bg-paper px-4 pt-2">
        <div className="flex items-center gap-2">
          <div className="min-w-0 flex-1 py-1">
            <SaveLine />
          </div>
          <PeopleHere />
          <Button variant="quiet" className="px-2 lg:hidden" aria-label="Close the claims" onClick={onClose}>
            <X aria-hidden="true" className="size-5" />
          </Button>
        </div>
        <nav
          aria-label="What the panel shows"
          className="flex gap-x-5 overflow-x-auto max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-2"
        >
          <Place
            current={
              place.kind === 'list' ||
              place.kind === 'claim' ||
              place.kind === 'outside' ||
              place.kind === 'waiting'
            }
            onClick={() => show({ kind: 'list' })}
          >
            Claims ({claims.filter((one) => one.status !== 'dropped').length})
          </Place>
          <Place current={place.kind === 'background'} onClick={() => show({ kind: 'background' })}>
            Background ({background.length}){(noteTurnId ?? chapterTurnId) && ', one not saved'}
          </Place>
          <Place current={place.kind === 'talk'} onClick={() => show({ kind: 'talk' })}>
            Talk ({openThreads})
          </Place>
          <Place current={place.kind === 'history'} onClick={() => show({ kind: 'history' })}>
            Corrections
          </Place>
        </nav>
      </div>
      <div className="px-4 pt-4">
        {claim && <QueueWalk claim={claim} interviewId={view.interviewId} />}
        {claim ? (
          <OpenClaim key={`${claim.id} ${outbox.returned}`} claim={claim} />
        ) : place.kind === 'background' ? (
          <BackgroundPanel key={outbox.returned} />
        ) : place.kind === 'outside' ? (
          <OutsideClaimForm />
        ) : place.kind === 'history' ? (
          <HistoryPanel />
        ) : place.kind === 'talk' ? (
          <TalkPanel />
        ) : place.kind === 'waiting' ? (
          <WaitingPanel />
        ) : (
          <ClaimList />
        )}
      </div>
    </aside>
  )
}

function Place({
  current,
  onClick,
  children,
}: {
  current: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      className={`min-h-10 shrink-0 border-b-2 text-sm font-semibold whitespace-nowrap max-sm:text-[0.8125rem] max-sm:tracking-tight pointer-coarse:min-h-11 ${current ? 'border-ink text-ink' : 'border-transparent text-ink-soft'}`}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
