import { runWithDatabase } from './with-database.mjs'

/** `npm run admin -- reset-password E-MAIL`: runs newsroom/admin-cli.ts on the database, started if need be. */
export const main = (args) => runWithDatabase('newsroom/admin-cli.ts', args)
