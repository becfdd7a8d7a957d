import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureGenerated } from './generate.mjs'
import { ensureInstalled } from './install.mjs'
import { ROOT } from './places.mjs'
import { sourceHash } from './sources.mjs'
import { onDisk } from './stop.mjs'
import { mustRun, say, seconds } from './tools.mjs'

/** What is bundled beside Next: the reader page's small scripts, and background work. Builder, its function, what it leaves. */
const BUNDLES = [
  ['build-reader.mjs', 'buildReader', '.reader/manifest.json'],
  ['build-worker.mjs', 'buildWorker', 'platform/generated/parse-worker.mjs'],
]

/** Builds the bundles that Next does not make. */
export async function buildBundles() {
  for (const [file, name] of BUNDLES) {
    const full = path.join(ROOT, 'platform/boot', file)
    if (fs.existsSync(full)) await (await import(pathToFileURL(full).href))[name]()
  }
}

/** The build's folder, and the file there that says what it was made of. */
function builtAt(env) {
  const dist = path.join(ROOT, env.CLAIMLINE_DIST ?? process.env.CLAIMLINE_DIST ?? '.next')
  return { dist, stamp: path.join(dist, 'made-from') }
}

/** True where the production build there was made from the sources as they are. */
export function isBuilt(env = {}, wanted = sourceHash()) {
  const { dist, stamp } = builtAt(env)
  return (
    fs.existsSync(path.join(dist, 'BUILD_ID')) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === wanted
  )
}

/**
 * Makes the production build unless the one there was made from the same sources.
 * @param env must name the folder (CLAIMLINE_DIST) when it is not `.next`
 * @returns {Promise<boolean>} whether something was built
 */
export async function ensureBuilt(env = {}) {
  const { dist, stamp } = builtAt(env)
  const wanted = sourceHash()
  if (isBuilt(env, wanted)) {
    // The bundles lie outside the build's own folder, so they may have been cleaned away without it.
    if (BUNDLES.some(([, , made]) => !fs.existsSync(path.join(ROOT, made)))) await buildBundles()
    return false
  }
  say('Building the pages (only when sources changed; about a minute) …')
  onDisk(dist, () => fs.rmSync(stamp, { force: true }))
  await buildBundles()
  const { ms } = await mustRun('The build', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...env, NODE_ENV: 'production' },
  })
  onDisk(stamp, () => fs.writeFileSync(stamp, wanted))
  say(`Built in ${seconds(ms)}.`)
  return true
}

export async function main() {
  await ensureInstalled()
  await ensureGenerated()
  if (!(await ensureBuilt())) say('The build is up to date.')
}
