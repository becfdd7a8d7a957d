import {
  CLAIMLINE_FORMAT,
  CLAIMLINE_VERSION,
  type ClaimlineTranscript,
} from '@/transcripts/formats/claimline-json'
import type { ExportFormat, OutgoingTranscript } from './outgoing'

/** Claimline's own: everything the transcript holds, for another Claimline or to keep. */
export const claimlineJson: ExportFormat = {
  id: 'claimline-json',
  label: 'Claimline JSON',
  about: 'Everything: turns, speakers and parts, each word’s times and which are estimated.',
  extension: 'claimline.json',
  mime: 'application/json; charset=utf-8',
  needsTimes: false,
  carries: {
    speakers: 'names',
    nobody: 'stays',
    turns: 'all',
    turnTimes: 'milliseconds',
    wordTimes: 'all',
    signs: 'all',
  },
  write: writeClaimlineJson,
}

/** A line a turn, so that two exports can be compared. */
function writeClaimlineJson({ turns, ...facts }: OutgoingTranscript): string {
  const head = {
    format: CLAIMLINE_FORMAT,
    version: CLAIMLINE_VERSION,
    title: facts.title,
    date: facts.happenedOn,
    place: facts.place,
    platform: facts.platform,
    language: facts.language,
    participants: facts.participants.map(({ name, part }) => ({ name, part })),
  } satisfies Omit<ClaimlineTranscript, 'turns'>
  const lines = turns.map((turn) => {
    const { speaker, startMs, endMs, text, wordStarts, wordEnds, wordEstimated } = turn
    const alike = wordEstimated.every((guess) => guess === wordEstimated[0])
    const line: ClaimlineTranscript['turns'][number] = {
      speaker,
      startMs,
      endMs,
      text,
      wordStarts,
      wordEnds,
      wordEstimated: alike ? (wordEstimated[0] ?? false) : wordEstimated,
    }
    return `    ${JSON.stringify(line)}`
  })
  const opening = JSON.stringify(head, null, 2).slice(0, -2)
  return `${opening},\n  "turns": [\n${lines.join(',\n')}\n  ]\n}\n`
}
