import { isTypedInto } from '@/components/transcripts/player/typing-pause'
import { caretAt } from '@/components/transcripts/selected-words'
import { nextChangeAfter, type TimedWords, wordSaidAt } from '@/components/transcripts/spoken-turns'
import { markText } from '@/components/transcripts/text-marks'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { boxesOf, rangesOf } from '@/components/transcripts/transcript-page'
import type { WordPoint } from '@/components/transcripts/word-cursor'

/** A clock that runs late is asked again after this long at most, in ms of real time. */
const LONGEST_SLEEP = 1000

/**
 * Paints the word being said while a recording plays, and scrolls along. It sleeps from one word to the next: asking at each
 * frame would cost more than everything else together (docs/decisions/0014).
 */
export class SpokenHighlight {
  private readonly stopped = new AbortController()
  private timed: TimedWords | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private shown: WordPoint | null = null
  /** Somebody scrolled away: the page stays with them until the word comes into sight again, or they go elsewhere. */
  private away = false

  constructor(
    private readonly media: HTMLMediaElement,
    private readonly transcript: TranscriptController,
    private readonly follow: boolean,
  ) {
    const { signal } = this.stopped
    for (const moved of ['seeked', 'playing', 'ratechange', 'pause'])
      media.addEventListener(moved, () => this.paint(), { signal })
    media.addEventListener(
      'seeking',
      () => {
        this.away = false
      },
      { signal },
    )
    const scrolled = () => {
      this.away = true
    }
    for (const scrolls of ['wheel', 'touchmove'])
      addEventListener(scrolls, scrolled, { signal, passive: true })
  }

  /** From now on these words; null shows none. */
  show(timed: TimedWords | null): void {
    if (this.stopped.signal.aborted) return
    this.timed = timed
    this.paint()
  }

  stop(): void {
    this.stopped.abort()
    clearTimeout(this.timer)
    markText('word-spoken', [])
  }

  private paint(): void {
    clearTimeout(this.timer)
    const { timed, media } = this
    if (!timed) return
    const ms = media.currentTime * 1000
    const point = wordSaidAt(timed, ms)
    if (point?.turn !== this.shown?.turn || point?.word !== this.shown?.word) {
      const moved = point !== null && (point.turn !== this.shown?.turn || point.word % 8 === 0)
      this.shown = point
      if (point && moved && this.follow && !media.paused) this.scrollAlong(point)
      markText('word-spoken', point ? rangesOf(this.transcript.page, caretAt(point)) : [], 40)
    }
    if (media.paused) return
    const wait = (nextChangeAfter(timed, ms) - ms) / (media.playbackRate || 1)
    // A little more than needed, so that the clock has passed the word's start and one look is enough.
    this.timer = setTimeout(() => this.paint(), Math.min(Math.max(wait, 0) + 8, LONGEST_SLEEP))
  }

  private scrollAlong(point: WordPoint): void {
    const { page } = this.transcript
    if (isTypedInto(document.activeElement) && page.root.contains(document.activeElement)) return
    if (this.away) {
      const box = boxesOf(page, point)[0]
      this.away = !box || box.bottom < 0 || box.top > innerHeight
    }
    if (!this.away) this.transcript.reveal(point)
  }
}
