import { z } from 'zod'
import {
  type ReplacedSpeaker,
  type ReplacementPreview,
  replacementPreviewSchema,
} from '@/claims/replacement-schema'
import { type Refused, refused, sendBody } from '@/components/transcripts/load-send'

export type Look = { ok: true; preview: ReplacementPreview } | { ok: false; error: Refused }

type Options = { onProgress: (share: number) => void; signal?: AbortSignal }

/** A file in memory: what is confirmed later is then what was looked at, whatever happens to it on the disk. */
export async function held(chosen: File): Promise<File | Refused> {
  try {
    return new File([await chosen.arrayBuffer()], chosen.name, { type: chosen.type })
  } catch {
    return refused('unreadable', `“${chosen.name}” could not be read. Choose it again.`)
  }
}

/** Asks what a file would make of the transcript. `speakers` null: as Claimline proposes. */
export async function lookAt(
  interviewId: string,
  file: File,
  format: string | null,
  speakers: readonly ReplacedSpeaker[] | null,
  options: Options,
): Promise<Look> {
  const form = new FormData()
  if (format) form.append('format', format)
  if (speakers) form.append('speakers', JSON.stringify(speakers))
  form.append('file', file)
  const sent = await sendBody(`/api/interviews/${interviewId}/replace/preview`, form, options)
  if (!sent.ok) return sent
  const preview = replacementPreviewSchema.safeParse(sent.body)
  if (preview.success) return { ok: true, preview: preview.data }
  return {
    ok: false,
    error: refused('fault', 'The server answered with something unexpected. Load the page again.'),
  }
}

export type Confirmed = { ok: true } | { ok: false; error: Refused; preview: ReplacementPreview | null }

/** Replaces, if what would happen is still what was looked at; else `preview` is what would happen now. */
export async function confirm(
  interviewId: string,
  stepId: string,
  file: File,
  preview: ReplacementPreview,
  speakers: readonly ReplacedSpeaker[],
  onProgress: (share: number) => void,
): Promise<Confirmed> {
  const form = new FormData()
  if (preview.format) form.append('format', preview.format)
  form.append('decisions', JSON.stringify({ stepId, outcome: preview.outcome, speakers }))
  form.append('file', file)
  const sent = await sendBody(`/api/interviews/${interviewId}/replace`, form, { onProgress })
  if (sent.ok && z.object({ step: z.string() }).safeParse(sent.body).success) return { ok: true }
  if (sent.ok)
    return {
      ok: false,
      error: refused('fault', 'The answer could not be read. See the transcript’s history.'),
      preview: null,
    }
  const current = replacementPreviewSchema.safeParse(sent.error.current)
  return { ok: false, error: sent.error, preview: current.success ? current.data : null }
}
