import 'server-only'
import { constants } from 'node:fs'
import { copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { db } from '@/platform/db'
import { isErrno } from '@/platform/storage/errno'
import { EXPORT_USAGE, type ExportOptions, readExportOptions } from '@/transcripts/export-options'
import type { ExportFormat } from '@/transcripts/exports/outgoing'
import { outgoingSlugs, readOutgoing } from '@/transcripts/exports/read-outgoing'
import { exportFormatById } from '@/transcripts/exports/registry'
import { countTurns, whyNot, writeTranscript } from '@/transcripts/exports/write-transcript'

/**
 * `npm run export -- …`: writes transcripts to files. Run as `node --conditions=react-server --import tsx
 * transcripts/export-cli.ts …` with the database's environment; the folder is found from INIT_CWD. Only reads the database.
 */
async function main(options: ExportOptions, format: ExportFormat): Promise<number> {
  const folder = path.resolve(process.env.INIT_CWD || process.cwd(), options.out)
  await mkdir(folder, { recursive: true })
  const slugs = options.all ? await outgoingSlugs() : options.slugs
  let failed = 0
  for (const [nth, slug] of slugs.entries()) {
    const place = `[${nth + 1}/${slugs.length}] ${slug}: `
    try {
      const { fileName, bytes, turns } = await writeOne(slug, format, folder, options.force)
      const size = `${turns.toLocaleString('en')} ${turns === 1 ? 'turn' : 'turns'}, ${Math.ceil(bytes / 1000).toLocaleString('en')} kB`
      process.stdout.write(`${place}${path.join(options.out, fileName)} (${size})\n`)
    } catch (error) {
      failed += 1
      process.stderr.write(`${place}not written. ${reasonOf(error)}\n`)
    }
  }
  if (slugs.length !== 1) process.stderr.write(`${slugs.length - failed} written, ${failed} failed.\n`)
  return failed > 0 ? 1 : 0
}

async function writeOne(slug: string, format: ExportFormat, folder: string, force: boolean) {
  const transcript = await readOutgoing({ slug })
  if (!transcript) throw new Error('There is no interview with this slug.')
  const reason = whyNot(format, countTurns(transcript))
  if (reason) throw new Error(reason)
  const { bytes, fileName } = await writeTranscript(format, transcript)
  await save(path.join(folder, fileName), bytes, force)
  return { fileName, bytes: bytes.length, turns: transcript.turns.length }
}

/** Whole or not at all, and never over a file that is there unless told to. */
async function save(file: string, bytes: Uint8Array, force: boolean): Promise<void> {
  const draft = `${file}.${process.pid}.new`
  try {
    await writeFile(draft, bytes)
    if (force) await rename(draft, file)
    else await placeAt(file, draft)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Gives the draft its name where nothing has that name yet; both at once, which renaming cannot do. */
async function placeAt(file: string, draft: string): Promise<void> {
  try {
    await link(draft, file)
  } catch (error) {
    if (!isErrno(error, 'EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS')) throw error
    await copyFile(draft, file, constants.COPYFILE_EXCL) // this file system knows no second names
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EEXIST')
    return 'The file is there already. Add --force to replace it.'
  return error.message.trim().split('\n').at(-1) ?? ''
}

const options = readExportOptions(process.argv.slice(2))
const format = typeof options === 'string' ? undefined : exportFormatById(options.format)
if (typeof options === 'string' || !format) {
  process.stderr.write(`${typeof options === 'string' ? options : ''}\n\n${EXPORT_USAGE}\n`)
  process.exitCode = 2
} else if (options.help) process.stdout.write(`${EXPORT_USAGE}\n`)
else {
  try {
    process.exitCode = await main(options, format)
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`)
    process.exitCode = 1
  } finally {
    await db().$disconnect()
  }
}
