import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { IMPORT_USAGE, readImportOptions } from '@/transcripts/import-options'
import type { ParsedTranscript, ParsedTurn, Word } from '@/transcripts/model'
import { parseOffThread } from '@/transcripts/parse-off-thread'
import { wordsOf } from '@/transcripts/words'

/** A file may be large and the machine busy; whoever waits at a terminal can stop it. */
const TIME_LIMIT_MS = 120_000

/**
 * `npm run import -- --preview …`, and the answer to a command line that cannot be followed. Files are found from `cwd`,
 * the folder that the command was called from. Answers go to stdout, everything else to stderr. Returns the exit code: 0
 * also for a file that is no transcript, as that is an answer. Loading, which needs the database, is `load-cli.ts`.
 */
export async function main(args: readonly string[], cwd: string): Promise<number> {
  const options = readImportOptions(args)
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${IMPORT_USAGE}\n`)
    return 2
  }
  if (options.help) {
    process.stdout.write(`${IMPORT_USAGE}\n`)
    return 0
  }
  let code = 0
  for (const file of options.files) {
    const bytes = await readFile(path.resolve(cwd, file)).catch((error: Error) => error)
    if (bytes instanceof Error) {
      process.stderr.write(`${file} cannot be read: ${bytes.message}\n`)
      code = 1
      continue
    }
    const format = options.format ?? undefined
    const request = { bytes: new Uint8Array(bytes), fileName: path.basename(file), format }
    const parsed = await parseOffThread(request, { withCues: true, timeLimitMs: TIME_LIMIT_MS })
    process.stdout.write(`${options.json ? JSON.stringify(previewJson(parsed)) : summary(file, parsed)}\n`)
  }
  return code
}

/** Whether a command line asks for loading, and can be followed: then the database is needed. */
export function loads(args: readonly string[]): boolean {
  const options = readImportOptions(args)
  return typeof options !== 'string' && !options.help && !options.preview
}

/** What `--preview --json` prints: `cues` is what the file says, `turns` what Claimline makes of it. Times in milliseconds. */
export function previewJson({ format, encoding, cues, turns, problems }: ParsedTranscript) {
  return {
    format,
    encoding,
    cues: cues.map(({ startMs, endMs, speaker, text }) => ({ startMs, endMs, speaker, text })),
    turns: turns.map((turn) => ({
      speaker: turn.speaker,
      startMs: turn.startMs,
      endMs: turn.endMs,
      text: turn.text,
      words: timedWords(turn),
    })),
    problems,
  }
}

function timedWords({ text, wordStarts, wordEnds, wordEstimated }: ParsedTurn): Word[] {
  return wordsOf(text).map(({ start, end }, nth) => ({
    text: text.slice(start, end),
    startMs: wordStarts[nth] ?? null,
    endMs: wordEnds[nth] ?? null,
    estimated: wordEstimated[nth] ?? false,
  }))
}

function summary(file: string, { format, encoding, turns, problems }: ParsedTranscript): string {
  const words = turns.reduce((sum, turn) => sum + wordsOf(turn.text).length, 0)
  const speakers = [...new Set(turns.map((turn) => turn.speaker ?? 'unknown speaker'))]
  const lines = [
    `${file}: ${format ?? 'no known format'}${encoding === null ? '' : `, ${encoding}`}`,
    `  ${turns.length} turns, ${words} words; ${speakers.slice(0, 20).join(', ')}`,
    ...problems.map(({ severity, line, path: place, message }) => {
      const where = line === null ? (place ?? '') : `line ${line}`
      return `  ${severity}${where === '' ? '' : ` (${where})`}: ${message}`
    }),
  ]
  return lines.join('\n')
}
