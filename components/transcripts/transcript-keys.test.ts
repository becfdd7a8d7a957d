import { describe, expect, it } from 'vitest'
import { commandOf, type KeyPress } from '@/components/transcripts/transcript-keys'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shift: false,
  ctrl: false,
  alt: false,
  meta: false,
  ...more,
})
const pc = { rtl: false, mac: false }

describe('keys of the transcript', () => {
  it('moves by word, and by sentence with Control', () => {
    expect(commandOf(press('ArrowRight'), pc)).toEqual({ kind: 'move', by: 'nextWord', extend: false })
    expect(commandOf(press('ArrowRight', { ctrl: true, shift: true }), pc)).toEqual({
      kind: 'move',
      by: 'nextSentence',
      extend: true,
    })
  })

  it('follows the eye where the script runs from right to left', () => {
    expect(commandOf(press('ArrowLeft'), { rtl: true, mac: false })).toMatchObject({ by: 'nextWord' })
  })

  it("leaves the browser's own keys alone", () => {
    for (const own of [
      press('ArrowLeft', { alt: true }),
      press('f', { ctrl: true }),
      press('p', { ctrl: true }),
      press('s', { meta: true }),
      press('n', { ctrl: true }),
      press('Tab'),
      press(' '),
      press('PageDown'),
      press("'"),
      press('/'),
    ])
      expect(commandOf(own, pc)).toBeNull()
  })

  it('finds its letters on keyboards of another script', () => {
    expect(commandOf(press('п', { code: 'KeyG' }), pc)).toEqual({ kind: 'flagSaid' })
    expect(commandOf(press('ت', { code: 'KeyJ' }), pc)).toEqual({ kind: 'back' })
    expect(commandOf(press('+', { shift: true }), pc)).toEqual({ kind: 'faster' })
    expect(commandOf(press(']'), pc)).toEqual({ kind: 'nextClaim' })
    expect(commandOf(press('G', { shift: true }), pc)).toBeNull()
  })

  it('corrects with letters, and takes back with the key that the system uses for it', () => {
    expect(['e', 'd', 'm', 't', 'h'].map((key) => commandOf(press(key), pc)?.kind)).toEqual([
      'edit',
      'split',
      'merge',
      'turnTime',
      'replace',
    ])
    const mac = { rtl: false, mac: true }
    expect(commandOf(press('z', { ctrl: true }), pc)).toEqual({ kind: 'undo' })
    expect(commandOf(press('Z', { ctrl: true, shift: true }), pc)).toEqual({ kind: 'redo' })
    expect(commandOf(press('y', { ctrl: true }), pc)).toEqual({ kind: 'redo' })
    expect(commandOf(press('z', { meta: true }), mac)).toEqual({ kind: 'undo' })
    expect(commandOf(press('z', { ctrl: true }), mac)).toBeNull()
    expect(commandOf(press('z', { meta: true }), pc)).toBeNull()
    // Where the letters are not Latin, the key in their place.
    expect(commandOf(press('я', { code: 'KeyZ', ctrl: true }), pc)).toEqual({ kind: 'undo' })
  })

  it('uses Option and not Control on a Mac', () => {
    const mac = { rtl: false, mac: true }
    expect(commandOf(press('ArrowDown', { alt: true }), mac)).toMatchObject({ by: 'nextTurn' })
    expect(commandOf(press('ArrowDown', { ctrl: true }), mac)).toBeNull()
  })

  it('flags with F and with Enter, and asks for the list with a question mark', () => {
    expect(commandOf(press('w'), pc)).toEqual({ kind: 'speaker' })
    expect(commandOf(press('w', { ctrl: true }), pc)).toBeNull()
    expect(commandOf(press('f'), pc)).toEqual({ kind: 'flag' })
    expect(commandOf(press('Enter'), pc)).toEqual({ kind: 'flag' })
    expect(commandOf(press('?', { shift: true }), pc)).toEqual({ kind: 'help' })
  })
})
