import { type Part, partSchema } from '@/transcripts/schema'

export const IMPORT_USAGE = `Use:
  npm run import -- FILE…                     load each file as an interview of its own
  npm run import -- --preview FILE…           say what would be read; store nothing, need no database
  npm run --silent import -- --preview --json FILE   the same as one JSON object

Options when loading:
  --title "TITLE"        instead of the file's own title or its name (one file only)
  --language TAG         such as en, en-GB, de or ar
  --date YYYY-MM-DD      when the interview was
  --speaker "LABEL=Name" who a label of the file is; "LABEL=Name:moderator" also says the part
                         (interviewer, interviewee, moderator, guest, audience); "=Name" is for turns of nobody
  --again                load files that were loaded before once more
  --dry-run              check everything and store nothing
  --format ID            read the files as this format
  --json                 one JSON object a file
The exit code is 1 if any file was not loaded.`

/** What `npm run import` was asked to do. */
export type ImportOptions = {
  files: string[]
  preview: boolean
  json: boolean
  help: boolean
  again: boolean
  dryRun: boolean
  format: string | null
  title: string | null
  language: string | null
  date: string | null
  /** `label` null is the turns that name nobody; `part` null leaves the part that is proposed. */
  speakers: { label: string | null; name: string; part: Part | null }[]
}

const FLAGS = {
  '--preview': 'preview',
  '--json': 'json',
  '--help': 'help',
  '-h': 'help',
  '--again': 'again',
  '--dry-run': 'dryRun',
} as const
const VALUES = {
  '--format': 'format',
  '--title': 'title',
  '--language': 'language',
  '--date': 'date',
} as const

/** Reads a command line; a string says what is wrong with it. */
export function readImportOptions(args: readonly string[]): ImportOptions | string {
  const options: ImportOptions = {
    files: [],
    preview: false,
    json: false,
    help: false,
    again: false,
    dryRun: false,
    format: null,
    title: null,
    language: null,
    date: null,
    speakers: [],
  }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (isKey(FLAGS, arg)) options[FLAGS[arg]] = true
    else if (isKey(VALUES, arg) || arg === '--speaker') {
      at += 1
      const value = args[at]
      if (value === undefined) return `${arg} needs a value.`
      if (arg !== '--speaker') options[VALUES[arg]] = value
      else {
        const speaker = speakerOf(value)
        if (typeof speaker === 'string') return speaker
        options.speakers.push(speaker)
      }
    } else if (arg.startsWith('-') && arg !== '-') return `There is no option ${arg}.`
    else options.files.push(arg)
  }
  if (options.help) return options
  if (options.files.length === 0) return 'Name at least one file.'
  if (options.title !== null && options.files.length > 1) return '--title is for one file; name one.'
  return options
}

function isKey<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key)
}

function speakerOf(value: string): ImportOptions['speakers'][number] | string {
  const split = value.indexOf('=')
  if (split < 0) return `--speaker is written "LABEL=Name" or "LABEL=Name:part", and not "${value}".`
  const label = value.slice(0, split).trim()
  const rest = value.slice(split + 1)
  const colon = rest.lastIndexOf(':')
  const part = colon < 0 ? null : partSchema.safeParse(rest.slice(colon + 1).trim())
  if (part !== null && !part.success)
    return `“${rest.slice(colon + 1).trim()}” is no part; choose ${partSchema.options.join(', ')}.`
  return {
    label: label === '' ? null : label,
    name: (colon < 0 ? rest : rest.slice(0, colon)).trim(),
    part: part?.data ?? null,
  }
}
