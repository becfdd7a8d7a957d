import { claimlineJson } from './claimline-json'
import { docx } from './docx'
import type { ExportFormat } from './outgoing'
import { podcastJson } from './podcast-json'
import { srt } from './srt'
import { text, timedText } from './text'
import { ttml } from './ttml'
import { webvtt, webvttWords } from './webvtt'

/** Every format that a transcript can leave in, in the order in which people choose. */
export const exportFormats: readonly ExportFormat[] = [
  docx,
  text,
  timedText,
  webvtt,
  webvttWords,
  srt,
  ttml,
  podcastJson,
  claimlineJson,
]

/** The format of an id, or undefined. */
export function exportFormatById(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id)
}
