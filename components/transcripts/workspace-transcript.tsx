import '@/components/transcripts/transcript.css'
import type { WorkspaceTurn } from '@/claims/views'
import { TRANSCRIPT_ID } from '@/components/transcripts/transcript-id'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Each turn is one paragraph with one text node; words are found by counting, never by elements. */
export function WorkspaceTranscript({
  turns,
  language,
  direction,
  playable,
}: {
  turns: readonly WorkspaceTurn[]
  /** BCP 47 tag of what was spoken. */
  language: string
  direction: 'ltr' | 'rtl'
  playable: boolean
}) {
  return (
    // A group, not an application: screen readers keep their reading keys and pass ours through in focus mode.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div
      id={TRANSCRIPT_ID}
      className="transcript"
      role="group"
      aria-label="Transcript"
      aria-describedby="transcript-hint"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected here by keyboard
      tabIndex={0}
      lang={language}
      dir={direction}
    >
      {turns.map((turn) => (
        <div className="turn" key={turn.id}>
          <div className="turn-head">
            {turn.speaker ? <b>{turn.speaker}</b> : null}
            <TurnTime startMs={turn.startMs} playable={playable} />
          </div>
          <p data-turn={turn.id}>{turn.text}</p>
        </div>
      ))}
    </div>
  )
}

function TurnTime({ startMs, playable }: { startMs: number | null; playable: boolean }) {
  if (startMs === null) return null
  const time = formatTimestamp(startMs)
  if (!playable) return <span className="turn-time">{time}</span>
  return (
    // Not a stop of the Tab key: there are thousands, and P plays from the word the keyboard is on.
    <button
      className="turn-time"
      type="button"
      tabIndex={-1}
      data-seek={startMs}
      aria-label={`Play from ${time}`}
    >
      {time}
    </button>
  )
}
