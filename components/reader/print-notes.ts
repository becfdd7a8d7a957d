/**
 * On paper the claims are footnotes: while the page is printed, their notes stand together behind the transcript, in the order of
 * the numbers that the words carry. Browser code; without it each note is printed below its paragraph.
 */

/** Where each note stood, to go back to: a comment in its place. */
const places = new Map<Element, Comment>()
let section: HTMLElement | null = null

const numberOf = (note: Element) =>
  Number(note.querySelector('.note-body')?.id.slice('claim-'.length) ?? Number.NaN)

function gather(): void {
  const notes = [...document.querySelectorAll('.transcript .note')].sort((a, b) => numberOf(a) - numberOf(b))
  const foot = document.querySelector('.elsewhere, .page-foot')
  if (section || !foot || notes.length === 0) return
  section = document.createElement('section')
  section.className = 'footnotes'
  const title = document.createElement('h2')
  title.className = 'section-title'
  title.textContent = 'The claims and what we found'
  section.append(title)
  for (const note of notes) {
    const place = document.createComment('')
    places.set(note, place)
    note.replaceWith(place)
    section.append(note)
  }
  foot.before(section)
}

function putBack(): void {
  for (const [note, place] of places) place.replaceWith(note)
  places.clear()
  section?.remove()
  section = null
}

export function startPrinting(): void {
  addEventListener('beforeprint', gather)
  addEventListener('afterprint', putBack)
  // Saving as a file does not always fire the two.
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? gather() : putBack()))
}
