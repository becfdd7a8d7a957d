import { ensureInstalled } from './install.mjs'
import { dataFolder, makeDataFolder } from './places.mjs'
import { runTool, tsxArgs } from './tools.mjs'

/** `npm run admin -- reset-password E-MAIL`: runs newsroom/admin-cli.ts on the database, started if need be. */
export async function main(args) {
  await ensureInstalled()
  const data = makeDataFolder(dataFolder())
  const { prepare } = await import('./prepare.mjs')
  const { windDown } = await import('./lifecycle.mjs')
  try {
    const env = await prepare(data)
    return (await runTool(process.execPath, tsxArgs('newsroom/admin-cli.ts', ...args), { env, show: true }))
      .code
  } finally {
    await windDown()
  }
}
