import { ass } from './ass'
import { assemblyAi } from './assemblyai'
import { autoEdit } from './auto-edit'
import { awsTranscribe } from './aws-transcribe'
import { azureSpeech } from './azure-speech'
import { bbcKaldi } from './bbc-kaldi'
import { captionListJson } from './caption-list-json'
import { claimlineJson } from './claimline-json'
import { deepgram } from './deepgram'
import { docx } from './docx'
import { dpe } from './dpe'
import { elevenLabs } from './elevenlabs'
import type { Format } from './format'
import { gladia } from './gladia'
import { googleStt } from './google-stt'
import { hyperaudioHtml } from './hyperaudio-html'
import { ibmWatson } from './ibm-watson'
import { oTranscribe } from './otranscribe'
import { plainText } from './plain-text'
import { podcastHtml } from './podcast-html'
import { podcastJson } from './podcast-json'
import { pressText } from './press-text'
import { revAi } from './rev-ai'
import { sbv } from './sbv'
import { sonix } from './sonix'
import { speakerTurns } from './speaker-turns'
import { speechmatics } from './speechmatics'
import { srt } from './srt'
import { timedText } from './timed-text'
import { ttml } from './ttml'
import { vosk } from './vosk'
import { webvtt } from './webvtt'
import { whisperJson } from './whisper-json'
import { youtubeJson } from './youtube-json'
import { youtubeVtt } from './youtube-vtt'

/**
 * Every format that Claimline reads. To add one: write its file, add it here. The order is the one that people
 * choose from; detection goes by score.
 */
export const formats: readonly Format[] = [
  webvtt,
  youtubeVtt,
  youtubeJson,
  srt,
  sbv,
  ttml,
  ass,
  captionListJson,
  pressText,
  timedText,
  docx,
  claimlineJson,
  whisperJson,
  speakerTurns,
  podcastJson,
  podcastHtml,
  hyperaudioHtml,
  oTranscribe,
  assemblyAi,
  awsTranscribe,
  deepgram,
  revAi,
  googleStt,
  azureSpeech,
  elevenLabs,
  gladia,
  sonix,
  ibmWatson,
  speechmatics,
  bbcKaldi,
  vosk,
  autoEdit,
  dpe,
  plainText,
]

/** The format of an id, or undefined. */
export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id)
}
