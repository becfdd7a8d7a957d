import fs from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { beforeEnd, endOnSignals, windDown } from './lifecycle.mjs'
import { ROOT } from './places.mjs'
import { processMark } from './processes.mjs'
import { say, seconds } from './tools.mjs'

/** A build folder of this run; those that killed runs left behind are removed. */
function ownDist() {
  for (const name of fs.readdirSync(ROOT)) {
    const pid = Number(name.match(/^\.next-test-(\d+)$/)?.[1])
    if (pid && !processMark(pid)) fs.rmSync(path.join(ROOT, name), { recursive: true, force: true })
  }
  const dist = `.next-test-${process.pid}`
  beforeEnd(() => fs.rmSync(path.join(ROOT, dist), { recursive: true, force: true }))
  return dist
}

/**
 * Everything that `npm run check` and `npm test` share: a server for databases and a folder, both gone afterwards.
 * It touches neither the data nor the build of a running `npm start`.
 * @param work gets {server, data, dist}; returns {passed, failed}
 * @returns {Promise<number>} the exit code, after the closing line
 */
export async function withTestWorld(work) {
  const from = Date.now()
  endOnSignals()
  try {
    await ensureInstalled()
    const { openScratchServer, scratchFolder } = await import('./testing/scratch-server.mjs')
    const server = await openScratchServer()
    beforeEnd(server.close)
    const data = scratchFolder('run')
    beforeEnd(() => fs.rmSync(data, { recursive: true, force: true }))
    const { passed, failed } = await work({ server, data, dist: ownDist() })
    await windDown()
    say(`Done in ${seconds(Date.now() - from)}.`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed || !passed ? 1 : 0
  } catch (error) {
    await windDown()
    console.error(error?.name === 'Stop' ? error.message : error)
    console.log('0 passed, 1 failed')
    return 1
  }
}

/** The environment for checks: databases on the scratch server, never the one of a running installation. */
export function checkEnv({ server, data, dist }) {
  return { DATABASE_URL: server.url, CLAIMLINE_DIST: dist, CLAIMLINE_DATA: path.join(data, 'checks') }
}

/** `npm test`: everything. `npm test -- e2e [SPEC …]`: the browser tests alone. */
export async function main(args) {
  return withTestWorld(async (world) => {
    const { checks, runSteps } = await import('./testing/steps.mjs')
    const { endToEnd } = await import('./testing/end-to-end.mjs')
    const { ensureBrowser } = await import('./browser.mjs')
    const browser = await ensureBrowser()
    const only = args[0] === 'e2e'
    const steps = only ? [] : checks(world.data)
    return runSteps(
      [...steps, endToEnd({ ...world, browser, args: only ? args.slice(1) : args })],
      checkEnv(world),
    )
  })
}
