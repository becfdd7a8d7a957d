import { runUntilStopped } from './start.mjs'

/** `npm run dev`: like `npm start`, with fast reload instead of a production build. */
export const main = () => runUntilStopped('dev')
