import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CONTROL_CLASS } from '@/components/ui/field'

type Props = {
  /** What the two differ in, e.g. `The explanation`. */
  what: string
  mine: string
  theirs: string
  onMine: () => void
  onTheirs: () => void
  /** Left out where two values cannot be combined, e.g. verdicts. */
  onCombined?: (text: string) => void
}

/** Two people wrote into one field: both texts in full, and nothing happens to either until somebody chooses. */
export function Conflict({ what, mine, theirs, onMine, onTheirs, onCombined }: Props) {
  const [combined, setCombined] = useState<string | null>(null)
  return (
    <div role="alert" className="border-s-4 border-verdict-unsubstantiated bg-surface p-3 text-sm">
      <p className="font-semibold">{what} was changed by a colleague while you wrote.</p>
      <p className="text-ink-soft">Yours is kept here and was not saved. Choose what shall stand.</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <Side title="Yours" text={mine} />
        <Side title="Theirs, saved" text={theirs} />
      </div>
      {combined !== null && onCombined && (
        <textarea
          aria-label="Both texts combined"
          className={`${CONTROL_CLASS} mt-3`}
          rows={8}
          value={combined}
          onChange={(event) => setCombined(event.target.value)}
        />
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {combined !== null && onCombined ? (
          <Button variant="primary" onClick={() => onCombined(combined)}>
            Save the combined text
          </Button>
        ) : (
          <>
            <Button onClick={onMine}>Keep mine</Button>
            <Button onClick={onTheirs}>Take theirs</Button>
            {onCombined && <Button onClick={() => setCombined(`${theirs}\n\n${mine}`)}>Combine</Button>}
          </>
        )}
      </div>
    </div>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="kicker">{title}</p>
      <blockquote className="mt-1 max-h-60 overflow-y-auto whitespace-pre-wrap border border-rule bg-paper p-2">
        {text || <span className="text-ink-soft">(empty)</span>}
      </blockquote>
    </div>
  )
}
