/** Measures the finished MP3 against the times in interview.json, by sound alone. See README.md beside this. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadSampleFiles } from '../sample'

const PER_MS = 22.05
const { interview, recordingPath } = loadSampleFiles()
const decoded = samplesOf(
  execFileSync('ffmpeg', ['-v', 'error', '-i', recordingPath, '-f', 's16le', '-ac', '1', '-'], {
    maxBuffer: 2 ** 28,
  }),
)
const words = interview.turns.flatMap((turn, number) =>
  turn.text.split(' ').map((text, index) => ({
    text,
    number,
    start: turn.wordStarts[index] ?? Number.NaN,
    end: turn.wordEnds[index] ?? Number.NaN,
  })),
)

const original = process.argv[2]
if (original) {
  const pcm = samplesOf(readFileSync(original))
  console.log(`decoded ${decoded.length} samples, uncompressed ${pcm.length}`)
  for (const at of [0.02, 0.25, 0.5, 0.75, 0.97].map((part) => Math.floor(part * pcm.length)))
    console.log(`shift at ${(at / PER_MS / 1000).toFixed(1)} s: ${shiftAt(pcm, at)} samples`)
}

const afterSilence: number[] = []
const hisses: number[] = []
for (const [index, word] of words.entries()) {
  const before = words[index - 1]
  const gap = word.start - (before?.end ?? 0)
  // Between turns 6 and 7 it is the foghorn that ends the silence.
  if (gap > 200 && word.number !== 7)
    afterSilence.push(firstFrom(word.start - 60, word.start + 150, (at) => loudness(at) > 0.012) - word.start)
  // Hissing s after a sound that does not hiss; the next word must follow at once, in the same turn.
  if (
    gap < 5 &&
    before?.number === word.number &&
    /^s[^hk]/i.test(word.text) &&
    /[aeimnryu]$/i.test(before.text)
  )
    if (!/[sc]e$/i.test(before.text))
      hisses.push(firstFrom(word.start - 40, word.start + 150, (at) => crossings(at) > 0.3) - word.start)
}
report('sound after a silence, minus word start', afterSilence)
report('hiss of an s within a phrase, minus word start', hisses)

function samplesOf(bytes: Buffer): Int16Array {
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

function shiftAt(pcm: Int16Array, at: number): number {
  let best = { shift: 0, likeness: Number.NEGATIVE_INFINITY }
  for (let shift = -1500; shift <= 1500; shift++) {
    let likeness = 0
    for (let i = at; i < at + 20_000; i++) likeness += (pcm[i] ?? 0) * (decoded[i + shift] ?? 0)
    if (likeness > best.likeness) best = { shift, likeness }
  }
  return best.shift
}

/** First millisecond, in steps of half a one, at which the test holds; the end of the range where it never does. */
function firstFrom(from: number, to: number, holds: (ms: number) => boolean): number {
  let at = from
  while (at < to && !holds(at)) at += 0.5
  return at
}

function loudness(ms: number): number {
  const part = decoded.subarray(Math.round(ms * PER_MS), Math.round((ms + 2) * PER_MS))
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length) / 32_768
}

/** Share of neighbouring samples with different signs, in six milliseconds around a time: high in a hiss, low in a voice. */
function crossings(ms: number): number {
  const part = decoded.subarray(Math.round((ms - 3) * PER_MS), Math.round((ms + 3) * PER_MS))
  return (
    part.reduce((sum, sample, i) => sum + (i > 0 && sample < 0 !== (part[i - 1] ?? 0) < 0 ? 1 : 0), 0) /
    part.length
  )
}

function report(name: string, differences: number[]) {
  const sorted = differences.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]?.toFixed(1)
  console.log(
    `${name}: ${sorted.length} places, least ${at(0)}, middle ${at(0.5)}, nine in ten under ${at(0.9)}, most ${at(1)} ms`,
  )
}
