import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/newsroom/roles'
import { Forbidden } from '@/platform/errors'
import type { ParsedTranscript } from '@/transcripts/model'
import { parseOffThread } from '@/transcripts/parse-off-thread'
import { canLoadTranscript } from '@/transcripts/policy'
import { previewOf } from '@/transcripts/preview'
import type { Preview } from '@/transcripts/preview-schema'
import { loadedBefore, slugsStartingWith } from '@/transcripts/queries'
import { freeSlug, slugFrom } from '@/transcripts/slug'

/** A file as it was sent; `format` overrides detection. */
export type SentFile = { bytes: Uint8Array; fileName: string; format: string | null }

/** Parses away from the event loop, and names the bytes. */
export async function readTranscript({
  bytes,
  fileName,
  format,
}: SentFile): Promise<{ parsed: ParsedTranscript; contentHash: string; fileName: string }> {
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  return {
    parsed: await parseOffThread({ bytes, fileName, ...(format ? { format } : {}) }),
    contentHash,
    fileName,
  }
}

/** What would be loaded. Stores nothing. @throws Forbidden */
export async function previewFile(actor: Actor, sent: SentFile): Promise<Preview> {
  const decision = canLoadTranscript(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  // Parsing may take the bytes over to its thread, so their number is read first.
  const bytes = sent.bytes.byteLength
  const { parsed, contentHash, fileName } = await readTranscript(sent)
  const preview = previewOf(parsed, fileName)
  const made = slugFrom(preview.proposed.title) || 'interview'
  const [taken, earlier] = await Promise.all([slugsStartingWith(made), loadedBefore(contentHash)])
  return {
    ...preview,
    fileName,
    bytes,
    contentHash,
    proposed: { ...preview.proposed, slug: freeSlug(made, taken) },
    earlier,
  }
}
