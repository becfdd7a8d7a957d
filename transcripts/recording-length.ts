import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { log } from '@/platform/log'

/** An MP3 of many hours that nowhere says how long it is takes about this long to count through. */
const TIME_LIMIT_MS = 60_000
const LONGEST_MS = 2_147_483_647

/**
 * How long an audio or video file plays, in milliseconds; null where that cannot be told. Measured in a thread of its own, as
 * some files have to be read from end to end, and some were made to do harm.
 * @param path of the file on this machine; its name does not matter.
 */
export function recordingLengthMs(path: string, timeLimitMs = TIME_LIMIT_MS): Promise<number | null> {
  // Put together at run time: bundlers must leave it alone.
  const thread = join(/* turbopackIgnore: true */ process.cwd(), 'transcripts', 'length-worker.mjs')
  const worker = new Worker(thread, {
    workerData: { path },
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const finish = (seconds: unknown) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(inMs(seconds))
    }
    const timer = setTimeout(() => finish(null), timeLimitMs)
    worker.once('message', finish)
    worker.once('error', (error) => {
      // A damaged file may still play: the recording is kept, and its length is not known.
      log.warn({ reason: error.message }, 'the length of a recording could not be measured')
      finish(null)
    })
    worker.once('exit', () => finish(null))
  })
}

function inMs(seconds: unknown): number | null {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return null
  const ms = Math.round(seconds * 1000)
  return ms > 0 && ms <= LONGEST_MS ? ms : null
}
