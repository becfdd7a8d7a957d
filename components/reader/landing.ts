import { arrangeNotes } from '@/components/reader/margin-notes'

/**
 * Landing on an address within the page, and staying there while fonts, pictures and parts painted late change the heights of what
 * stands above. Browser code, in each of the page's scripts: they tell each other by an event which of them landed last.
 */

const LANDED = 'claimline:landed'
/** Nothing that the page does by itself comes later than this; ms. */
const SETTLED_AFTER = 10_000
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

let moved = false
for (const move of OWN_MOVES)
  addEventListener(
    move,
    () => {
      moved = true
    },
    { once: true, passive: true, capture: true },
  )

/** Whether the reader has done anything by themselves since the page was opened: then nothing may move it unasked. */
export const readerMoved = () => moved

/** Brings an element to the top of the reading area and keeps it there until the page has settled or the reader moves. */
export function land(element: Element): void {
  hold(
    () => element.scrollIntoView({ block: 'start', behavior: 'instant' }),
    () => element.getBoundingClientRect().top,
  )
}

/**
 * Keeps a place where it was put.
 * @param put scrolls so that it is where it should be.
 * @param top where it is, in pixels from the window's top.
 */
export function hold(put: () => void, top: () => number): void {
  dispatchEvent(new Event(LANDED))
  const began = performance.now()
  const held = new AbortController()
  const options = { passive: true, capture: true, signal: held.signal }
  const release = () => held.abort()
  // The key or click that led here is still on its way: only what comes after it counts.
  for (const move of OWN_MOVES)
    addEventListener(move, (event) => event.timeStamp > began && release(), options)
  addEventListener(LANDED, release, options)
  setTimeout(release, SETTLED_AFTER)

  let stood = Number.NaN
  let frames = 0
  const settle = () => {
    if (held.signal.aborted) return
    if (Number.isNaN(stood) || Math.abs(top() - stood) > 1) {
      put()
      frames = 0
    }
    stood = top()
    if (++frames < 20) requestAnimationFrame(settle)
  }
  settle()
  const heights = new ResizeObserver(() => {
    frames = 0
    settle()
  })
  heights.observe(document.body)
  held.signal.addEventListener('abort', () => heights.disconnect())
}

/** Opens the note that an address such as `#claim-7` names, and lands there. False if the address names none. */
export function openNote(hash: string): boolean {
  const target = hash.length > 1 ? document.getElementById(nameIn(hash)) : null
  if (!target) return false
  const note = target.closest('details')
  if (note) {
    note.open = true
    arrangeNotes(note) // now, and not with the `toggle` event after the first paint
  }
  land(note ? topOf(note, target.id) : target)
  return true
}

function nameIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1) // a lone per cent sign, which browsers take as it is
  }
}

/** The note, or the words it is about where they stand higher up beside it: both are then in view. */
function topOf(note: Element, id: string): Element {
  const words = document.getElementById(id.replace('claim-', 'said-'))
  if (!words || words === note || !matchMedia('(min-width: 72rem)').matches) return note
  const above = note.getBoundingClientRect().top - words.getBoundingClientRect().top
  return above > 0 && above < innerHeight / 2 ? words : note
}
