import 'server-only'
import { createHash } from 'node:crypto'
import type { TimedTurn } from '@/transcripts/align/carry-times'
import { type AlignedTranscript, alignOffThread } from '@/transcripts/parse-off-thread'
import type { SentFile } from '@/transcripts/preview-file'

/** A file read to replace a transcript: its turns with the old one's times, and how its words correspond to the old ones. */
export type ReadReplacement = AlignedTranscript & { fileName: string; bytes: number; contentHash: string }

/** Reads and aligns away from the event loop, and names the bytes. */
export async function readReplacement(
  { bytes, fileName, format }: SentFile,
  old: readonly TimedTurn[],
): Promise<ReadReplacement> {
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  // Only what alignment needs crosses to the thread.
  const turns = old.map(({ text, wordStarts, wordEnds, wordEstimated }) => ({
    text,
    wordStarts,
    wordEnds,
    wordEstimated,
  }))
  const aligned = await alignOffThread({ bytes, fileName, ...(format ? { format } : {}) }, turns)
  return { ...aligned, fileName, bytes: bytes.byteLength, contentHash }
}
