import fs from 'node:fs'
import path from 'node:path'
import { hold } from './hold.mjs'
import { ROOT } from './places.mjs'
import { hashFiles } from './sources.mjs'
import { mustRun } from './tools.mjs'

const OUT = path.join(ROOT, 'platform/generated/prisma')

/** Makes the Prisma client from the schema when it is missing or older than schema or Prisma. */
export async function ensureGenerated() {
  const stamp = path.join(OUT, '.made-from')
  const wanted = hashFiles(
    ['prisma/schema.prisma', 'node_modules/prisma/package.json'].map((file) => path.join(ROOT, file)),
  )
  const isCurrent = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted
  if (isCurrent()) return
  fs.mkdirSync(path.dirname(OUT), { recursive: true })
  const lock = await hold(`${OUT}.lock`, {
    waitMs: 120_000,
    busy: () => 'Another command has been generating the Prisma client for two minutes.',
  })
  try {
    if (isCurrent()) return
    await mustRun('Generating the Prisma client', process.execPath, [
      'node_modules/prisma/build/index.js',
      'generate',
    ])
    fs.writeFileSync(stamp, wanted)
  } finally {
    lock.release()
  }
}
