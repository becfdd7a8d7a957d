import 'server-only'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { WordAlignment } from './align/align-words'
import type { TimedTurn } from './align/carry-times'
import type { ParsedTranscript, Problem } from './model'
import { unpackParsed } from './pack-parsed'
import type { ParseJob, ParseJobResult } from './parse-job'
import { MOST_BYTES, type ParseRequest, tooLarge } from './parse-request'

/** Limits of one parse. `withCues`: also return the cues; only the turns are needed to show or save a transcript. */
export type OffThreadOptions = { withCues?: boolean; timeLimitMs?: number; memoryLimitMb?: number }

const TIME_LIMIT_MS = 20_000
const MEMORY_LIMIT_MB = 512
/** Threads at once; further files wait their turn, so that uploads never take every core from the readers. */
const MOST_THREADS = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * Parses a file in a thread of its own, so that no file blocks the server, however large or hostile. `cues` is empty
 * unless asked for. Never rejects on content: a file that takes too long or too much memory gives the problem
 * `too-slow` or `too-large`. Throws if the thread's bundle was not built (`platform/boot/build-worker.mjs`).
 */
export async function parseOffThread(
  request: ParseRequest,
  options: OffThreadOptions = {},
): Promise<ParsedTranscript> {
  return (await inTurn(request, options)).parsed
}

/** A file read and aligned with the transcript that it shall replace; `alignment` is null where it could not be read. */
export type AlignedTranscript = { parsed: ParsedTranscript; alignment: WordAlignment | null }

/**
 * As `parseOffThread`, and in the same thread within the same limits: aligns the file's words with those of `old`, whose
 * times its turns then have (transcripts/align).
 */
export function alignOffThread(request: ParseRequest, old: readonly TimedTurn[]): Promise<AlignedTranscript> {
  return inTurn(request, { old })
}

type Options = OffThreadOptions & { old?: readonly TimedTurn[] }

async function inTurn(request: ParseRequest, options: Options): Promise<AlignedTranscript> {
  if (request.bytes.length > MOST_BYTES) return refused(tooLarge(request.bytes.length))
  if (running >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await parseInThread(request, options)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function parseInThread(request: ParseRequest, options: Options): Promise<AlignedTranscript> {
  // A path and no URL, put together at run time: bundlers must leave it alone, it was bundled before.
  const bundle = join(/* turbopackIgnore: true */ process.cwd(), 'platform', 'generated', 'parse-worker.mjs')
  if (!existsSync(bundle)) throw new Error(`The parser's bundle is missing (${bundle}). Run: npm start`)
  const { timeLimitMs = TIME_LIMIT_MS, memoryLimitMb = MEMORY_LIMIT_MB, withCues = false } = options
  const worker = new Worker(bundle, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb, maxYoungGenerationSizeMb: 64 },
    // Nothing of the server's secrets or flags is needed to read a text.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(refused(tooSlow(timeLimitMs))), timeLimitMs)
    const finish = (result: AlignedTranscript) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    worker.once('message', ({ alignment, ...packed }: ParseJobResult) =>
      finish({ parsed: unpackParsed(packed), alignment: alignment ?? null }),
    )
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return finish(refused(tooMuchMemory()))
      clearTimeout(timer)
      reject(error)
    })
    // Does nothing after a result; without one the promise must not stay open.
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The parsing thread ended early (code ${code}).`))
    })
    // A copy is handed over: the caller still needs its bytes, for their hash.
    const bytes = new Uint8Array(request.bytes)
    const job: ParseJob = {
      bytes,
      fileName: request.fileName,
      format: request.format,
      withCues,
      ...(options.old ? { old: options.old } : {}),
    }
    worker.postMessage(job, [bytes.buffer])
  })
}

function refused(problem: Problem): AlignedTranscript {
  const nothing = { format: null, encoding: null, meta: {}, cues: [], turns: [] }
  return { parsed: { ...nothing, problems: [problem] }, alignment: null }
}

function tooSlow(limitMs: number): Problem {
  const message = `Reading this file took longer than ${Math.round(limitMs / 1000)} seconds and was stopped. Check that it is a transcript, or load it in parts.`
  return { code: 'too-slow', severity: 'error', line: null, path: null, message }
}

function tooMuchMemory(): Problem {
  const message =
    'Reading this file took more memory than a transcript needs and was stopped. Check that it is a transcript, or load it in parts.'
  return { code: 'too-large', severity: 'error', line: null, path: null, message }
}
