import { countWords } from '@/transcripts/words'
import type { ParsedCue } from './format'
import type { Place, ProblemList } from './problem-list'

const DAY_MS = 24 * 3600 * 1000
/** Nobody speaks faster for long; where a file says so its times are in another unit than it seems. */
const WORDS_PER_SECOND = 15
/** Too few words to tell a pace from, and too short a touch to call an overlap. */
const FEWEST_WORDS = 5
const TOUCH_MS = 60

/**
 * What is wrong with cues of any format: none at all, out of order, overlapping, ending before they start, a recording
 * of days, a pace beyond speech. One pass.
 */
export function checkCues(cues: readonly ParsedCue[], problems: ProblemList): void {
  if (!cues.some((cue) => cue.text !== '')) {
    problems.add(
      'no-cues',
      'error',
      'No speech was found in this file. Check that it is a transcript and not empty or another kind of file.',
    )
    return
  }
  let previous: ParsedCue | undefined
  let lastMs = 0
  let most = 0
  let spokenMs = 0
  cues.forEach((cue, index) => {
    const place: Place = { line: cue.line, path: cue.line === undefined ? `cue ${index + 1}` : undefined }
    const { startMs, endMs } = cue
    if (startMs === null) return
    lastMs = Math.max(lastMs, startMs, endMs ?? 0)
    if (endMs !== null && endMs <= startMs) {
      problems.add(
        'cue-ends-before-it-starts',
        'warning',
        `A cue ends (${clock(endMs)}) before or when it starts (${clock(startMs)}).`,
        place,
      )
    }
    const duration = endMs !== null && endMs > startMs ? endMs - startMs : 0
    if (duration > 0) {
      most += mostPaceWords(cue.text)
      spokenMs += duration
      if (mostPaceWords(cue.text) * 1000 > WORDS_PER_SECOND * duration)
        reportPace(cue, duration, place, problems)
    }
    if (previous?.startMs != null) {
      if (startMs < previous.startMs) {
        const message = `This cue starts at ${clock(startMs)}, before the one above it; cues were put in order of time. If two recordings were joined in one file, load them one by one.`
        problems.add('cues-out-of-order', 'warning', message, place)
      } else if (
        previous.endMs !== null &&
        previous.endMs - startMs > TOUCH_MS &&
        startMs !== previous.startMs
      ) {
        problems.add(
          'cues-overlap',
          'info',
          `This cue starts at ${clock(startMs)}, while the one before runs to ${clock(previous.endMs)}.`,
          place,
        )
      }
    }
    previous = cue
  })
  if (lastMs > DAY_MS) {
    const hours = Math.round(lastMs / 3_600_000).toLocaleString('en')
    problems.add(
      'duration-beyond-reason',
      'error',
      `By its times the recording lasts ${hours} hours. They are probably in another unit than this format uses.`,
    )
  }
  if (most * 1000 <= WORDS_PER_SECOND * spokenMs) return
  const words = cues.reduce((sum, cue) => sum + (isSpoken(cue) ? paceWords(cue.text) : 0), 0)
  if (words >= 20 && words * 1000 > WORDS_PER_SECOND * spokenMs) {
    const pace = Math.round((words * 1000) / spokenMs).toLocaleString('en')
    problems.add(
      'pace-beyond-speech',
      'error',
      `By its times the file has ${pace} words a second. They are probably in another unit than this format uses.`,
    )
  }
}

function isSpoken({ startMs, endMs }: ParsedCue): boolean {
  return startMs !== null && endMs !== null && endMs > startMs
}

function reportPace(cue: ParsedCue, duration: number, place: Place, problems: ProblemList): void {
  const count = paceWords(cue.text)
  if (count < FEWEST_WORDS || count * 1000 <= WORDS_PER_SECOND * duration) return
  const message = `${count} words in ${(duration / 1000).toFixed(1)} seconds: the times may be wrong.`
  problems.add('too-many-words-a-second', 'warning', message, place)
}

/** No text has more words than this: a word and its space are two signs, and of single signs `paceWords` takes half. */
function mostPaceWords(text: string): number {
  return Math.max(8, (text.length + 1) / 2)
}

/** Words for the pace of speech. Where each sign counts as a word (Han, kana, Thai) about two are spoken as one. */
function paceWords(text: string): number {
  const count = countWords(text)
  return count > 8 && count * 3 > text.length ? Math.ceil(count / 2) : count
}

/** `1:02:03.450` for messages. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${parts.join(':')}.${String(milliseconds % 1000).padStart(3, '0')}`
}
