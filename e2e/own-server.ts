import { freePort } from '@/platform/boot/ports.mjs'
import { serve } from '@/platform/boot/web.mjs'

/** A server process of a test's own, of the build and the database that all tests share, to be killed and started again. */
export type OwnServer = {
  /** Stays the same, whatever becomes of the process. */
  address: string
  /** Ends it in the middle of whatever it does, as a power cut would. */
  kill: () => Promise<void>
  start: () => Promise<void>
}

/** @param more what this process is told besides, e.g. the provider that people sign in with. */
export async function ownServer(more: Record<string, string> = {}): Promise<OwnServer> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const launch = () =>
    serve({
      mode: 'start',
      host: '127.0.0.1',
      port,
      env: { NEXTAUTH_URL: address, NODE_OPTIONS: '', LOG_LEVEL: 'error', ...more },
      log: { write: () => {} },
    })
  let running: Awaited<ReturnType<typeof launch>> | null = await launch()
  let last: Promise<void> = Promise.resolve()
  /** One after the other, whoever asks. */
  const inTurn = (act: () => Promise<void>) => {
    last = last.then(act)
    return last
  }
  return {
    address,
    kill: () =>
      inTurn(async () => {
        if (!running) return
        const { pid, exited } = running
        running = null
        // The whole group: nothing of it answers what was asked before.
        process.kill(-pid, 'SIGKILL')
        await exited
      }),
    start: () =>
      inTurn(async () => {
        running ??= await launch()
      }),
  }
}
