/** From claim to claim by `n` and `p` and by the two buttons: only claims that are shown, from where the reader is. Browser code. */
import { openNote } from '@/components/reader/landing'
import { arrangeNotes } from '@/components/reader/margin-notes'
import { isForPage } from '@/components/reader/reading-keys'
import { shownClaims } from '@/components/reader/shown-claims'

/** What stands above this line of the window has been read, in px: where a landing puts what it lands on. */
const readLine = () =>
  Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 4 || 24

/** The note that was opened by a step, closed again by the next. */
let opened: HTMLDetailsElement | null = null

/** Opens a claim's note, lands there with the focus, and writes it into the address. */
function goTo(claim: number): void {
  const note = document.getElementById(`claim-${claim}`)?.closest('details')
  if (!note) return
  if (opened && opened !== note && opened.open) {
    opened.open = false
    arrangeNotes(opened)
  }
  if (!note.open) opened = note
  const hash = `#claim-${claim}`
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`)
  openNote(hash)
  note.querySelector('summary')?.focus({ preventScroll: true })
  showPlace(claim)
}

/** The claim of the address, while its note or its words are in the window. */
function claimHere(): number | null {
  const number = /^#claim-(\d+)$/.exec(location.hash)?.[1]
  if (number === undefined) return null
  const parts = [document.getElementById(`claim-${number}`)?.closest('.note'), wordsOf(Number(number))]
  const inSight = parts.some((part) => {
    const box = part?.getBoundingClientRect()
    return box !== undefined && box.height > 0 && box.bottom > 0 && box.top < innerHeight
  })
  return inSight ? Number(number) : null
}

const wordsOf = (claim: number): Element | null =>
  document.getElementById(`said-${claim}`) ??
  document.getElementById(`claim-${claim}`)?.closest('.note') ??
  null

/** How many of the claims, in the page's order, the reader has passed. Few are measured: each may have to be laid out for it. */
function passed(claims: readonly number[]): number {
  const line = readLine()
  let low = 0
  let high = claims.length
  while (low < high) {
    const middle = (low + high) >> 1
    const top = wordsOf(claims[middle] ?? 0)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
    if (top < line) low = middle + 1
    else high = middle
  }
  return low
}

function step(by: 1 | -1): void {
  const claims = shownClaims()
  const here = claims.indexOf(claimHere() ?? Number.NaN)
  const from = here >= 0 ? here : passed(claims) - (by === 1 ? 1 : 0)
  const to = claims[Math.max(0, Math.min(claims.length - 1, from + by))]
  if (to !== undefined) goTo(to)
}

/** "3 of 12" where a claim is shown, else how many there are. */
function showPlace(claim: number | null): void {
  const claims = shownClaims()
  const index = claim === null ? -1 : claims.indexOf(claim)
  const words =
    index < 0
      ? `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`
      : `${index + 1} of ${claims.length}`
  for (const place of document.querySelectorAll('.steps-at'))
    if (place.textContent !== words) place.textContent = words
}

const KEYS: Record<string, 1 | -1> = { n: 1, p: -1 }

/** Listens to the keys, the buttons, and the strokes of the strip. */
export function startStepping(): void {
  const place = () => showPlace(claimHere())
  document.addEventListener('keydown', (event) => {
    const by = isForPage(event) && !event.shiftKey ? KEYS[event.key] : undefined
    if (!by) return
    event.preventDefault()
    step(by)
  })
  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target : null
    const by = pressed?.closest<HTMLElement>('[data-step]')?.dataset.step
    if (by) step(by === '1' ? 1 : -1)
    const stroke = pressed?.closest<SVGElement>('.lane a')
    if (!stroke || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    goTo(Number(stroke.dataset.claim))
  })
  const steps = document.querySelector('.steps')
  const transcript = document.querySelector('.transcript')
  // On narrow screens they would lie on the headline (styles/steps.css).
  if (steps && transcript)
    new IntersectionObserver(
      ([seen]) => {
        if (seen) steps.classList.toggle('waits', seen.boundingClientRect.top > innerHeight / 2)
      },
      { rootMargin: '0px 0px -50% 0px' },
    ).observe(transcript)
  document.addEventListener('claims-shown', place)
  addEventListener('scrollend', place)
  addEventListener('hashchange', place)
  place()
}
