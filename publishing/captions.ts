import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { writeWebVtt } from '@/transcripts/exports/webvtt'

/** The published words as captions of the recording (W3C WebVTT): two lines at most, of about 37 columns. Untimed turns give none. */
export function captionsOfPage({
  turns,
  participants,
}: Pick<PageSnapshot, 'turns' | 'participants'>): string {
  return writeWebVtt(
    {
      turns: turns.map((turn) => ({
        ...turn,
        speaker: turn.participant === null ? null : (participants[turn.participant]?.name ?? null),
        wordEstimated: turn.wordStarts.map(() => false),
      })),
    },
    false,
  )
}
