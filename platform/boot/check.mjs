import { checkEnv, withTestWorld } from './test.mjs'

/** `npm run check`: all that needs no browser and no build. */
export async function main() {
  return withTestWorld(async (world) => {
    const { checks, runSteps } = await import('./testing/steps.mjs')
    return runSteps(checks(world.data), checkEnv(world))
  })
}
