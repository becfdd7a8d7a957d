import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/newsroom/roles'
import { Forbidden, Invalid } from '@/platform/errors'
import { type LoadWishes, loadWishesSchema } from '@/publishing/api/newsroom-inputs'
import { loadTranscript } from '@/transcripts/load-transcript'
import { canLoadTranscript } from '@/transcripts/policy'
import { previewOf } from '@/transcripts/preview'
import { readTranscript, type SentFile } from '@/transcripts/preview-file'
import type { PreviewSpeaker, ProblemGroup } from '@/transcripts/preview-schema'
import { slugsStartingWith } from '@/transcripts/queries'
import { type LoadDecisions, loadDecisionsSchema, type SpeakerDecision } from '@/transcripts/schema'
import { freeSlug, slugFrom } from '@/transcripts/slug'

type Previewed = ReturnType<typeof previewOf>
export type LoadedByApi =
  | { done: true; id: string; slug: string; preview: Previewed }
  /** The file cannot be loaded; its problems say where. */
  | { done: false; problems: ProblemGroup[] }

/**
 * Loads a transcript that another system sends, by the command that the desk's preview ends in. What the sender leaves out is as
 * the file has it.
 * @param key of the sender's making: what is sent again with it is answered as before, and not loaded again.
 * @throws Forbidden, Invalid, Conflict
 */
export async function loadByApi(
  actor: Actor,
  file: Omit<SentFile, 'format'>,
  sent: unknown,
  key: string | null,
): Promise<LoadedByApi> {
  const decision = canLoadTranscript(actor)
  // Before minutes go into parsing.
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const format = loadWishesSchema.safeParse(sent).data?.format ?? null
  const read = await readTranscript({ ...file, format })
  const preview = previewOf(read.parsed, read.fileName)
  if (!preview.loadable) return { done: false, problems: preview.problems }
  const about = {
    wishes: sent,
    contentHash: read.contentHash,
    ...(key ? { requestId: requestIdOf(key) } : {}),
  }
  const saved = await loadTranscript(read, await fillingIn(preview, sent))(actor, about)
  return { done: true, ...saved, preview }
}

/** Reads what was sent, with the file's own word for what is missing. */
async function fillingIn(preview: Previewed, sent: unknown): Promise<z.ZodType<LoadDecisions>> {
  const title = loadWishesSchema.safeParse(sent).data?.title ?? preview.proposed.title
  const made = slugFrom(title) || 'interview'
  const free = freeSlug(made, await slugsStartingWith(made))
  return z
    .object({ wishes: loadWishesSchema, requestId: z.uuid().optional() })
    .transform(({ wishes: { format: _format, speakers, ...wishes }, requestId }) => ({
      ...preview.proposed,
      title,
      slug: free,
      standfirst: '',
      ...wishes,
      ...(requestId ? { requestId } : {}),
      speakers: decide(preview.speakers, speakers ?? []),
    }))
    .pipe(loadDecisionsSchema)
}

/** @throws Invalid where nobody in the file has such a label. */
function decide(
  found: readonly PreviewSpeaker[],
  wished: NonNullable<LoadWishes['speakers']>,
): SpeakerDecision[] {
  const labels = new Set(found.map(({ label }) => label))
  const stray = wished.findIndex(({ label }) => !labels.has(label))
  if (stray >= 0)
    throw new Invalid('Nobody in this file has that label.', {
      [`speakers.${stray}.label`]: 'Nobody in this file has that label.',
    })
  return found.map(
    ({ label, name, part }) => wished.find((one) => one.label === label) ?? { label, name, part },
  )
}

// Receipts are kept under a UUID; a sender's key may be any word (RFC draft "Idempotency-Key").
function requestIdOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
