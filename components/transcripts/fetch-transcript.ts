import { z } from 'zod'
import type { ShownTurn } from '@/components/transcripts/turn-row'

const answerSchema = z.object({
  revision: z.number(),
  turns: z.array(
    z.object({
      id: z.string(),
      speaker: z.string().nullable(),
      text: z.string(),
      startMs: z.number().nullable(),
    }),
  ),
})

export type FetchedTranscript =
  | { ok: true; revision: number; turns: ShownTurn[] }
  | { ok: false; why: 'unreachable' | 'signed-out' | 'refused' }

/** Where the turns are read; the page asks the browser to fetch it beside the scripts. */
export function transcriptAddress(interviewId: string): string {
  return `/api/interviews/${interviewId}/transcript`
}

export async function fetchTranscript(interviewId: string): Promise<FetchedTranscript> {
  try {
    const response = await fetch(transcriptAddress(interviewId))
    if (response.status === 401) return { ok: false, why: 'signed-out' }
    if (!response.ok) return { ok: false, why: 'refused' }
    return { ok: true, ...answerSchema.parse(await response.json()) }
  } catch {
    return { ok: false, why: 'unreachable' } // a connection that broke, or something in between that answered
  }
}
