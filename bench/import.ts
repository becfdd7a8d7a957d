import { createHash, randomUUID } from 'node:crypto'
import { parse } from 'subsrt-ts'
import { db } from '@/platform/db'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { type Input, inputs } from './support/inputs'
import { load, member } from './support/load'
import { inTurns } from './support/measure'
import { ownPostgres } from './support/own-postgres'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * How long it takes to read a transcript, and to read and save it, beside subsrt-ts reading the same bytes in the same process.
 * Ours decodes, detects the format, parses, checks and cuts turns; subsrt-ts is told the format, decodes and parses.
 */

const decoder = new TextDecoder()

/** Medians in milliseconds. */
async function measure({ fileName, bytes }: Input) {
  const reporter = await member('Bench Reporter', 'reporter')
  const read = () => parseTranscript({ bytes, fileName })
  const yardstick = () => parse(decoder.decode(bytes), { format: 'vtt' })
  const save = () => {
    const contentHash = createHash('sha256').update(bytes).digest('hex')
    return load(reporter, read(), { fileName, contentHash, title: fileName, slug: `bench-${randomUUID()}` })
  }
  const [ours = Number.NaN, theirs = Number.NaN] = await inTurns([read, yardstick], { rounds: 21, warmUp: 5 })
  const [saved = Number.NaN] = await inTurns([save], { rounds: 7, warmUp: 1 })
  return { ours, yardstick: theirs, save: saved }
}

async function rows(): Promise<{ turns: number; words: number }> {
  const newest = await db().transcript.findFirstOrThrow({
    orderBy: { id: 'desc' },
    select: { wordCount: true, _count: { select: { turns: true } } },
  })
  return { turns: newest._count.turns, words: newest.wordCount }
}

async function run(file: Input): Promise<void> {
  const taken = await measure(file)
  const saved = await rows()
  const speed = (ms: number) => file.bytes.length / 1000 / ms
  console.log(
    `\n${file.fileName}, ${figure(file.bytes.length / 1000)} kB, ${figure(saved.words)} words (medians)`,
  )
  printTable([
    ['', 'ms', 'MB/s', 'speed beside subsrt-ts'],
    ['subsrt-ts, parse', figure(taken.yardstick), figure(speed(taken.yardstick)), '1'],
    ['Claimline, parse', figure(taken.ours), figure(speed(taken.ours)), figure(taken.yardstick / taken.ours)],
    [
      'Claimline, parse and save',
      figure(taken.save),
      figure(speed(taken.save)),
      figure(taken.yardstick / taken.save),
    ],
  ])
  console.log(`  One interview, one transcript, ${figure(saved.turns)} turns with the times of their words.`)
  printJson('import', {
    file: file.fileName,
    real: file.real,
    bytes: file.bytes.length,
    parseMs: rounded(taken.ours),
    subsrtMs: rounded(taken.yardstick),
    parseAndSaveMs: rounded(taken.save),
    parseRatio: rounded(taken.yardstick / taken.ours),
    parseAndSaveRatio: rounded(taken.yardstick / taken.save),
    ...saved,
  })
}

await runBench(async () => {
  const { fiveHours, debate } = inputs()
  await ownPostgres()
  await run(fiveHours)
  await run(debate)
})
