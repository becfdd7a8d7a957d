import type { ExportFormat, OutgoingTranscript } from './outgoing'
import { exportFormats } from './registry'

/** A transcript as a file. */
export type OutgoingFile = { bytes: Uint8Array; fileName: string; mime: string }

/** Turns of a transcript, and how many of them have no times. */
export type TurnCounts = { total: number; untimed: number }

/** Why this transcript cannot leave in this format, as a sentence for people; null where it can. */
export function whyNot({ needsTimes }: Pick<ExportFormat, 'needsTimes'>, turns: TurnCounts): string | null {
  if (turns.total === 0) return 'There is no transcript yet.'
  if (!needsTimes || turns.untimed === 0) return null
  const what =
    turns.untimed === turns.total
      ? 'This transcript has no times'
      : `${turns.untimed === 1 ? 'One turn' : `${turns.untimed} turns`} of this transcript ${turns.untimed === 1 ? 'has' : 'have'} no times`
  return `${what}, and captions or text with times would leave those words out. Choose text, Word or Claimline JSON, or set the times first.`
}

/** One format on offer; `whyNot` is a sentence where this transcript cannot leave in it. */
export type ExportChoice = Pick<ExportFormat, 'id' | 'label' | 'about'> & { whyNot: string | null }

/** Every format, for a transcript of so many turns. */
export function exportChoices(turns: TurnCounts): ExportChoice[] {
  return exportFormats.map((format) => ({
    id: format.id,
    label: format.label,
    about: format.about,
    whyNot: whyNot(format, turns),
  }))
}

/** How many turns there are, and how many of them have no times. */
export function countTurns({ turns }: Pick<OutgoingTranscript, 'turns'>): TurnCounts {
  return { total: turns.length, untimed: turns.filter((turn) => turn.wordStarts.length === 0).length }
}

/** The file, named by the interview's address. Ask `whyNot` first: words without times are left out of timed formats. */
export async function writeTranscript(
  format: ExportFormat,
  transcript: OutgoingTranscript,
): Promise<OutgoingFile> {
  const written = await format.write(transcript)
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  return { bytes, fileName: `${transcript.slug}.${format.extension}`, mime: format.mime }
}
