import { PencilLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDesk } from '@/components/claims/desk-context'

type Place = { turnId: string; stretch: HTMLElement; top: number }

/**
 * The one button that corrects a turn by mouse or finger: it stands beside the turn that is pointed at, or that the caret is
 * in. One for all, because a long interview has thousands of turns. With the keyboard it is E.
 */
export function TurnButton() {
  const { transcript, selected, correct } = useDesk()
  const [place, setPlace] = useState<Place | null>(null)

  useEffect(() => {
    if (!transcript) return
    const { root } = transcript.page
    // A finger that is lifted leaves everything, the button included: only a mouse points and goes away.
    const point = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      const element = event.target instanceof Element ? event.target : null
      const at = element?.closest<HTMLElement>('p[data-turn], .turn-head')
      const paragraph = at?.matches('p') ? at : at?.nextElementSibling
      if (paragraph instanceof HTMLElement) setPlace(placeBeside(paragraph))
    }
    const leave = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') setPlace(null)
    }
    root.addEventListener('pointerover', point, { passive: true })
    root.addEventListener('pointerleave', leave)
    return () => {
      root.removeEventListener('pointerover', point)
      root.removeEventListener('pointerleave', leave)
    }
  }, [transcript])

  // A finger points at nothing: the button stands where it tapped.
  useEffect(() => {
    const paragraph = selected && transcript?.page.paragraphs[selected.focus.turn]
    if (paragraph) setPlace(placeBeside(paragraph))
  }, [selected, transcript])

  if (!place?.stretch.isConnected || correct.editingId === place.turnId) return null
  return createPortal(
    <button
      type="button"
      tabIndex={-1}
      lang="en"
      data-turn-tools
      className="turn-button"
      style={{ insetBlockStart: place.top }}
      aria-label="Correct the words of this turn"
      title="Correct these words (E)"
      onClick={() => correct.edit(place.turnId)}
    >
      <PencilLine aria-hidden="true" className="size-4" />
    </button>,
    place.stretch,
  )
}

function placeBeside(paragraph: HTMLElement): Place | null {
  const stretch = paragraph.parentElement
  const turnId = paragraph.dataset.turn
  if (!stretch || turnId === undefined) return null
  // Beside the head where that stands above the words, so as not to lie on them.
  const head = paragraph.previousElementSibling?.getBoundingClientRect().top
  const top = Math.min(head ?? Number.POSITIVE_INFINITY, paragraph.getBoundingClientRect().top)
  return { turnId, stretch, top: top - stretch.getBoundingClientRect().top }
}
