'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { PreviewTurn } from '@/transcripts/preview-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

const STEP = 300

type Props = {
  turns: readonly PreviewTurn[]
  /** How many there are in the file; may be more than were sent. */
  total: number
  nameOf: (label: string | null) => string
  language: string
}

/** The turns as they will be stored, to read before storing them; a few hundred at a time keep the page quick. */
export function LoadTurns({ turns, total, nameOf, language }: Props) {
  const [shown, setShown] = useState(STEP)
  const visible = turns.slice(0, shown)
  return (
    <section
      aria-label="The transcript as read"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[28rem] overflow-y-auto border-y border-rule lg:max-h-[calc(100dvh-16rem)]"
    >
      <ol>
        {visible.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a parsed file's turns have no other name than their place
          <li key={index} className="border-b border-rule py-2 pe-3 last:border-0">
            <p className="flex gap-2 text-sm">
              <span className="font-semibold">{nameOf(turn.speaker)}</span>
              {turn.startMs !== null && (
                <span className="text-ink-soft">{formatTimestamp(turn.startMs)}</span>
              )}
            </p>
            <p dir="auto" lang={language} className="font-serif text-base leading-snug">
              {turn.text}
            </p>
          </li>
        ))}
      </ol>
      {total > visible.length && (
        <div className="flex flex-wrap items-center gap-3 py-3 text-sm text-ink-soft">
          {visible.length.toLocaleString('en')} of {total.toLocaleString('en')} turns
          {turns.length > visible.length && (
            <Button onClick={() => setShown(shown + STEP)}>Show {STEP} more</Button>
          )}
        </div>
      )}
    </section>
  )
}
