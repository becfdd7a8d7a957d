import fs from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { dataFolder, makeDataFolder, ROOT } from './places.mjs'
import { Stop } from './stop.mjs'
import { runTool, tsxArgs } from './tools.mjs'

/** `npm run bench -- NAME`: runs bench/NAME.ts or .mjs with the application's environment. */
export async function main([name, ...args]) {
  const folder = path.join(ROOT, 'bench')
  const files = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((file) => /^[a-z-]+\.(ts|mjs)$/.test(file))
    : []
  const file = files.find((entry) => entry.replace(/\.(ts|mjs)$/, '') === name)
  if (!file) {
    const names = files.map((entry) => entry.replace(/\.(ts|mjs)$/, '')).join(', ')
    throw new Stop(`Say which benchmark: npm run bench -- NAME. There are: ${names || 'none yet'}.`)
  }
  await ensureInstalled()
  const data = makeDataFolder(dataFolder())
  const { prepare } = await import('./prepare.mjs')
  const { endOnSignals, windDown } = await import('./lifecycle.mjs')
  endOnSignals()
  try {
    const env = await prepare(data)
    return (await runTool(process.execPath, tsxArgs(`bench/${file}`, ...args), { env, show: true })).code
  } finally {
    await windDown()
  }
}
