import { expect, test } from 'vitest'
import { recordingMime } from '@/transcripts/recording-file'

test.each([
  ['MP3 with a tag', Buffer.from('ID3\x04\0\0', 'latin1'), 'audio/mpeg'],
  ['MP3 without one', Buffer.from('fffb9064', 'hex'), 'audio/mpeg'],
  ['AAC', Buffer.from('fff15080', 'hex'), 'audio/aac'],
  ['WAV', Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'), 'audio/wav'],
  ['Ogg', Buffer.from('OggS\0\x02OpusHead', 'latin1'), 'audio/ogg'],
  ['FLAC', Buffer.from('fLaC\0', 'latin1'), 'audio/flac'],
  ['M4A', Buffer.from('\0\0\0\x20ftypM4A ', 'latin1'), 'audio/mp4'],
  ['MP4', Buffer.from('\0\0\0\x20ftypisom', 'latin1'), 'video/mp4'],
  ['WebM', Buffer.from('\x1aE\xdf\xa3\x42\x82webm', 'latin1'), 'video/webm'],
])('%s is known by its bytes', (_what, bytes, mime) => {
  expect(recordingMime(bytes)).toBe(mime)
})

test.each([
  ['a page', Buffer.from('<!doctype html><script>')],
  ['captions', Buffer.from('WEBVTT')],
  ['UTF-16 text', Buffer.from('fffe570045004200', 'hex')],
  ['a picture', Buffer.from('ffd8ffe0', 'hex')],
  ['nothing', Buffer.alloc(0)],
])('%s is no recording', (_what, bytes) => {
  expect(recordingMime(bytes)).toBeNull()
})
