import type { Format } from './format'
import { hasInlineWordTimes, parseWebVtt } from './webvtt'

/**
 * Automatic captions of video platforms: WebVTT with a time before each word, each line once or rolling (each line in
 * two or three captions). Both give the words that were spoken, once; see `captions.ts` for the repetition.
 */
export const youtubeVtt: Format = {
  id: 'youtube-vtt',
  label: 'Automatic captions (WebVTT with word times)',
  extensions: ['vtt'],
  detect: ({ head }) => (/^WEBVTT/.test(head) && hasInlineWordTimes(head) ? 1 : 0),
  parse: ({ text }) => parseWebVtt(text),
}
