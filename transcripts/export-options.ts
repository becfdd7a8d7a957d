import { exportFormatById, exportFormats } from '@/transcripts/exports/registry'

export const EXPORT_USAGE = `Use:
  npm run export -- SLUG…       write these interviews' transcripts to files
  npm run export -- --all       write all of them
Options:
  --format ID    one of the formats below; claimline-json, which carries everything, unless said otherwise
  --out FOLDER   where to write; made if it is not there; here unless said otherwise
  --force        replace files that are there
Formats:
${exportFormats.map(({ id, about }) => `  ${id.padEnd(15)}${about}`).join('\n')}
A SLUG is the last part of an interview's address. The exit code is 1 if any was not written.`

/** What `npm run export` was asked to do. */
export type ExportOptions = {
  slugs: string[]
  all: boolean
  force: boolean
  help: boolean
  format: string
  out: string
}

/** Reads a command line; a string says what is wrong with it. */
export function readExportOptions(args: readonly string[]): ExportOptions | string {
  const options: ExportOptions = {
    slugs: [],
    all: false,
    force: false,
    help: false,
    format: 'claimline-json',
    out: '.',
  }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--all') options.all = true
    else if (arg === '--force') options.force = true
    else if (arg === '--help' || arg === '-h') options.help = true
    else if (arg === '--format' || arg === '--out') {
      at += 1
      const value = args[at]
      if (value === undefined) return `${arg} needs a value.`
      options[arg === '--out' ? 'out' : 'format'] = value
    } else if (arg.startsWith('-')) return `There is no option ${arg}.`
    else options.slugs.push(arg)
  }
  if (options.help) return options
  if (!exportFormatById(options.format)) return `There is no format “${options.format}”.`
  if (options.all === options.slugs.length > 0) return 'Name interviews by their slugs, or say --all.'
  return options
}
