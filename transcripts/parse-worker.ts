import { parentPort } from 'node:worker_threads'
import { alignWords } from './align/align-words'
import { carryTimes, type TimedTurn } from './align/carry-times'
import type { ParsedTranscript } from './model'
import { packParsed } from './pack-parsed'
import type { ParseJob, ParseJobResult } from './parse-job'
import { parseTranscript } from './parse-transcript'

// The thread lives for one file: it is started with a memory limit, does this, and ends.
parentPort?.once('message', ({ withCues, old, ...request }: ParseJob) => {
  const parsed = parseTranscript(request)
  const packed: ParseJobResult = old ? alignedWith(old, parsed, withCues) : packParsed(parsed, withCues)
  parentPort?.postMessage(packed, [packed.starts.buffer, packed.ends.buffer, packed.estimated.buffer])
})

function alignedWith(old: readonly TimedTurn[], parsed: ParsedTranscript, withCues: boolean): ParseJobResult {
  const alignment = alignWords(
    old.map(({ text }) => text),
    parsed.turns.map(({ text }) => text),
  )
  const turns = carryTimes(old, parsed.turns, alignment)
  return { ...packParsed({ ...parsed, turns }, withCues), alignment }
}
