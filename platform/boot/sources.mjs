import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './places.mjs'

/** Folders and files that never reach a build. */
const APART = new Set([
  'node_modules',
  'data',
  'docs',
  'e2e',
  'bench',
  'test-results',
  'playwright-report',
  'boot',
  'generated',
])
const KINDS = /\.(tsx?|mjs|js|css|json|svg|png|jpg|webp|avif|ico|woff2|txt|sql|prisma)$/
const TESTS = /\.(test|spec)\.|\.tsbuildinfo$|^next-env\.d\.ts$/

function* walk(folder) {
  for (const entry of fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || APART.has(entry.name)) continue
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(full)
    else if (KINDS.test(entry.name) && !TESTS.test(entry.name)) yield full
  }
}

/** One hash over the files given: content and place, so that a moved file counts as changed. */
export function hashFiles(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${path.relative(ROOT, file)}\0`)
    hash.update(fs.readFileSync(file))
    hash.update('\0')
  }
  return hash.digest('hex')
}

/** The hash of everything a production build depends on. */
export function sourceHash(root = ROOT) {
  const builders = ['build-reader.mjs', 'build-card-fonts.mjs', 'build-worker.mjs'].map((name) =>
    path.join(root, 'platform/boot', name),
  )
  return hashFiles([...walk(root), ...builders.filter((file) => fs.existsSync(file))])
}
