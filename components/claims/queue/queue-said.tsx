import Link from 'next/link'
import { queueAddress } from '@/claims/queue/queue-filter'
import type { LeftAlone } from '@/claims/queue/views'
import type { Narrowing } from '@/components/claims/queue/narrowings'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'

const HINTS: readonly [string, string][] = [
  ['J K', 'move'],
  ['O', 'open'],
  ['M', 'to me'],
  ['A', 'assign'],
  ['R', 'to review'],
  ['B', 'hand back'],
  ['P', 'priority'],
  ['D', 'due'],
  ['X', 'select'],
  ['Z', 'take back'],
  ['/', 'search'],
]

/** The keys in sight, where there are keys. */
export function QueueHints() {
  return (
    <ul
      aria-label="Keys"
      className="flex w-full flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft max-md:hidden pointer-coarse:hidden"
    >
      {HINTS.map(([keys, does]) => (
        <li key={keys}>
          {keys.split(' ').map((key) => (
            <kbd key={key} className="me-1 border border-rule-strong px-1 font-sans text-ink">
              {key}
            </kbd>
          ))}
          {does}
        </li>
      ))}
    </ul>
  )
}

/** Most refused claims that are named one by one. */
const NAMED = 20

/** Which claims a change left as they were, and why. */
export function WhatWasLeft({
  answer: { saying, left },
  onClose,
}: {
  answer: { saying: string; left: readonly LeftAlone[] }
  onClose: () => void
}) {
  return (
    <Notice
      tone="warning"
      title={saying}
      actions={
        <Button variant="quiet" onClick={onClose}>
          Good
        </Button>
      }
    >
      <ul className="mt-1 list-disc ps-5">
        {left.slice(0, NAMED).map((one) => (
          <li key={one.id}>
            Claim {one.number} of <span dir="auto">{one.interviewTitle}</span>: {one.reason}
          </li>
        ))}
      </ul>
      {left.length > NAMED && <p>And {left.length - NAMED} more.</p>}
    </Notice>
  )
}

/** Nothing to show: because there is nothing, or because of what was chosen. */
export function NothingHere({ any, narrowed }: { any: boolean; narrowed: readonly Narrowing[] }) {
  if (!any)
    return (
      <EmptyState
        title="No claims yet"
        action={<LinkButton href="/desk/interviews">Go to the interviews</LinkButton>}
      >
        Open an interview, select the words of a claim, and flag them.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No claim matches"
      action={<LinkButton href="/desk/claims">Show the whole queue</LinkButton>}
    >
      {narrowed.length === 0 ? (
        <p>Every claim was dropped.</p>
      ) : (
        <>
          <p>Loosen one of these:</p>
          <ul className="list-disc ps-5">
            {narrowed.map((one) => (
              <li key={one.key}>
                <Link className="text-link" href={queueAddress(one.without)} scroll={false} prefetch={false}>
                  Without: {one.label}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}
