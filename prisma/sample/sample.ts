import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { wordsOf } from '@/transcripts/words'
import {
  backgroundSchema,
  changeSchema,
  claimSchema,
  interviewSchema,
  type SampleBackground,
  type SampleChange,
  type SampleClaim,
  type SampleInterview,
} from './schema'

/** Everything the sample consists of, parsed. The two paths are absolute. */
export type Sample = {
  interview: SampleInterview
  claims: SampleClaim[]
  background: SampleBackground[]
  changes: SampleChange[]
  recordingPath: string
  picturePath: string
}

/** First and last word of a quote, zero-based within their turns, with the seconds those words were spoken in. */
export type QuotePlace = {
  fromTurn: number
  firstWord: number
  toTurn: number
  lastWord: number
  startMs: number
  endMs: number
}

/** Reads and checks the sample's files. Throws where one is missing or not of the shape in `schema.ts`. */
export function loadSampleFiles(folder: string = sampleFolder()): Sample {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const interview = interviewSchema.parse(read('interview.json'))
  return {
    interview,
    claims: z.array(claimSchema).parse(read('claims.json')),
    background: z.array(backgroundSchema).parse(read('background.json')),
    changes: z.array(changeSchema).parse(read('correction.json')),
    recordingPath: join(folder, interview.recording.file),
    picturePath: join(folder, interview.picture.file),
  }
}

/**
 * Where a claim's quote stands in the interview. Null for a claim made elsewhere. Throws where the quote is not found
 * exactly once in the turns it names, or does not begin and end with whole words.
 */
export function placeOfQuote(interview: SampleInterview, claim: SampleClaim): QuotePlace | null {
  if (claim.turn === null) return null
  const [fromTurn, toTurn] =
    typeof claim.turn === 'number' ? [claim.turn, claim.turn] : [claim.turn.fromTurn, claim.turn.toTurn]
  const turns = interview.turns.slice(fromTurn, toTurn + 1)
  const text = turns.map((turn) => turn.text).join(' ')
  const offset = text.indexOf(claim.quote)
  if (offset < 0 || text.indexOf(claim.quote, offset + 1) >= 0)
    throw new Error(`not exactly once in turn ${fromTurn}: ${claim.quote}`)

  const words = turns.flatMap((turn, index) =>
    wordsOf(turn.text).map((_, word) => ({ turn: fromTurn + index, word })),
  )
  const spans = wordsOf(text)
  const first = words[spans.findIndex((span) => span.start === offset)]
  const last = words[spans.findIndex((span) => span.end === offset + claim.quote.length)]
  const startMs = first && interview.turns[first.turn]?.wordStarts[first.word]
  const endMs = last && interview.turns[last.turn]?.wordEnds[last.word]
  if (
    !first ||
    !last ||
    startMs === undefined ||
    endMs === undefined ||
    first.turn !== fromTurn ||
    last.turn !== toTurn
  )
    throw new Error(`not whole words of turns ${fromTurn} to ${toTurn}: ${claim.quote}`)
  return { fromTurn, firstWord: first.word, toTurn, lastWord: last.word, startMs, endMs }
}

/** The folder of this file; the project's own where a bundler has moved the code elsewhere. */
function sampleFolder(): string {
  const beside = fileURLToPath(new URL('.', import.meta.url))
  return existsSync(join(beside, 'interview.json')) ? beside : join(process.cwd(), 'prisma', 'sample')
}
