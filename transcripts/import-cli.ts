import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ParsedTranscript, ParsedTurn, Word } from '@/transcripts/model'
import { parseOffThread } from '@/transcripts/parse-off-thread'
import { wordsOf } from '@/transcripts/words'

const USAGE = `Use:
  npm run import -- --preview FILE…           say what would be loaded; store nothing
  npm run --silent import -- --preview --json FILE   the same as one JSON object
Add --format ID to read a file as a format of your choice.`

/** A file may be large and the machine busy; whoever waits at a terminal can stop it. */
const TIME_LIMIT_MS = 120_000

type Options = { files: string[]; preview: boolean; json: boolean; format: string | undefined }

/**
 * `npm run import -- …`. Files are found from `cwd`, the folder that the command was called from. Answers go to stdout,
 * everything else to stderr. Returns the exit code: 0 also for a file that is no transcript, as that is an answer.
 */
export async function main(args: readonly string[], cwd: string): Promise<number> {
  const options = readArguments(args)
  if (options === null || !options.preview) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  let code = 0
  for (const file of options.files) {
    const bytes = await readFile(path.resolve(cwd, file)).catch((error: Error) => error)
    if (bytes instanceof Error) {
      process.stderr.write(`${file} cannot be read: ${bytes.message}\n`)
      code = 1
      continue
    }
    const request = { bytes: new Uint8Array(bytes), fileName: path.basename(file), format: options.format }
    const parsed = await parseOffThread(request, { withCues: true, timeLimitMs: TIME_LIMIT_MS })
    process.stdout.write(`${options.json ? JSON.stringify(previewJson(parsed)) : summary(file, parsed)}\n`)
  }
  return code
}

function readArguments(args: readonly string[]): Options | null {
  const options: Options = { files: [], preview: false, json: false, format: undefined }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--preview') options.preview = true
    else if (arg === '--json') options.json = true
    else if (arg === '--format') {
      at += 1
      options.format = args[at]
      if (options.format === undefined) return null
    } else if (arg.startsWith('--')) return null
    else options.files.push(arg)
  }
  return options.files.length > 0 ? options : null
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
