import { describe, expect, it } from 'vitest'
import { type PlaybackPress, playbackCommandOf } from '@/components/transcripts/player/playback-keys'

const press = (key: string, more: Partial<PlaybackPress> = {}): PlaybackPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  shift: false,
  ctrl: false,
  alt: false,
  meta: false,
  altGraph: false,
  ...more,
})
const pc = { mac: false, typing: true }
const mac = { mac: true, typing: true }

describe('keys of playback that work while typing', () => {
  it('are those of the BBC’s editor, with F8 and the F2 of oTranscribe', () => {
    expect(playbackCommandOf(press('F8'), pc)).toBe('playPause')
    expect(playbackCommandOf(press('F2'), pc)).toBe('on')
    expect(playbackCommandOf(press('F2', { shift: true }), pc)).toBe('back')
    expect(playbackCommandOf(press('k', { alt: true }), pc)).toBe('playPause')
    expect(playbackCommandOf(press('j', { alt: true }), pc)).toBe('back')
    expect(playbackCommandOf(press('l', { alt: true }), pc)).toBe('on')
    expect(playbackCommandOf(press('r', { alt: true }), pc)).toBe('farBack')
    expect(playbackCommandOf(press('-', { alt: true }), pc)).toBe('slower')
    expect(playbackCommandOf(press('+', { alt: true, shift: true }), pc)).toBe('faster')
    expect(playbackCommandOf(press('g', { alt: true }), pc)).toBe('flagSaid')
  })

  it('leave what browsers, systems and screen readers use', () => {
    for (const own of [
      press('F1'),
      press('F3'),
      press('F4', { alt: true }),
      press('F6'),
      press('F7'),
      press('Escape'),
      press('j', { ctrl: true }),
      press('l', { ctrl: true }),
      press('k', { meta: true }),
      press('r', { ctrl: true, shift: true }),
      press('d', { alt: true }),
      press('f', { alt: true }),
      press('t', { alt: true }),
      press('ArrowLeft', { alt: true }),
      press('k', { ctrl: true, alt: true }),
    ])
      expect(playbackCommandOf(own, pc)).toBeNull()
  })

  it('never take a letter that is being written', () => {
    expect(playbackCommandOf(press('k'), pc)).toBeNull()
    expect(playbackCommandOf(press('ł', { code: 'KeyL', alt: true, altGraph: true }), pc)).toBeNull()
    // Option writes @ on a German Mac and ł on a Polish one.
    expect(playbackCommandOf(press('@', { code: 'KeyL', alt: true }), mac)).toBeNull()
    expect(playbackCommandOf(press('@', { code: 'KeyL', alt: true }), { mac: true, typing: false })).toBe(
      'on',
    )
    expect(playbackCommandOf(press('L', { code: 'KeyL', ctrl: true, shift: true }), mac)).toBe('on')
  })

  it('lie in the same place on a keyboard of another script', () => {
    expect(playbackCommandOf(press('л', { code: 'KeyK', alt: true }), pc)).toBe('playPause')
  })
})
