import { ensureGenerated } from '../generate.mjs'
import { openScratchServer } from './scratch-server.mjs'

/** Vitest's global setup for database tests: one server and one migrated template for the whole run. */
export async function setup(project) {
  await ensureGenerated()
  const server = await openScratchServer()
  project.provide('scratchServer', { url: server.url, template: server.template })
  return server.close
}
