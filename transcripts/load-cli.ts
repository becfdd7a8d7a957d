import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { CONSOLE_ADMIN } from '@/newsroom/console-actor'
import { db } from '@/platform/db'
import { Conflict, Invalid, Refusal } from '@/platform/errors'
import { type ImportOptions, readImportOptions } from '@/transcripts/import-options'
import { loadTranscript } from '@/transcripts/load-transcript'
import { previewOf } from '@/transcripts/preview'
import { readTranscript } from '@/transcripts/preview-file'
import { earlierLoadSchema, type PreviewSpeaker } from '@/transcripts/preview-schema'
import { loadedBefore, slugsStartingWith } from '@/transcripts/queries'
import type { SpeakerDecision } from '@/transcripts/schema'
import { freeSlug, slugFrom } from '@/transcripts/slug'

/**
 * `npm run import -- FILE…`: loads files one after the other through the desk's own command, as the server's console. Run
 * as `node --conditions=react-server --import tsx transcripts/load-cli.ts …` with the database's environment; files are
 * found from INIT_CWD. Answers go to stdout, progress and refusals to stderr.
 */

type Loaded = {
  file: string
  status: 'loaded' | 'would-load'
  id: string | null
  slug: string
  title: string
  format: string | null
  turns: number
  words: number
  warnings: number
}
type NotLoaded = { file: string; status: 'failed'; reason: string }

async function main(options: ImportOptions): Promise<number> {
  const cwd = process.env.INIT_CWD || process.cwd()
  let failed = 0
  for (const [nth, file] of options.files.entries()) {
    const from = Date.now()
    const result = await loadOne(path.resolve(cwd, file), file, options)
    if (result.status === 'failed') failed += 1
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`)
    const line = `[${nth + 1}/${options.files.length}] ${file}: ${sentence(result)}`
    const seconds = ((Date.now() - from) / 1000).toFixed(1)
    if (result.status === 'failed' || options.json) process.stderr.write(`${line}\n`)
    else process.stdout.write(`${line} (${seconds} s)\n`)
  }
  if (options.files.length > 1) {
    const done = options.files.length - failed
    process.stderr.write(`${done} ${options.dryRun ? 'could be loaded' : 'loaded'}, ${failed} failed.\n`)
  }
  return failed > 0 ? 1 : 0
}

async function loadOne(full: string, file: string, options: ImportOptions): Promise<Loaded | NotLoaded> {
  try {
    const bytes = new Uint8Array(await readFile(full))
    return await load(bytes, file, options)
  } catch (error) {
    return { file, status: 'failed', reason: reasonOf(error) }
  }
}

async function load(bytes: Uint8Array, file: string, options: ImportOptions): Promise<Loaded> {
  const read = await readTranscript({ bytes, fileName: path.basename(file), format: options.format })
  const preview = previewOf(read.parsed, read.fileName)
  if (!preview.loadable) {
    const stop = preview.problems[0]
    throw new Invalid(stop?.message ?? 'There are no words in this file.')
  }
  const title = options.title ?? preview.proposed.title
  const made = slugFrom(title) || 'interview'
  const slug = freeSlug(made, await slugsStartingWith(made))
  const decisions = {
    title,
    slug,
    happenedOn: options.date ?? preview.proposed.happenedOn,
    place: preview.proposed.place,
    platform: preview.proposed.platform,
    language: options.language ?? preview.proposed.language,
    standfirst: '',
    speakers: decide(preview.speakers, options),
    loadAgain: options.again,
  }
  const about = {
    file,
    slug,
    title,
    format: preview.format,
    turns: preview.counts.turns,
    words: preview.counts.words,
    warnings: read.parsed.problems.filter((problem) => problem.severity === 'warning').length,
  }
  if (options.dryRun) {
    const earlier = await loadedBefore(read.contentHash)
    if (earlier.length > 0 && !options.again) throw new Conflict('This file was loaded before.', earlier)
    return { ...about, status: 'would-load', id: null }
  }
  const saved = await loadTranscript(read)(CONSOLE_ADMIN, decisions)
  return { ...about, status: 'loaded', ...saved }
}

/** What the file proposes, and what the command line says instead. @throws Invalid where no such label is in the file. */
function decide(found: readonly PreviewSpeaker[], { speakers, files }: ImportOptions): SpeakerDecision[] {
  const labels = new Set(found.map(({ label }) => label))
  const stray = speakers.find(({ label }) => !labels.has(label))
  // Of many files some have a speaker and some have not.
  if (stray && files.length === 1) {
    const known = found.map(({ label }) => (label === null ? 'nobody' : `“${label}”`)).join(', ')
    throw new Invalid(`Nobody in this file has the label “${stray.label ?? ''}”. It has ${known}.`)
  }
  return found.map(({ label, name, part }) => {
    const said = speakers.find((one) => one.label === label)
    return { label, name: said?.name ?? name, part: said?.part ?? part }
  })
}

function sentence(result: Loaded | NotLoaded): string {
  if (result.status === 'failed') return `not loaded. ${result.reason}`
  const { title, turns, words, warnings, format, id } = result
  const facts = `${format ?? 'unknown'}, ${counted(turns, 'turn')}, ${counted(words, 'word')}`
  const doubts =
    warnings === 0 ? '' : `, ${warnings} warning${warnings === 1 ? '' : 's'} (--preview shows them)`
  const where = id === null ? 'would be loaded' : `/desk/interviews/${id}`
  return `“${title}”: ${facts}${doubts}: ${where}`
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

function reasonOf(error: unknown): string {
  if (error instanceof Conflict) {
    const earlier = z.array(earlierLoadSchema).safeParse(error.current).data?.[0]
    const what = earlier ? ` as “${earlier.title}” on ${earlier.loadedAt.slice(0, 10)}` : ''
    return `This file was loaded before${what}. Add --again to load it once more.`
  }
  if (error instanceof Refusal) return error.message
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT') return 'There is no such file.'
    if (error.code === 'EISDIR') return 'This is a folder; name the files in it.'
    if (error.code === 'EACCES') return 'This user may not read it.'
  }
  return error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error)
}

const options = readImportOptions(process.argv.slice(2))
try {
  if (typeof options === 'string') throw new Error(options)
  process.exitCode = await main(options)
} finally {
  await db().$disconnect()
}
