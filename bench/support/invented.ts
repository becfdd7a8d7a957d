/**
 * Transcripts of the size and shape of real ones, in words that mean nothing, for checkouts that have no real files beside
 * them. The same on every machine.
 */

const SYLLABLES = [
  'ba',
  'do',
  'fen',
  'gu',
  'ha',
  'li',
  'mor',
  'ne',
  'pra',
  'sel',
  'ti',
  'vo',
  'wun',
  'ya',
  'zek',
]

/** Numbers from 0 to 1 that follow from a seed (a linear congruential generator, constants of Numerical Recipes). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function inventWord(next: () => number): string {
  const syllables = 1 + Math.floor(next() * 2.4)
  return Array.from({ length: syllables }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('')
}

function stamp(ms: number, hours: boolean): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const rest = `${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`
  return hours || ms >= 3_600_000 ? `${two(ms / 3_600_000)}:${rest}` : rest
}

/** Five hours as a recogniser writes them: 8,069 cues of about 7 words, `MM:SS.mmm` until the first hour. */
export function inventRecognised(): string {
  const next = numbersFrom(1)
  const parts = ['WEBVTT\n']
  for (let cue = 0, at = 0; cue < 8069; cue++) {
    const words = Array.from({ length: 5 + Math.floor(next() * 6) }, () => inventWord(next))
    const end = at + words.length * 300
    const close = cue % 3 === 2 ? '.' : ''
    parts.push(`\n${stamp(at, false)} --> ${stamp(end, false)}\n ${words.join(' ')}${close}\n`)
    at = end
  }
  return parts.join('')
}

/** 95 minutes as automatic captions write them: 2,277 cues, each word with its time, the last tag closed twice. */
export function inventCaptions(): string {
  const next = numbersFrom(2)
  const parts = ['WEBVTT\nKind: captions\nLanguage: en\n']
  for (let cue = 0, at = 1000; cue < 2277; cue++) {
    const words = Array.from({ length: 5 + Math.floor(next() * 5) }, () => inventWord(next))
    const rest = words
      .slice(1)
      .map((word, index) => `<${stamp(at + (index + 1) * 350, true)}><c> ${word}</c>`)
    const end = at + words.length * 350
    parts.push(
      `\n${stamp(at, true)} --> ${stamp(end, true)} align:start position:0%\n${words[0]}${rest.join('')}</c>\n`,
    )
    at = end
  }
  return parts.join('')
}

/** SRT with one word a caption, of this many bytes. */
export function inventWordByWord(bytes: number): string {
  const next = numbersFrom(3)
  const parts: string[] = []
  for (let cue = 1, length = 0; length < bytes; cue++) {
    const at = cue * 300
    const times = `${stamp(at, true)} --> ${stamp(at + 280, true)}`.replaceAll('.', ',')
    const part = `${cue}\n${times}\n${inventWord(next)}\n\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}
