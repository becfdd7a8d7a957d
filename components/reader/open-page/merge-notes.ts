/** The notes of one paragraph: those that are the same stay as they stand, opened or not; the others come, go and change. Browser code. */

type Rules = {
  /** Whether two notes of claims say the same. */
  same: (own: Element, fresh: Element) => boolean
  /** Told of each note of a claim that was put in. */
  put: (note: Element) => void
}

/** Takes over the notes of `fresh` into `row`; both are rows of the same paragraph. */
export function mergeNotes(row: Element, fresh: Element, { same, put }: Rules): void {
  const [own, other] = [row.querySelector('.notes'), fresh.querySelector('.notes')]
  if (!other) {
    own?.remove()
    return
  }
  if (!own) {
    for (const note of other.querySelectorAll('.note')) put(note)
    row.append(other)
    return
  }
  own.classList.toggle('hang', other.matches('.hang'))
  const left = new Set(own.children)
  let before: Element | null = null
  for (const note of [...other.children]) {
    const found = [...left].find((each) => sameThing(each, note))
    if (found) left.delete(found)
    const stays =
      found && (note.matches('.note') ? same(found, note) : found.isEqualNode(note)) ? found : note
    if (stays === note) {
      if (found instanceof HTMLDetailsElement && note instanceof HTMLDetailsElement) note.open = found.open
      if (note.matches('.note')) put(note)
      if (found) found.replaceWith(note)
    }
    const place: Element | null = before ? before.nextElementSibling : own.firstElementChild
    if (place !== stays) own.insertBefore(stays, place)
    before = stays
  }
  for (const gone of left) gone.remove()
}

/** Notes of the same claim, or backgrounds of the same name, whatever they say of it. */
function sameThing(one: Element, other: Element): boolean {
  const name = (note: Element) => note.querySelector('.note-body')?.id ?? note.getAttribute('aria-label')
  return name(one) === name(other)
}
