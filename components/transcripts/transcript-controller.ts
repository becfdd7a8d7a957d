// Longer than most files: one object that hears every key and pointer of the transcript; what they mean stands beside it.

import { changeTurns, type TurnChanges } from '@/components/transcripts/change-turns'
import { type HeldPoint, holdPoint, keptPoint } from '@/components/transcripts/correct/kept-point'
import { wordOnNextLine } from '@/components/transcripts/line-move'
import { bounds, caretAt, moveTo, type Selected, selectedText } from '@/components/transcripts/selected-words'
import { canHighlight, markText } from '@/components/transcripts/text-marks'
import { commandOf, type Movement, type TranscriptCommand } from '@/components/transcripts/transcript-keys'
import {
  boxesOf,
  rangesOf,
  selectedIn,
  type TranscriptPage,
  wordUnder,
} from '@/components/transcripts/transcript-page'
import {
  comparePoints,
  firstWordOf,
  lastWordOf,
  nextSentence,
  nextTurn,
  nextWord,
  previousSentence,
  previousTurn,
  previousWord,
  sentenceEnd,
  sentenceStart,
  type TranscriptWords,
  turnEnd,
  type WordPoint,
} from '@/components/transcripts/word-cursor'
import { isMac } from '@/components/ui/is-mac'

export type TranscriptListener = {
  /** `still`: the caret is shown where it was, and nobody moved it. */
  selected: (selected: Selected | null, how: 'keys' | 'pointer' | 'still') => void
  command: (command: Exclude<TranscriptCommand['kind'], 'move' | 'clear' | 'sentence'>) => void
  /** A click or tap on a word, without dragging. */
  word: (point: WordPoint, at: { x: number; y: number; alt: boolean }) => void
  seek: (ms: number) => void
  /** True where a click at this word would open something; changes the pointer's shape. */
  opens: (point: WordPoint) => boolean
  /** Turns came, went or say something else. */
  changed: () => void
}

/** Selecting words with mouse, touch and keys on a transcript in the page. Knows nothing of claims. */
export class TranscriptController {
  selected: Selected | null = null
  /** Where Up and Down aim, so that moving over a short line does not lose the column. */
  private column: number | null = null
  private caretShown = false
  private readonly stop = new AbortController()
  private readonly mac = isMac()
  private hovering = 0

  constructor(
    readonly page: TranscriptPage,
    private readonly listener: TranscriptListener,
  ) {
    const { root } = page
    root.classList.toggle('no-highlights', !canHighlight())
    const { signal } = this.stop
    root.addEventListener('keydown', (event) => this.onKey(event), { signal })
    root.addEventListener('click', (event) => this.onClick(event), { signal })
    root.addEventListener('pointermove', (event) => this.onHover(event), { signal, passive: true })
    root.addEventListener('focus', () => this.onFocus(), { signal })
    root.addEventListener('copy', (event) => this.onCopy(event), { signal })
    document.addEventListener('selectionchange', () => this.onNativeSelection(), { signal })
    document.addEventListener('pointerup', () => this.snapNative(), { signal })
  }

  destroy(): void {
    this.stop.abort()
    markText('words-selected', [])
    markText('word-caret', [])
  }

  /** Shows and announces a selection; null clears it, the browser's own included. */
  select(selected: Selected | null, how: 'keys' | 'pointer' | 'still' = 'pointer'): void {
    this.selected = selected
    const marked = selected?.marked ? rangesOf(this.page, selected) : []
    const painted = markText('words-selected', marked, 20)
    this.caretShown = how !== 'pointer'
    const caret = selected && this.caretShown ? rangesOf(this.page, caretAt(selected.focus)) : []
    markText('word-caret', caret, 30)
    if (!selected) this.clearNative()
    else if (!painted || (how === 'keys' && hasNative()))
      this.setNative(painted && !selected.marked ? null : selected)
    this.listener.selected(selected, how)
  }

  /**
   * Brings the page to a newer state of some turns. The caret stays on its word, or as near as can be; words are still
   * marked only where the first and the last turn say what they said.
   * @returns false where the page has missed something and must read the whole transcript again.
   */
  changeTurns(changes: TurnChanges): boolean {
    const { words } = this.page
    const kept = this.selected
    const ends = kept && { anchor: holdPoint(words, kept.anchor), focus: holdPoint(words, kept.focus) }
    const complete = changeTurns(this.page, changes)
    this.listener.changed()
    if (kept && ends) {
      const anchor = ends.anchor && keptPoint(words, ends.anchor)
      const focus = ends.focus && keptPoint(words, ends.focus)
      const same = unchanged(words, ends.anchor) && unchanged(words, ends.focus)
      // Nothing is said aloud of it: nobody moved the caret.
      const how = this.caretShown ? 'still' : 'pointer'
      if (anchor && focus && same) this.select({ ...kept, anchor, focus }, how)
      else this.select(focus ? caretAt(focus) : null, how)
    }
    return complete
  }

  focus(): void {
    this.page.root.focus({ preventScroll: true })
  }

  /** Brings a word into the middle of the window unless it is already well in sight. */
  reveal(point: WordPoint, always = false): void {
    // Twice: turns that were never shown have a guessed height until they are near.
    const smooth = always && !matchMedia('(prefers-reduced-motion: reduce)').matches
    for (const behavior of ['instant', smooth ? 'smooth' : 'instant'] as const) {
      const box = boxesOf(this.page, point)[0]
      if (!box) return
      if (!always && box.top > 130 && box.bottom < innerHeight - 130) return
      scrollBy({ top: box.top - innerHeight * (always ? 0.35 : box.top < 130 ? 0.25 : 0.7), behavior })
    }
  }

  private onFocus(): void {
    if (this.selected || !this.page.root.matches(':focus-visible')) return
    const inSight = this.page.paragraphs.findIndex((one) => one.getBoundingClientRect().bottom > 120)
    const point = firstWordOf(this.page.words, Math.max(inSight, 0)) ?? firstWordOf(this.page.words)
    if (point) this.select(caretAt(point), 'keys')
  }

  private onKey(event: KeyboardEvent): void {
    // Keys pressed on a button inside belong to that button; half-composed input belongs to the input method.
    if (event.target !== this.page.root || event.isComposing || event.defaultPrevented) return
    const press = {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      ctrl: event.ctrlKey,
      alt: event.altKey,
      meta: event.metaKey,
    }
    const command = commandOf(press, { rtl: this.page.root.dir === 'rtl', mac: this.mac })
    if (!command) return
    if (command.kind === 'clear' && !this.selected) return
    event.preventDefault()
    if (command.kind === 'move') this.move(command.by, command.extend)
    else if (command.kind === 'clear') this.clear()
    else if (command.kind === 'sentence') this.selectSentence()
    else this.listener.command(command.kind)
  }

  /** Escape first lets go of the marked words and leaves the caret where it was, then of the caret. */
  private clear(): void {
    const marked = this.selected?.marked
    const focus = this.selected?.focus
    this.clearNative()
    this.select(marked && focus ? caretAt(focus) : null, 'keys')
  }

  private selectSentence(): void {
    const at = this.selected ?? this.startingPoint()
    if (!at) return
    const { first, last } = bounds(at)
    this.select(
      {
        anchor: sentenceStart(this.page.words, first),
        focus: sentenceEnd(this.page.words, last),
        marked: true,
      },
      'keys',
    )
  }

  private startingPoint(): Selected | null {
    const point = firstWordOf(this.page.words)
    return point ? caretAt(point) : null
  }

  private move(by: Movement, extend: boolean): void {
    const from = this.selected
    if (!from) {
      const start = this.startingPoint()
      if (start) this.select(start, 'keys')
      return
    }
    const point = this.target(from.focus, by, extend)
    this.select(moveTo(from, point, extend), 'keys')
    this.reveal(point)
  }

  private target(from: WordPoint, by: Movement, extend: boolean): WordPoint {
    const { words } = this.page
    if (by !== 'nextLine' && by !== 'previousLine') this.column = null
    switch (by) {
      case 'nextWord':
        return nextWord(words, from)
      case 'previousWord':
        return previousWord(words, from)
      case 'nextSentence': {
        if (!extend) return nextSentence(words, from)
        // Selecting by sentence ends with the sentence, not with the first word of the next.
        const end = sentenceEnd(words, from)
        return comparePoints(end, from) > 0 ? end : sentenceEnd(words, nextWord(words, from))
      }
      case 'previousSentence':
        return previousSentence(words, from)
      case 'nextTurn': {
        if (!extend) return nextTurn(words, from)
        const end = turnEnd(words, from)
        return comparePoints(end, from) > 0 ? end : turnEnd(words, nextTurn(words, from))
      }
      case 'previousTurn':
        return previousTurn(words, from)
      case 'turnStart':
        return { turn: from.turn, word: 0 }
      case 'turnEnd':
        return turnEnd(words, from)
      case 'transcriptStart':
        return firstWordOf(words) ?? from
      case 'transcriptEnd':
        return lastWordOf(words) ?? from
      default: {
        const box = boxesOf(this.page, from)[0]
        this.column ??= box ? (box.left + box.right) / 2 : 0
        return wordOnNextLine(this.page, from, by === 'nextLine', this.column)
      }
    }
  }

  private onNativeSelection(): void {
    const found = selectedIn(this.page, document.getSelection())
    if (!found) return
    if (this.selected?.marked) {
      const [was, is] = [bounds(this.selected), bounds(found)]
      if (comparePoints(was.first, is.first) === 0 && comparePoints(was.last, is.last) === 0) return
    }
    this.select(found, 'pointer')
  }

  /** After dragging, what looks selected is what would be flagged: whole words. */
  private snapNative(): void {
    const found = selectedIn(this.page, document.getSelection())
    if (found && matchMedia('(pointer: fine)').matches) this.setNative(found)
  }

  private setNative(selected: Selected | null): void {
    if (!selected) {
      this.clearNative()
      return
    }
    const ranges = rangesOf(this.page, selected)
    const [first, last] = [ranges[0], ranges.at(-1)]
    if (!first || !last) return
    document
      .getSelection()
      ?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset)
  }

  private clearNative(): void {
    if (selectedIn(this.page, document.getSelection())) document.getSelection()?.removeAllRanges()
  }

  private onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null
    // A turn that is being typed into, and the buttons under it, belong to the editor.
    if (target?.closest('[data-editing], [data-turn-tools]')) return
    const seek = target?.closest<HTMLElement>('[data-seek]')?.dataset.seek
    if (seek !== undefined) {
      this.listener.seek(Number(seek))
      this.focus()
      return
    }
    if (selectedIn(this.page, document.getSelection())) return
    const near = wordUnder(this.page, event.clientX, event.clientY, true)
    if (!near) return
    this.column = null
    this.select(caretAt(near), 'pointer')
    const exact = wordUnder(this.page, event.clientX, event.clientY, false)
    if (exact) this.listener.word(exact, { x: event.clientX, y: event.clientY, alt: event.altKey })
  }

  private onHover(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return
    cancelAnimationFrame(this.hovering)
    this.hovering = requestAnimationFrame(() => {
      const point = wordUnder(this.page, event.clientX, event.clientY, false)
      this.page.root.classList.toggle('over-claim', point !== null && this.listener.opens(point))
    })
  }

  private onCopy(event: ClipboardEvent): void {
    if (!this.selected?.marked || hasNative()) return
    event.clipboardData?.setData('text/plain', selectedText(this.page.words, this.selected))
    event.preventDefault()
  }
}

function unchanged(words: TranscriptWords, held: HeldPoint | null): boolean {
  return held !== null && words.turns[words.indexOf(held.turn.id)]?.text === held.turn.text
}

function hasNative(): boolean {
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed
}
