import { ensureInstalled } from './install.mjs'
import { runTool, tsxArgs } from './tools.mjs'
import { runWithDatabase } from './with-database.mjs'

const FILE = 'transcripts/export-cli.ts'

/** `npm run export -- …`: runs transcripts/export-cli.ts on the database, started if need be. */
export async function main(args) {
  const asks = args.length === 0 || args.includes('--help') || args.includes('-h')
  if (!asks) return runWithDatabase(FILE, args)
  await ensureInstalled()
  return (await runTool(process.execPath, tsxArgs(FILE, ...args), { show: true })).code
}
