import { Fragment, useState } from 'react'
import type { Difference, ReplacementPreview } from '@/claims/replacement-schema'
import { Stretch } from '@/components/transcripts/replace/stretch'
import { Button } from '@/components/ui/button'
import { formatTimestamp } from '@/transcripts/timestamp'

const STEP = 30

type Props = Pick<ReplacementPreview, 'differences'> & { language: string }

/** The passages whose words change, a few at a time. */
export function ReplaceDifferences({ differences: { total, items }, language }: Props) {
  const [shown, setShown] = useState(STEP)
  return (
    <section aria-labelledby="replace-differences">
      <h3 id="replace-differences" className="mb-1 font-serif text-xl">
        What reads differently
      </h3>
      {total === 0 ? (
        <p className="text-sm text-ink-soft">
          No words change: only capitals, punctuation, spelling and turns.
        </p>
      ) : (
        <ol className="border-t border-rule">
          {items.slice(0, shown).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a passage has no other name than its place
            <li key={index} className="flex gap-4 border-b border-rule py-2">
              <span className="w-16 shrink-0 pt-0.5 text-sm text-ink-soft">
                {item.startMs === null ? '' : formatTimestamp(item.startMs)}
              </span>
              <Passage pieces={item.pieces} language={language} />
            </li>
          ))}
        </ol>
      )}
      {total > Math.min(shown, items.length) && (
        <div className="flex flex-wrap items-center gap-3 py-3 text-sm text-ink-soft">
          {Math.min(shown, items.length).toLocaleString('en')} of {total.toLocaleString('en')} passages
          {items.length > shown && <Button onClick={() => setShown(shown + STEP)}>Show {STEP} more</Button>}
        </div>
      )}
    </section>
  )
}

function Passage({ pieces, language }: { pieces: Difference['pieces']; language: string }) {
  return (
    <p dir="auto" lang={language} className="min-w-0 font-serif text-base leading-snug break-words">
      {pieces.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={index}>
          {index > 0 && ' '}
          <Stretch kind={kind} text={text} />
        </Fragment>
      ))}
    </p>
  )
}
