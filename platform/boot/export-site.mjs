import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { endOnSignals } from './lifecycle.mjs'
import { dataFolder, makeDataFolder } from './places.mjs'
import { freePort } from './ports.mjs'
import { Stop } from './stop.mjs'
import { runTool, say, tsxArgs } from './tools.mjs'

const USAGE = `Writes everything public as plain files, for any server of files.

  npm run export-site -- FOLDER --origin https://checks.example.org

FOLDER is empty, or was made by this command: then only what changed is written, and what is gone is removed.
--origin is the address under which the files will be served; NEXTAUTH_URL where it is left out.
Search, reports by readers and the API need a running server and are left out.`

/**
 * `npm run export-site -- FOLDER`: serves the production build on a port of its own, beside a running `npm start` if there is
 * one, and has publishing/static-site write what it answers.
 */
export async function main(args) {
  const asked = readArgs(args)
  if (!asked) {
    console.log(USAGE)
    return args.length === 0 ? 1 : 0
  }
  const calledFrom = process.env.INIT_CWD || process.cwd()
  await ensureInstalled()
  endOnSignals()
  const data = makeDataFolder(dataFolder())
  const { prepare } = await import('./prepare.mjs')
  const { ensureBuilt, isBuilt } = await import('./build.mjs')
  const { holder } = await import('./hold.mjs')
  const { serve } = await import('./web.mjs')
  const { beforeEnd, windDown } = await import('./lifecycle.mjs')
  try {
    const dist = process.env.CLAIMLINE_DIST ?? '.next'
    if (holder(path.join(data, 'running.json')) && !isBuilt({ CLAIMLINE_DIST: dist }))
      throw new Stop('Claimline runs from an older build than these sources. Restart it first, then export.')
    const env = { ...(await prepare(data)), NEXTAUTH_URL: asked.origin, CLAIMLINE_DIST: dist }
    await ensureBuilt(env)
    const port = await freePort()
    const web = await serve({ mode: 'start', host: '127.0.0.1', port, env, log: process.stderr })
    beforeEnd(web.stop)
    say('Asking for everything public …')
    const tool = tsxArgs('publishing/static-site/export-site-cli.ts', asked.folder)
    const { code } = await runTool(
      process.execPath,
      [...tool, '--from', web.address, '--origin', asked.origin],
      {
        env: { INIT_CWD: calledFrom },
        show: true,
      },
    )
    return code
  } finally {
    await windDown()
  }
}

/** @returns null where help is what is wanted @throws Stop with what is wrong */
function readArgs(args) {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return null
  const at = args.indexOf('--origin')
  const given = at < 0 ? process.env.NEXTAUTH_URL : args[at + 1]
  const folders = args.filter((arg, index) => !arg.startsWith('-') && (at < 0 || index !== at + 1))
  const strange = args.find((arg) => arg.startsWith('-') && arg !== '--origin')
  if (strange) throw new Stop(`There is no option ${strange}.\n\n${USAGE}`)
  if (folders.length !== 1) throw new Stop(`Name one folder.\n\n${USAGE}`)
  if (!given || !URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Stop(
      'Say with --origin where the files will be served, e.g. --origin https://checks.example.org.',
    )
  const { origin, pathname } = new URL(given)
  if (pathname !== '/') throw new Stop('The site has to stand at the root of its host: --origin has no path.')
  return { folder: folders[0], origin }
}
