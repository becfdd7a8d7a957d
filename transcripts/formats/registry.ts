import type { Format } from './format'
import { pressText } from './press-text'
import { srt } from './srt'
import { timedText } from './timed-text'
import { webvtt } from './webvtt'
import { whisperJson } from './whisper-json'
import { youtubeVtt } from './youtube-vtt'

/** Every format that Claimline reads. To add one: write its file, add it here. The order decides nothing but equal scores. */
export const formats: readonly Format[] = [youtubeVtt, webvtt, srt, whisperJson, timedText, pressText]

/** The format of an id, or undefined. */
export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id)
}
