import { commonEnds } from '@/components/transcripts/correct/typed-offsets'
import { formatTimestamp } from '@/transcripts/timestamp'

/** A turn as the workspace shows it; `startMs` in the recording, null where it has no time. */
export type ShownTurn = { id: string; speaker: string | null; text: string; startMs: number | null }

/**
 * Two elements a turn and not one more, because a long interview has thousands: who and when, which plays from there, and
 * a paragraph with one text node. Made here and nowhere else, for the whole transcript as for one corrected turn.
 */
export function turnRow(turn: ShownTurn, playable: boolean): { head: HTMLElement; paragraph: HTMLElement } {
  const paragraph = document.createElement('p')
  paragraph.dataset.turn = turn.id
  paragraph.append(document.createTextNode(turn.text))
  return { head: turnHead(turn, playable), paragraph }
}

export function turnHead({ speaker, startMs }: ShownTurn, playable: boolean): HTMLElement {
  const time = startMs === null ? '' : formatTimestamp(startMs)
  const plays = playable && startMs !== null
  const head = document.createElement(plays ? 'button' : 'span')
  head.className = 'turn-head'
  head.append(speaker ?? time)
  // Where the name is the text, transcript.css writes the time under it.
  if (speaker !== null && time) head.dataset.time = time
  if (head instanceof HTMLButtonElement) {
    head.type = 'button'
    // Not a stop of the Tab key: there are thousands, and P plays from the word the keyboard is on.
    head.tabIndex = -1
    head.dataset.seek = String(startMs)
    head.ariaLabel = speaker === null ? `Play from ${time}` : `${speaker}, play from ${time}`
  }
  return head
}

/** Writes a turn's text into its paragraph, unless somebody's typed words stand there (`data-typed`). */
export function showText(paragraph: HTMLElement, text: string): void {
  if (paragraph.dataset.typed !== undefined) return
  const only = paragraph.childNodes.length === 1 ? paragraph.firstChild : null
  // Typing may have left several text nodes, or none.
  if (!(only instanceof Text)) {
    paragraph.replaceChildren(document.createTextNode(text))
    return
  }
  if (only.data === text) return
  // Only what differs is written: the caret and every mark on the other words would be lost.
  const { start, end } = commonEnds(only.data, text)
  only.replaceData(start, only.data.length - start - end, text.slice(start, text.length - end))
}
