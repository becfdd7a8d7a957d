import { BookmarkPlus, Flag, NotebookPen, PencilLine, UserRound, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDesk } from '@/components/claims/desk-context'
import { FlagSimilar } from '@/components/claims/said-before/flag-similar'
import { countSelected, selectedText } from '@/components/transcripts/selected-words'
import { Button } from '@/components/ui/button'

type Props = {
  busy: boolean
  refusal: string | null
  onFlag: () => void
  onNote: () => void
  onChapter: () => void
  onSpeaker: () => void
  onMove: () => void
  onClear: () => void
  onGiveUpMode: () => void
}

/** What can be done with the selected words; stands where a thumb reaches it. */
export function FlagBar({
  busy,
  refusal,
  onFlag,
  onNote,
  onChapter,
  onSpeaker,
  onMove,
  onClear,
  onGiveUpMode,
}: Props) {
  const { selected, transcript, mode, claimOf, view, correct } = useDesk()
  const marked = selected?.marked ? selected : null
  const count = marked && transcript ? countSelected(transcript.page.words, marked) : 0
  const words = count === 1 ? '1 word' : `${count} words`
  if (!marked && mode.kind === 'none') return null
  const claim = mode.kind === 'none' ? undefined : claimOf(mode.claimId)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div
      role="group"
      aria-label="Selected words"
      className="fixed inset-x-2 bottom-16 z-20 mx-auto flex max-w-2xl flex-col gap-2 border border-ink bg-paper p-2 shadow-lg lg:end-[28rem] lg:bottom-4"
    >
      {mode.kind === 'turn' ? (
        <Line>
          <p className="flex-1 px-1 text-sm">
            Choose the turn in which claim {claim?.number} was answered: click it, or move there and press
            Enter.
          </p>
          <Button onClick={onGiveUpMode}>Cancel</Button>
        </Line>
      ) : (
        <>
          {marked && transcript && (
            <p className="line-clamp-2 px-1 font-serif text-base leading-snug" dir="auto">
              {selectedText(transcript.page.words, marked)}
            </p>
          )}
          {refusal && mode.kind === 'none' && (
            <p role="alert" className="border-s-4 border-danger ps-2 text-sm font-medium text-danger">
              Not flagged. {refusal}
            </p>
          )}
          {mode.kind === 'anchor' ? (
            <Line>
              {marked ? (
                <Button variant="primary" busy={busy} onClick={onMove}>
                  Move claim {claim?.number} here
                </Button>
              ) : (
                <p className="flex-1 px-1 text-sm">
                  Select the words of claim {claim?.number} in the transcript.
                </p>
              )}
              <Button onClick={onGiveUpMode}>Cancel</Button>
            </Line>
          ) : (
            <Line>
              <Button
                variant="primary"
                busy={busy}
                disabled={!view.canFlag.allowed}
                title={view.canFlag.allowed ? 'F' : view.canFlag.reason}
                onClick={onFlag}
              >
                <Flag aria-hidden="true" className="size-4" />
                {refusal ? `Retry: flag ${words}` : `Flag ${words}`}
              </Button>
              <Button onClick={() => correct.editSelected(selected)} title="E">
                <PencilLine aria-hidden="true" className="size-4" />
                Correct
              </Button>
              <Button onClick={onNote} title="N">
                <NotebookPen aria-hidden="true" className="size-4 max-sm:hidden" />
                Note
              </Button>
              <Button onClick={onChapter} title="C">
                <BookmarkPlus aria-hidden="true" className="size-4 max-sm:hidden" />
                Chapter
              </Button>
              <Button onClick={onSpeaker} title="W">
                <UserRound aria-hidden="true" className="size-4 max-sm:hidden" />
                Speaker
              </Button>
              <Button
                variant="quiet"
                className="ms-auto px-2"
                aria-label="Clear the selection"
                title="Esc"
                onClick={onClear}
              >
                <X aria-hidden="true" className="size-5" />
              </Button>
            </Line>
          )}
          {mode.kind === 'none' && <FlagSimilar />}
        </>
      )}
    </div>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>
}
