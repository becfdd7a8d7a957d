import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { keepQueue, type LeftQueue, leftQueue } from '@/components/claims/queue/queue-left'
import { useActs } from '@/components/desk/acts/acts.island'
import { buttonClass } from '@/components/ui/button'

/**
 * The way on to the next claim of the queue that this one was opened from; nothing where it was not. The claims are those
 * of the queue's page as it was left: one that a colleague changed meanwhile is still in its place.
 */
export function QueueWalk({ claim, interviewId }: { claim: ClaimView; interviewId: string }) {
  const [left, setLeft] = useState<LeftQueue | null>(null)
  // Only the browser knows, and what the server drew must be what the browser draws first.
  useEffect(() => setLeft(leftQueue()), [])
  const at = left?.claims.findIndex((one) => one.id === claim.id) ?? -1
  if (!left || at < 0) return null
  return <Walk left={left} at={at} interviewId={interviewId} />
}

function Walk({ left, at, interviewId }: { left: LeftQueue; at: number; interviewId: string }) {
  const [before, next] = [left.claims[at - 1], left.claims[at + 1]]
  const here = left.claims[at]?.id ?? left.claimId
  const to = (claim: LeftQueue['claims'][number] | undefined) =>
    claim &&
    // Within one interview the address's last part alone changes, and the page stays as it is.
    (claim.interviewId === interviewId ? '' : `/desk/interviews/${claim.interviewId}`) +
      `#claim-${claim.number}`
  const onwards = to(next) ?? left.next
  const goTo = (id: string) => document.getElementById(id)?.click()
  useEffect(() => {
    if (left.claimId !== here) keepQueue({ ...left, claimId: here, away: true })
  }, [left, here])
  useActs([
    {
      id: 'queue.onwards',
      label: 'Ahead to the next claim of the queue',
      group: 'Queue',
      keys: ['Alt+a'],
      run: () => goTo('queue-next'),
      ...(onwards ? {} : { refusal: 'That was the last one.' }),
    },
    {
      id: 'queue.backwards',
      label: 'Back to the previous claim of the queue',
      group: 'Queue',
      keys: ['Alt+p'],
      run: () => goTo('queue-before'),
      ...(before ? {} : { refusal: 'That is the first one of its page.' }),
    },
    {
      id: 'queue.back',
      label: 'Back to the queue itself',
      group: 'Queue',
      keys: ['Alt+q'],
      run: () => goTo('queue-back'),
    },
  ])
  return (
    <nav
      aria-label="The queue"
      className="-mt-2 mb-3 flex flex-wrap items-center gap-x-1 border-b border-rule pb-2 text-sm"
    >
      <Link id="queue-back" href={left.address} className={buttonClass('quiet', 'px-2')} title="Alt Q">
        Queue
      </Link>
      <span className="me-auto text-ink-soft">
        {at + 1} of {left.claims.length}
        {left.next ? ' on its page' : ''}
      </span>
      <Way id="queue-before" href={to(before)} title="Alt P">
        Before
      </Way>
      <Way id="queue-next" href={onwards ?? undefined} title="Alt A">
        {next || !left.next ? 'Next' : 'Next page'}
      </Way>
    </nav>
  )
}

function Way({
  id,
  href,
  title,
  children,
}: {
  id: string
  href: string | undefined
  title: string
  children: string
}) {
  const look = buttonClass('quiet', 'px-2')
  if (href === undefined)
    return (
      <span className={look} aria-disabled="true">
        {children}
      </span>
    )
  // The workspace follows the browser's own step to another part of the same page.
  if (href.startsWith('#'))
    return (
      <a id={id} href={href} title={title} className={look}>
        {children}
      </a>
    )
  return (
    <Link id={id} href={href} title={title} prefetch={false} className={look}>
      {children}
    </Link>
  )
}
