/**
 * Notes in the margin on wide screens, once one is opened: the text stays together, opened notes hang beside it and push only the
 * notes below them. Browser code; without it an opened note pushes the text apart, which reads as well.
 */

const WIDE = matchMedia('(min-width: 72rem)')
const GAP = 14

/** Lays a part's notes out again after one was opened or closed; the toggled note stays where it is on the screen. */
export function arrangeNotes(toggled: HTMLElement): void {
  const part = toggled.closest<HTMLElement>('.part')
  if (!part) return
  const before = toggled.getBoundingClientRect().top
  if (WIDE.matches) spread(part)
  else gather(part)
  const moved = toggled.getBoundingClientRect().top - before
  if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' })
}

/** Lays out anew what was laid out before, after notes came or went. */
export function arrangeAgain(): void {
  if (!WIDE.matches) return
  for (const part of document.querySelectorAll<HTMLElement>('.part.free')) spread(part)
}

function spread(part: HTMLElement): void {
  part.classList.add('free')
  part.style.minHeight = ''
  const origin = part.getBoundingClientRect().top
  let bottom = 0
  for (const notes of part.querySelectorAll<HTMLElement>('.notes')) {
    const row = notes.parentElement
    if (!row) continue
    const top = Math.max(row.getBoundingClientRect().top - origin, bottom === 0 ? 0 : bottom + GAP)
    notes.style.top = `${top}px`
    bottom = top + notes.offsetHeight
  }
  part.style.minHeight = `${bottom + GAP}px`
}

function gather(part: HTMLElement): void {
  part.classList.remove('free')
  part.style.minHeight = ''
  for (const notes of part.querySelectorAll<HTMLElement>('.notes')) notes.style.top = ''
}

WIDE.addEventListener('change', () => {
  for (const part of document.querySelectorAll<HTMLElement>('.part.free')) gather(part)
})
