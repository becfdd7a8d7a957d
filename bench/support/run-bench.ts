import { endOnSignals, windDown } from '@/platform/boot/lifecycle.mjs'

/**
 * Runs a benchmark and leaves nothing behind, however it ends. An error is printed and not thrown: thrown while an interruption
 * is being wound down, it would end the process before its database is stopped.
 */
export async function runBench(run: () => Promise<void>): Promise<void> {
  let interrupted = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      interrupted = true
    })
  endOnSignals()
  try {
    await run()
  } catch (error) {
    process.exitCode = 1
    if (!interrupted) console.error(error)
  }
  await windDown()
}
