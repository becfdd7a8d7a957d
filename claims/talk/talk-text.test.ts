import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { talkParts } from '@/claims/talk/talk-text'

const CLAIMS = new Set([7, 12])
const links = (text: string) =>
  talkParts(text, [], CLAIMS).flatMap((part) => (part.kind === 'link' ? [part.text] : []))

describe('what somebody said, cut for showing', () => {
  it('names, claims and addresses are told apart from the text around them', () => {
    expect(talkParts('@Ada Quill, see #7 at https://a.example/x#7.', ['Ada Quill'], CLAIMS)).toEqual([
      { kind: 'mention', text: '@Ada Quill' },
      { kind: 'text', text: ', see ' },
      { kind: 'claim', text: '#7', number: 7 },
      { kind: 'text', text: ' at ' },
      { kind: 'link', text: 'https://a.example/x#7', href: 'https://a.example/x#7' },
      { kind: 'text', text: '.' },
    ])
  })

  it('a number that is no claim of this interview stays text', () => {
    expect(talkParts('#8 and a#7 and #70', [], CLAIMS)).toEqual([
      { kind: 'text', text: '#8 and a#7 and #70' },
    ])
  })

  it('the end of a sentence is not part of an address, a bracket of its own is', () => {
    expect(links('(see https://a.example/b_(c)), https://a.example/d!')).toEqual([
      'https://a.example/b_(c)',
      'https://a.example/d',
    ])
  })

  it('nothing but web addresses becomes a link', () => {
    expect(links('javascript:alert(1) data:text/html,x file:///etc http:// //a.example')).toEqual([])
  })

  it('put together, the parts are the text again, and every link is http or https', () => {
    const bits = fc.constantFrom(
      'https://',
      'HTTP://',
      'a.example',
      '#7',
      '@Ada',
      ' ',
      '<b>',
      '"',
      ')',
      '.',
      'javascript:',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string())), (pieces) => {
        const text = pieces.join('')
        const parts = talkParts(text, ['Ada'], CLAIMS)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        for (const part of parts) if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\//)
      }),
    )
  })

  it('a hostile text takes no longer than a plain one of its length', () => {
    const text = `${'https://'.repeat(300)}${'('.repeat(1000)}${')'.repeat(1000)}`
    expect(
      talkParts(text, ['Ada'], CLAIMS)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})
