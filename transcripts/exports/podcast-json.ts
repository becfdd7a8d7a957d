import { captionsOf, TurnWords } from './captions-of'
import { type ExportFormat, namesSomebody, type OutgoingTranscript, UNKNOWN_SPEAKER } from './outgoing'

type Segment = { speaker?: string; startTime: number; endTime: number; body: string }

/**
 * Podcasting 2.0 JSON. A segment is a measured word, as in the specification's own example; where times are estimated
 * it is a caption, because a word of its own would make a measured time of a guess.
 */
export const podcastJson: ExportFormat = {
  id: 'podcast-json',
  label: 'Podcasting 2.0 JSON',
  about: 'For podcast feeds. Speakers, and times for each measured word.',
  extension: 'podcast.json',
  mime: 'application/json; charset=utf-8',
  needsTimes: true,
  carries: {
    speakers: 'names',
    nobody: 'named',
    turns: 'speaker-changes',
    turnTimes: 'milliseconds',
    wordTimes: 'measured',
    signs: 'plain',
  },
  write: writePodcastJson,
}

function writePodcastJson(transcript: OutgoingTranscript): string {
  const named = namesSomebody(transcript)
  const segments = captionsOf(transcript.turns).flatMap(({ turn, from, to }) => {
    const words = new TurnWords(turn)
    const speaker = named ? { speaker: turn.speaker ?? UNKNOWN_SPEAKER } : {}
    return piecesOf(words, from, to).map(
      ([first, end]): Segment => ({
        ...speaker,
        startTime: (turn.wordStarts[first] ?? 0) / 1000,
        endTime: words.endOf(first, end) / 1000,
        body: words.text(first, end),
      }),
    )
  })
  const lines = segments.map((segment) => `    ${JSON.stringify(segment)}`)
  return `{\n  "version": "1.0.0",\n  "segments": [\n${lines.join(',\n')}\n  ]\n}\n`
}

/** Words `[from, to)` in runs: a measured word is one, estimated words in a row are one. */
function piecesOf(words: TurnWords, from: number, to: number): [number, number][] {
  const isGuess = (word: number) => words.turn.wordEstimated[word] ?? true
  const pieces: [number, number][] = []
  let first = from
  for (let at = from + 1; at <= to; at++) {
    if (at < to && ((isGuess(at - 1) && isGuess(at)) || !words.canCut(at))) continue
    pieces.push([first, at])
    first = at
  }
  // A guess alone would come back as measured: it goes with a neighbour, whose time becomes a guess too.
  return pieces.reduce<[number, number][]>((merged, [start, end]) => {
    const last = merged.at(-1)
    const lone = (piece: [number, number]) => piece[1] - piece[0] === 1 && isGuess(piece[0])
    if (last && (lone(last) || lone([start, end]))) last[1] = end
    else merged.push([start, end])
    return merged
  }, [])
}
