import { useState } from 'react'
import { useDesk } from '@/components/claims/desk-context'
import { deskPath, SimilarLine } from '@/components/claims/said-before/similar-line'
import { allOf, useSimilar } from '@/components/claims/said-before/use-similar'
import { bounds, selectedText } from '@/components/transcripts/selected-words'
import { Button, buttonClass } from '@/components/ui/button'

/** While words are selected: whether something like them was said before. Quiet, and never in the way of flagging. */
export function FlagSimilar() {
  const { selected, transcript, view } = useDesk()
  const marked = selected?.marked && transcript ? selected : null
  const words = transcript?.page.words
  const found = useSimilar(
    marked && words
      ? {
          interviewId: view.interviewId,
          claimId: null,
          turnId: words.turns[bounds(marked).first.turn]?.id ?? null,
          text: selectedText(words, marked),
        }
      : null,
  )
  const [open, setOpen] = useState(false)
  const all = allOf(found)
  const count = `${all.length} earlier ${all.length === 1 ? 'claim reads' : 'claims read'} like this.`
  return (
    <>
      <p role="status" className="sr-only">
        {all.length > 0 ? `Said before? ${count}` : ''}
      </p>
      {all.length > 0 && (
        <div className="border-t border-rule px-1 pt-1 text-sm">
          <Button variant="quiet" className="-ms-3.5" aria-expanded={open} onClick={() => setOpen(!open)}>
            Said before? {count}
          </Button>
          {open && (
            <ul className="max-h-[30dvh] overflow-y-auto overscroll-contain">
              {all.map((claim) => (
                <SimilarLine key={claim.claimId} claim={claim}>
                  <a className={buttonClass('quiet')} href={deskPath(claim)} target="_blank" rel="noreferrer">
                    Open claim {claim.number} in a new tab
                  </a>
                </SimilarLine>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  )
}
