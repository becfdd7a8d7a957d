import type { ReactNode } from 'react'
import type { SnapshotChange } from '@/publishing/snapshot-schema'

/**
 * What readers are told of one change. A correction says what was wrong before it says what is right; those from before
 * that was asked are one text.
 */
export function ChangeWords({
  change,
  children,
}: {
  change: Pick<SnapshotChange, 'wrong' | 'note'>
  /** Follows the words, e.g. the link to the claim. */
  children?: ReactNode
}) {
  if (change.wrong === '')
    return (
      <p dir="auto">
        {change.note} {children}
      </p>
    )
  return (
    <>
      <p className="change-wrong" dir="auto">
        <b>What we had wrong:</b> {change.wrong}
      </p>
      <p dir="auto">
        <b>What is right:</b> {change.note} {children}
      </p>
    </>
  )
}
