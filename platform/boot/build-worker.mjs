import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..')

/**
 * Bundles the thread that reads transcripts into `platform/generated/parse-worker.mjs`, where the server finds it from
 * its working folder: Next does not bundle worker threads of its own server code, and Node 20 does not run TypeScript.
 * @returns {Promise<string>} the file written
 */
export async function buildWorker() {
  // Loaded late, so that this module can be imported before anything is installed.
  const { build } = await import('esbuild')
  const outfile = path.join(ROOT, 'platform/generated/parse-worker.mjs')
  // Written beside and then moved: a running server must never start half a thread.
  const written = `${outfile}.${process.pid}.tmp`
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['transcripts/parse-worker.ts'],
    outfile: written,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: 'tsconfig.json',
    // The encoding tables come from CommonJS packages, which ask for Node's modules with require.
    banner: {
      js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
    },
    logLevel: 'warning',
  })
  fs.renameSync(written, outfile)
  return outfile
}
