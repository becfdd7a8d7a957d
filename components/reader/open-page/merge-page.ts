import { mergeNotes } from '@/components/reader/open-page/merge-notes'

/**
 * Puts a newer page into the open one, element by element, so that what is open stays open, what has the focus keeps it where it can,
 * and what is the same is not touched. Browser code.
 */

/** Parts that are gone through rather than replaced. */
const GONE_THROUGH = '.interview, .opening'

/**
 * Takes over what is new.
 * @returns numbers of the notes that were put in or replaced; null where the two differ too much, and nothing was changed then.
 */
export function mergePage(open: Element, fresh: Element): number[] | null {
  if (!fits(open, fresh)) return null
  const put: number[] = []
  mergeParts(open, fresh)
  mergeTranscript(open, fresh, put)
  mergePlayer(open, fresh)
  for (const { name, value } of fresh.attributes) open.setAttribute(name, value)
  return put
}

/** Whether the newer page has as many turns and the same recording. */
function fits(open: Element, fresh: Element): boolean {
  const turns = (page: Element) => turnsIn(page.querySelectorAll('.transcript > .part'))
  const sound = (page: Element) =>
    page.querySelector('audio')?.getAttribute('src') ??
    page.querySelector<HTMLElement>('.listen .embed')?.dataset.recording ??
    null
  return turns(open) === turns(fresh) && sound(open) === sound(fresh)
}

const turnsIn = (parts: Iterable<Element>): string =>
  [...parts].flatMap((part) => [...part.children].map((turn) => turn.id)).join(' ')

const keyOf = (element: Element) => element.id || `${element.tagName} ${element.classList[0] ?? ''}`

/** Everything around transcript and player: replaced where it differs, added where it is new, taken out where it is gone. */
function mergeParts(open: Element, fresh: Element): void {
  const standing = new Map([...open.children].map((child) => [keyOf(child), child]))
  let before: Element | null = null
  for (const part of [...fresh.children]) {
    const own = standing.get(keyOf(part))
    standing.delete(keyOf(part))
    let stays: Element = part
    if (own && (own.matches('.transcript, .listen') || own.isEqualNode(part))) stays = own
    else if (own?.matches(GONE_THROUGH)) {
      mergeParts(own, part)
      own.className = part.className
      stays = own
    } else if (own) swap(own, part)
    const place: Element | null = before ? before.nextElementSibling : open.firstElementChild
    if (place !== stays) open.insertBefore(stays, place)
    before = stays
  }
  for (const gone of standing.values()) gone.remove()
}

/** One element for another, with the same folds open and the focus where it was. */
export function swap(own: Element, fresh: Element): void {
  const folds = (element: Element) => [
    ...(element instanceof HTMLDetailsElement ? [element] : []),
    ...element.querySelectorAll('details'),
  ]
  const freshFolds = folds(fresh)
  for (const [index, fold] of folds(own).entries()) {
    const same = freshFolds[index]
    if (same) same.open = fold.open
  }
  const focusable = 'a[href], button, summary, select, input'
  const at = [...own.querySelectorAll(focusable)].indexOf(document.activeElement ?? own)
  own.replaceWith(fresh)
  if (at >= 0) fresh.querySelectorAll<HTMLElement>(focusable)[at]?.focus({ preventScroll: true })
}

function mergeTranscript(open: Element, fresh: Element, put: number[]): void {
  for (const turn of fresh.querySelectorAll('.transcript .turn')) {
    const own = open.querySelector(`.transcript [id="${turn.id}"]`)
    if (own && !own.isEqualNode(turn)) mergeTurn(own, turn.cloneNode(true), put)
  }
  regroup(open, fresh)
}

/** Parts are cut anew where notes came (`transcript.tsx`): those with the same turns stay, the others are put together again. */
function regroup(open: Element, fresh: Element): void {
  const section = open.querySelector('.transcript')
  const standing = new Map(
    [...open.querySelectorAll('.transcript > .part')].map((part) => [turnsIn([part]), part]),
  )
  const focused = document.activeElement
  for (const part of fresh.querySelectorAll('.transcript > .part')) {
    const turns = turnsIn([part])
    if (standing.delete(turns)) continue
    const made = part.cloneNode(false)
    const first = section?.querySelector(`[id="${part.firstElementChild?.id}"]`)?.closest('.part')
    if (!(made instanceof Element) || !first) continue
    first.before(made)
    for (const { id } of part.children) {
      const turn = section?.querySelector(`[id="${id}"]`)
      if (turn) made.append(turn)
    }
  }
  for (const part of standing.values()) part.remove()
  if (focused instanceof HTMLElement && focused !== document.activeElement)
    focused.focus({ preventScroll: true })
}

function mergeTurn(own: Element, fresh: Node, put: number[]): void {
  if (!(fresh instanceof Element)) return
  const rows = (turn: Element) => [...turn.querySelectorAll(':scope > .row')]
  const texts = (turn: Element) => rows(turn).map((row) => row.querySelector('.said')?.textContent)
  const [ownRows, freshRows] = [rows(own), rows(fresh)]
  if (texts(own).join('\n') !== texts(fresh).join('\n')) {
    // Cut into other paragraphs, because a claim may not be cut through: the whole turn, with the notes that are the same.
    const notes = [...own.querySelectorAll('.note')]
    for (const note of fresh.querySelectorAll('.note')) {
      const same = notes.find((each) => sameNote(each, note))
      if (same) note.replaceWith(same)
      else put.push(numberOf(note))
    }
    own.replaceWith(fresh)
    return
  }
  // Chapter and speaker stand before the rows.
  for (const head of [...own.children]) if (!head.matches('.row')) head.remove()
  own.prepend(...[...fresh.children].filter((head) => !head.matches('.row')))
  for (const [index, row] of freshRows.entries()) {
    const ownRow = ownRows[index]
    const [said, freshSaid] = [ownRow?.querySelector('.said'), row.querySelector('.said')]
    if (!ownRow || !said || !freshSaid) continue
    if (said.innerHTML !== freshSaid.innerHTML) said.replaceChildren(...freshSaid.childNodes)
    mergeNotes(ownRow, row, { same: sameNote, put: (note) => put.push(numberOf(note)) })
  }
}

/** The mark of a claim's note changes with whatever readers see of it. */
function sameNote(one: Element, other: Element): boolean {
  if (!(one instanceof HTMLElement && other instanceof HTMLElement)) return false
  return numberOf(one) === numberOf(other) && one.dataset.mark === other.dataset.mark
}

function numberOf(note: Element): number {
  return Number(note.querySelector('.note-body')?.id.slice('claim-'.length) ?? 0)
}

/** The recording plays on; what the bar knows of the page is the newer page's. */
function mergePlayer(open: Element, fresh: Element): void {
  const [ticks, freshTicks] = [open.querySelector('.player-ticks'), fresh.querySelector('.player-ticks')]
  if (ticks && freshTicks) ticks.replaceWith(freshTicks)
  const [audio, freshAudio] = [open.querySelector('audio'), fresh.querySelector('audio')]
  if (audio && freshAudio?.dataset.words) audio.dataset.words = freshAudio.dataset.words
}
