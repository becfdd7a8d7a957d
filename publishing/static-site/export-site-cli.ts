import 'server-only'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { AskSite } from '@/publishing/static-site/crawl-site'
import { exportSite } from '@/publishing/static-site/export-site'

/**
 * `npm run export-site -- FOLDER --origin https://…`: run by platform/boot/export-site.mjs, which serves the site for it at the
 * address in `--from`. Progress goes to stderr, what was done to stdout.
 */

/** Asks a server of our own. Uncompressed, so that validators are those of the bytes that are written. */
function askAt(from: string): AskSite {
  return async (address, etag) => {
    const answer = await fetch(`${from}${address}`, {
      headers: { 'accept-encoding': 'identity', ...(etag === null ? {} : { 'if-none-match': etag }) },
      redirect: 'manual',
    })
    return {
      status: answer.status,
      type: answer.headers.get('content-type')?.split(';')[0]?.trim() ?? '',
      etag: answer.headers.get('etag') ?? '',
      location: answer.headers.get('location'),
      body: answer.body,
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string', default: '' }, origin: { type: 'string', default: '' } },
})
const folder = path.resolve(process.env.INIT_CWD || process.cwd(), positionals[0] ?? '')
try {
  const counts = await exportSite({
    folder,
    origin: values.origin,
    ask: askAt(values.from),
    tell: (line) => process.stderr.write(`${line}\n`),
  })
  const { files, written, unchanged, removed, missing } = counts
  for (const key of missing) process.stderr.write(`A page links to ${key}, where there is nothing.\n`)
  process.stdout.write(
    `${folder}: ${files} files, ${written} written, ${unchanged} unchanged, ${removed} removed.\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
