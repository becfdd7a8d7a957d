import type { WordAlignment } from './align/align-words'
import type { TimedTurn } from './align/carry-times'
import type { PackedTranscript } from './pack-parsed'
import type { ParseRequest } from './parse-request'

/**
 * What the server sends to the parsing thread: a request whose bytes are handed over. With `old`, the turns of a transcript
 * that the file shall replace, the thread also aligns the two and gives the file's turns the old one's times.
 */
export type ParseJob = ParseRequest & { withCues: boolean; old?: readonly TimedTurn[] }

export type ParseJobResult = PackedTranscript & { alignment?: WordAlignment }
