import { parentPort } from 'node:worker_threads'
import { packParsed } from './pack-parsed'
import type { ParseJob } from './parse-job'
import { parseTranscript } from './parse-transcript'

// The thread lives for one file: it is started with a memory limit, does this, and ends.
parentPort?.once('message', ({ withCues, ...request }: ParseJob) => {
  const packed = packParsed(parseTranscript(request), withCues)
  parentPort?.postMessage(packed, [packed.starts.buffer, packed.ends.buffer, packed.estimated.buffer])
})
