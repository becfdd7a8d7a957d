import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { inventCaptions, inventRecognised, inventWordByWord } from './invented'

/** Real files where they lie beside the checkout, else invented ones of the same size and shape, which is said aloud. */

const SHARED = path.resolve('../shared/data')

export type Input = { fileName: string; bytes: Uint8Array; real: boolean }

/** A five-hour interview by a recogniser, a 95-minute debate in automatic captions, and 10 MB with a caption a word. */
export function inputs(): { fiveHours: Input; debate: Input; wordByWord: Input } {
  return {
    wordByWord: {
      fileName: 'word-by-word.srt',
      bytes: new TextEncoder().encode(inventWordByWord(10_000_000)),
      real: false,
    },
    fiveHours: input('transcripts/whisper-vtt/lex_192_large.vtt', inventRecognised),
    debate: input('transcripts/youtube-vtt/us-debate-2016-09-26.vtt', inventCaptions),
  }
}

function input(file: string, invent: () => string): Input {
  const full = path.join(SHARED, file)
  const fileName = path.basename(file)
  if (existsSync(full)) return { fileName, bytes: new Uint8Array(readFileSync(full)), real: true }
  console.log(
    `There is no ${path.join('..', 'shared/data', file)}: an invented file of its size and shape is used.`,
  )
  return { fileName: `invented-${fileName}`, bytes: new TextEncoder().encode(invent()), real: false }
}

/** A claim to flag: sentence, verdict's key, and where it is said. */
export type Spot = { claim: string; verdict: string; startMs: number; endMs: number }

const VERDICTS: Record<string, string> = { TRUE: 'correct', FALSE: 'false', 'HALF-TRUE': 'misleading' }
const checkedSchema = z.object({
  claims: z.array(z.object({ claim: z.string(), label: z.string(), start: z.number(), end: z.number() })),
})

/** 37 invented claims, so many ms from one to the next. */
export function spotsEvery(ms: number): Spot[] {
  return Array.from({ length: 37 }, (_, index) => ({
    claim: `Invented claim ${index + 1}, as long as such a sentence usually is when somebody has put it plainly.`,
    verdict: ['false', 'misleading', 'correct'][index % 3] ?? 'false',
    startMs: 60_000 + index * ms,
    endMs: 68_000 + index * ms,
  }))
}

/** The 37 checked claims of the debate; for an invented one, 37 spots spread over it. */
export function spots(debate: Input): Spot[] {
  if (!debate.real) return spotsEvery(140_000)
  const json: unknown = JSON.parse(
    readFileSync(path.join(SHARED, 'factcheck/checked-claims-2016-09-26.json'), 'utf8'),
  )
  const { claims } = checkedSchema.parse(Object.values(z.record(z.string(), z.unknown()).parse(json))[0])
  return claims.map(({ claim, label, start, end }) => ({
    claim,
    verdict: VERDICTS[label] ?? 'unsubstantiated',
    startMs: Math.round(start * 1000),
    endMs: Math.round(end * 1000),
  }))
}
