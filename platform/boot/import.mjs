import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { ROOT } from './places.mjs'

/**
 * `npm run import -- …`: a preview runs transcripts/import-cli.ts, which needs no database and is bundled only when its
 * sources are newer than the bundle, so that asking for many files one by one is quick. Loading runs transcripts/load-cli.ts.
 */
export async function main(args) {
  await ensureInstalled()
  const command = await bundled()
  // The parsing thread is looked for from the checkout; files are named from where the command was called.
  const calledFrom = process.env.INIT_CWD || process.cwd()
  process.env.INIT_CWD = calledFrom
  process.chdir(ROOT)
  const { main: run, loads } = await import(pathToFileURL(command).href)
  if (!loads(args)) return run(args, calledFrom)
  const { runWithDatabase } = await import('./with-database.mjs')
  return runWithDatabase('transcripts/load-cli.ts', args)
}

async function bundled() {
  const outfile = path.join(ROOT, 'platform/generated/import-cli.mjs')
  const newest = Math.max(...sources().map((file) => fs.statSync(file).mtimeMs))
  const worker = path.join(ROOT, 'platform/generated/parse-worker.mjs')
  const isCurrent = (file) => fs.existsSync(file) && fs.statSync(file).mtimeMs > newest
  if (!isCurrent(worker)) await (await import('./build-worker.mjs')).buildWorker()
  if (isCurrent(outfile)) return outfile
  const { build } = await import('esbuild')
  // Written beside and then moved: two commands may start together.
  const written = `${outfile}.${process.pid}.tmp`
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['transcripts/import-cli.ts'],
    outfile: written,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['react-server'],
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  })
  fs.renameSync(written, outfile)
  return outfile
}

function sources() {
  const files = [path.join(ROOT, 'package-lock.json')]
  for (const folder of ['transcripts', 'newsroom', 'platform'])
    for (const name of fs.readdirSync(path.join(ROOT, folder), { recursive: true }))
      if (name.endsWith('.ts') && !/\.test\.|^generated/.test(name)) files.push(path.join(ROOT, folder, name))
  return files
}
