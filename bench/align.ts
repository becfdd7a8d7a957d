import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { diffArrays } from 'diff'
import { ALIKE, alignTokens, SAME } from '@/transcripts/align/align-tokens'
import { alignWords } from '@/transcripts/align/align-words'
import { carryTimes } from '@/transcripts/align/carry-times'
import { Lexicon, tokensOf } from '@/transcripts/align/tokens'
import type { ParsedTurn } from '@/transcripts/model'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { countWords } from '@/transcripts/words'
import { inventRecognised } from './support/invented'
import { inTurns } from './support/measure'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * Words a second of our alignment beside a plain Myers diff (`diffArrays` of the package diff: O(ND), E. Myers 1986) of the same
 * words in the same process. Both are given words that are cut and spelled for comparison; the diff pairs equal ones only, ours
 * misheard ones too. Then ours from the texts on, which it cuts and spells itself, and with carrying the times over.
 */

const SHARED = path.resolve('../shared/data/transcripts')

type Pair = { name: string; real: boolean; old: ParsedTurn[]; fresh: ParsedTurn[] }

function pairs(): Pair[] {
  const debates = ['us-debate-2016-09-26', 'us-debate-2020-09-29'].map((name) => ({
    name,
    files: [`youtube-vtt/${name}.vtt`, `speaker-text/${name}.txt`] as const,
  }))
  const recognisers = {
    name: 'lex_252, two recognisers',
    files: ['whisper-vtt/lex_252_small.vtt', 'whisper-vtt/lex_252_large.vtt'] as const,
  }
  const real = [...debates, recognisers].flatMap(({ name, files }): Pair[] => {
    const [old, fresh] = files.map((file) => path.join(SHARED, file))
    if (!old || !fresh || !existsSync(old) || !existsSync(fresh)) return []
    return [{ name, real: true, old: turnsOf(old), fresh: turnsOf(fresh) }]
  })
  if (real.length === 0)
    console.log('There are no real transcripts beside this checkout: invented words only.')
  return [
    ...real,
    corrected('five hours, corrected', 0.05, Infinity),
    corrected('an hour, rewritten', 0.35, 10_000),
  ]
}

function turnsOf(file: string): ParsedTurn[] {
  return parseTranscript({ bytes: new Uint8Array(readFileSync(file)), fileName: path.basename(file) }).turns
}

/**
 * A recogniser's text, and the same after people went over it: such a share of the words put in, left out or changed. The much
 * changed one is shorter, because a plain diff takes time and memory in the square of the changes.
 */
function corrected(name: string, share: number, most: number): Pair {
  const file = path.join(SHARED, 'whisper-vtt/lex_192_large.vtt')
  const real = existsSync(file)
  const all = real
    ? turnsOf(file)
    : parseTranscript({ bytes: new TextEncoder().encode(inventRecognised()), fileName: 'invented.vtt' }).turns
  let words = 0
  const old = all.filter((turn) => {
    if (words >= most) return false
    words += countWords(turn.text)
    return true
  })
  let seed = 1
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const fresh = old.map((turn): ParsedTurn => {
    const words = turn.text.split(' ').flatMap((word) => {
      if (chance() > share) return [word]
      const dice = chance()
      if (dice < 0.34) return []
      return dice < 0.67 ? [word, 'indeed'] : [`${word.slice(0, -1)}x`]
    })
    return { ...turn, text: words.join(' ') || 'Yes', wordStarts: [], wordEnds: [], wordEstimated: [] }
  })
  return { name, real, old, fresh }
}

/** Bytes in use after a thing was done, above what was in use before: its result and what it could not let go of yet. */
function memoryOf(thing: () => unknown): number {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const kept = thing()
  const after = process.memoryUsage()
  return kept === undefined ? 0 : after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
}

async function run({ name, real, old, fresh }: Pair): Promise<void> {
  const texts = (turns: readonly ParsedTurn[]) => turns.map((turn) => turn.text)
  const lexicon = new Lexicon()
  const [oldTexts, newTexts] = [texts(old), texts(fresh)]
  const [oldTokens, newTokens] = [tokensOf(oldTexts, lexicon).ids, tokensOf(newTexts, lexicon).ids]
  const spelled = (tokens: Int32Array) => Array.from(tokens, (token) => lexicon.spellings[token] ?? '')
  const [oldWords, newWords] = [spelled(oldTokens), spelled(newTokens)]
  const align = () => alignTokens(oldTokens, newTokens, lexicon.spellings)
  const alignTexts = () => alignWords(oldTexts, newTexts)
  const alignAndCarry = () => carryTimes(old, fresh, alignTexts())
  const myers = () => diffArrays(oldWords, newWords)

  // A diff of texts that differ much takes seconds; its rounds are few then.
  const from = performance.now()
  const changes = myers()
  const slow = performance.now() - from > 2000
  const [ours = NaN, whole = NaN, carried = NaN, theirs = NaN] = await inTurns(
    [align, alignTexts, alignAndCarry, myers],
    { rounds: slow ? 3 : 15, warmUp: slow ? 1 : 4 },
  )
  const aligned = align()
  const count = (how: number) => aligned.how.reduce((sum, one) => sum + (one === how ? 1 : 0), 0)
  const theirSame = changes.reduce((sum, one) => sum + (one.added || one.removed ? 0 : one.count), 0)
  const memory = { ours: memoryOf(align), theirs: memoryOf(myers) }
  const words = newWords.length
  const perSecond = (ms: number) => (words / ms) * 1000

  console.log(`\n${name}: ${figure(oldWords.length)} words replaced by ${figure(words)} (medians)`)
  printTable([
    ['', 'ms', 'words/s', 'speed beside Myers', 'same', 'alike', 'MB'],
    [
      'diff, diffArrays',
      figure(theirs),
      figure(perSecond(theirs)),
      '1',
      figure(theirSame),
      '0',
      mb(memory.theirs),
    ],
    [
      'Claimline, align',
      figure(ours),
      figure(perSecond(ours)),
      figure(theirs / ours),
      figure(count(SAME)),
      figure(count(ALIKE)),
      mb(memory.ours),
    ],
    ['Claimline, from texts', figure(whole), figure(perSecond(whole)), figure(theirs / whole), '', '', ''],
    ['  … and times', figure(carried), figure(perSecond(carried)), figure(theirs / carried), '', '', ''],
  ])
  printJson('align', {
    pair: name,
    real,
    oldWords: oldWords.length,
    newWords: words,
    alignMs: rounded(ours),
    fromTextsMs: rounded(whole),
    fromTextsWithTimesMs: rounded(carried),
    myersMs: rounded(theirs),
    wordsPerSecond: rounded(perSecond(ours)),
    ratio: rounded(theirs / ours),
    same: count(SAME),
    alike: count(ALIKE),
    myersSame: theirSame,
    cells: aligned.steps.cells,
    bytes: memory.ours,
    myersBytes: memory.theirs,
  })
}

const mb = (bytes: number) => figure(Math.max(0, bytes) / 1_000_000)

await runBench(async () => {
  for (const pair of pairs()) await run(pair)
})
