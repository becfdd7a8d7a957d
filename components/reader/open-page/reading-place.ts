import { hold } from '@/components/reader/landing'
import { findWord } from '@/components/reader/spoken-word'

/** Where somebody reads, named so that it is found again in a newer page: by word, or by a part of the page. Browser code. */

export type ReadingPlace = { turn: number; word: number; top: number } | { part: string; top: number }

const KEPT = 'claimline-place'

/** The first paragraph, or else the part of the page, that stands in the window now. */
export function readingPlace(page: Element): ReadingPlace | null {
  const said = firstInView(page.querySelectorAll('.transcript .part'), '.said')
  const turn = Number(said?.closest('.turn')?.id.slice(1) ?? Number.NaN)
  if (said instanceof HTMLElement && Number.isInteger(turn)) {
    const word = Number(said.dataset.w ?? 0)
    const top = topOfWord(turn, word)
    if (top !== null) return { turn, word, top }
  }
  const part = [...page.children].find((child) => child.getBoundingClientRect().bottom > 0)
  return part ? { part: nameOf(part), top: part.getBoundingClientRect().top } : null
}

/** Puts the place where it was in the window, and keeps it there while the page settles. */
export function returnTo(page: Element, place: ReadingPlace): void {
  const top = () =>
    'turn' in place
      ? (topOfWord(place.turn, place.word) ?? place.top)
      : ([...page.children].find((child) => nameOf(child) === place.part)?.getBoundingClientRect().top ??
        place.top)
  // The browser's own anchoring would do the same a second time.
  document.documentElement.style.overflowAnchor = 'none'
  hold(() => scrollBy({ top: top() - place.top, behavior: 'instant' }), top)
  requestAnimationFrame(() => {
    document.documentElement.style.overflowAnchor = ''
  })
}

/** Loads the page anew and comes back to the same place. */
export function reloadAt(place: ReadingPlace | null): void {
  try {
    if (place) {
      sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, place }))
      history.scrollRestoration = 'manual'
    }
  } catch {
    // Storage is closed to the page: the browser comes back to about the same height.
  }
  location.reload()
}

/** After such a reload: back to where one was. */
export function returnAfterReload(page: Element): void {
  try {
    const kept = sessionStorage.getItem(KEPT)
    if (!kept) return
    sessionStorage.removeItem(KEPT)
    history.scrollRestoration = 'auto'
    const { path, place }: { path: string; place: ReadingPlace } = JSON.parse(kept)
    if (path === location.pathname) returnTo(page, place)
  } catch {
    // As above.
  }
}

/** Only in parts that are in the window: measuring others would lay them out. */
function firstInView(parts: Iterable<Element>, selector: string): Element | null {
  for (const part of parts) {
    const { top, bottom } = part.getBoundingClientRect()
    if (bottom <= 0 || top >= innerHeight) continue
    for (const each of part.querySelectorAll(selector)) {
      const box = each.getBoundingClientRect()
      if (box.top >= 0 && box.top < innerHeight) return each
      // A paragraph longer than the window.
      if (box.top < 0 && box.bottom > innerHeight / 2) return each
    }
  }
  return null
}

function topOfWord(turn: number, word: number): number | null {
  return findWord(turn, word)?.range.getBoundingClientRect().top ?? null
}

const nameOf = (element: Element) => element.id || `${element.tagName} ${element.classList[0] ?? ''}`
