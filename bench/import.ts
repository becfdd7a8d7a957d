import { createHash, randomUUID } from 'node:crypto'
import { parse as parseStrictly } from 'node-webvtt'
import { parse } from 'subsrt-ts'
import subtitlesParser from 'subtitles-parser-vtt'
import { db } from '@/platform/db'
import { decode } from '@/transcripts/decode'
import { formatById } from '@/transcripts/formats/registry'
import { sourceOf } from '@/transcripts/formats/source'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { type Input, inputs } from './support/inputs'
import { load, member } from './support/load'
import { inTurns } from './support/measure'
import { ownPostgres } from './support/own-postgres'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * How quickly files are read, in megabytes a second, beside the parsers that people use for them, in the same process
 * and in turns. What those do is bytes to cues, so that is the first row of ours, with the same cues out; the second is all
 * that Claimline does before it shows a file (find the format, check, cut into turns, time every word), which none of
 * them does; the third saves it too.
 *
 * Not all of them get the cues right. subtitles-parser-vtt knows no times without hours and finds no cue in a file that
 * begins with such; node-webvtt leaves markup in the text. Their cues are counted, so that this shows.
 */

const decoder = new TextDecoder()

type Row = { name: string; run: () => number }

function yardsticks({ bytes }: Input, format: 'vtt' | 'srt'): Row[] {
  const rows: Row[] = [
    {
      name: 'subsrt-ts',
      run: () => parse(decoder.decode(bytes), { format }).filter(({ type }) => type === 'caption').length,
    },
    {
      name: 'subtitles-parser-vtt',
      run: () => subtitlesParser.fromVtt(decoder.decode(bytes), 'ms').length,
    },
  ]
  if (format === 'vtt')
    rows.push({
      name: 'node-webvtt',
      run: () => parseStrictly(decoder.decode(bytes), { meta: true, strict: false }).cues.length,
    })
  return rows
}

/** Small files are read often: an engine compiles what it has seen run. */
function roundsOf(bytes: Uint8Array): { rounds: number; warmUp: number } {
  return bytes.length > 5_000_000 ? { rounds: 9, warmUp: 3 } : { rounds: 101, warmUp: 40 }
}

function ours({ fileName, bytes }: Input, formatId: string): Row[] {
  const format = formatById(formatId)
  if (!format) throw new Error(`There is no format ${formatId}.`)
  return [
    {
      name: 'Claimline, cues',
      run: () => format.parse(sourceOf(decode(bytes).text, fileName)).cues.length,
    },
    {
      name: 'Claimline, all of the preview',
      run: () => parseTranscript({ bytes, fileName }).turns.length,
    },
  ]
}

async function run(file: Input, formatId: string, format: 'vtt' | 'srt', saved: boolean): Promise<void> {
  const rows = [...yardsticks(file, format), ...ours(file, formatId)]
  const counts = rows.map(({ run }) => run())
  const medians = await inTurns(
    rows.map(({ run }) => run),
    roundsOf(file.bytes),
  )
  const theirs = medians.slice(0, -2)
  // Whoever finds less than half of the cues has not read the file, however quickly.
  const cues = Math.max(...counts.slice(0, theirs.length).map(Number))
  const best = Math.min(...theirs.filter((_, nth) => Number(counts[nth]) * 2 > cues))
  const speed = (ms: number) => file.bytes.length / 1000 / ms
  const save = saved ? await timeToSave(file) : null
  console.log(`\n${file.fileName}, ${figure(file.bytes.length / 1e6)} MB (medians)`)
  printTable([
    ['', 'ms', 'MB/s', 'cues or turns', 'speed beside the best other'],
    ...rows.map(({ name }, nth) => {
      const ms = medians[nth] ?? Number.NaN
      return [name, figure(ms), figure(speed(ms)), figure(Number(counts[nth])), figure(best / ms)]
    }),
    ...(save === null
      ? []
      : [['Claimline, preview and save', figure(save), figure(speed(save)), '', figure(best / save)]]),
  ])
  const names = ['cues', 'preview']
  const our = Object.fromEntries(
    names.flatMap((name, nth) => {
      const ms = medians[theirs.length + nth] ?? Number.NaN
      return [
        [`${name}MBs`, rounded(speed(ms))],
        [`${name}Ratio`, rounded(best / ms)],
      ]
    }),
  )
  printJson('import', {
    file: file.fileName,
    real: file.real,
    bytes: file.bytes.length,
    ...Object.fromEntries(theirs.map((ms, nth) => [rows[nth]?.name ?? '', rounded(speed(ms))])),
    ...our,
    ...(save === null ? {} : { saveMs: rounded(save), ...(await savedRows()) }),
  })
}

/** Milliseconds to read and save a file as an interview of its own. */
async function timeToSave({ fileName, bytes }: Input): Promise<number> {
  const reporter = await member('Bench Reporter', 'reporter')
  const save = () => {
    const contentHash = createHash('sha256').update(bytes).digest('hex')
    const parsed = parseTranscript({ bytes, fileName })
    return load(reporter, parsed, { fileName, contentHash, title: fileName, slug: `bench-${randomUUID()}` })
  }
  const [ms = Number.NaN] = await inTurns([save], { rounds: 7, warmUp: 1 })
  return ms
}

async function savedRows(): Promise<{ turns: number; words: number }> {
  const newest = await db().transcript.findFirstOrThrow({
    orderBy: { id: 'desc' },
    select: { wordCount: true, _count: { select: { turns: true } } },
  })
  return { turns: newest._count.turns, words: newest.wordCount }
}

await runBench(async () => {
  const { fiveHours, debate, wordByWord } = inputs()
  await ownPostgres()
  await run(fiveHours, 'webvtt', 'vtt', true)
  await run(debate, 'youtube-vtt', 'vtt', true)
  await run(wordByWord, 'srt', 'srt', false)
})
