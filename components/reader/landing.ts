import { arrangeNotes } from '@/components/reader/margin-notes'

/** Landing on an address within the page: browser code, shared by the page's scripts. */

/** Brings an element to the top of the reading area and keeps it there until the heights of parts just painted have settled. */
export function land(element: Element): void {
  let top = Number.NaN
  let frames = 0
  let moved = false
  const stop = () => {
    moved = true
  }
  for (const event of ['wheel', 'touchstart', 'keydown'])
    addEventListener(event, stop, { once: true, passive: true })
  const settle = () => {
    if (moved) return
    const now = element.getBoundingClientRect().top
    if (Number.isNaN(top) || Math.abs(now - top) > 1) {
      element.scrollIntoView({ block: 'start' })
      frames = 0
    }
    top = element.getBoundingClientRect().top
    if (++frames < 20) requestAnimationFrame(settle)
  }
  settle()
}

/** Opens the note that an address such as `#claim-7` names, and lands there. False if the address names none. */
export function openNote(hash: string): boolean {
  const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null
  if (!target) return false
  const note = target.closest('details')
  if (note) {
    note.open = true
    arrangeNotes(note) // now, and not with the `toggle` event after the first paint
  }
  land(note ? topOf(note, target.id) : target)
  return true
}

/** The note, or the words it is about where they stand higher up beside it: both are then in view. */
function topOf(note: Element, id: string): Element {
  const words = document.getElementById(id.replace('claim-', 'said-'))
  if (!words || words === note || !matchMedia('(min-width: 72rem)').matches) return note
  const above = note.getBoundingClientRect().top - words.getBoundingClientRect().top
  return above > 0 && above < innerHeight / 2 ? words : note
}
