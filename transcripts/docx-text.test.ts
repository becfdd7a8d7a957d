import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { formats } from '@/transcripts/formats/registry'
import { parseTranscript } from './parse-transcript'

const number = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

/** An archive of one part. `declared` is the size it claims to have. */
function zip(
  name: string,
  content: Buffer,
  { declared = content.length, packed = deflateRawSync(content) } = {},
) {
  const sizes = [number(8, 2), number(0, 4), number(0, 4), number(packed.length, 4), number(declared, 4)]
  const local = Buffer.concat([
    number(0x04034b50, 4),
    number(20, 2),
    number(0, 2),
    ...sizes,
    number(name.length, 2),
    number(0, 2),
    Buffer.from(name),
    packed,
  ])
  const entry = Buffer.concat([
    number(0x02014b50, 4),
    number(20, 2),
    number(20, 2),
    number(0, 2),
    ...sizes,
    number(name.length, 2),
    Buffer.alloc(12),
    number(0, 4),
    Buffer.from(name),
  ])
  const end = Buffer.concat([
    number(0x06054b50, 4),
    Buffer.alloc(4),
    number(1, 2),
    number(1, 2),
    number(entry.length, 4),
    number(local.length, 4),
    number(0, 2),
  ])
  return new Uint8Array(Buffer.concat([local, entry, end]))
}
const word = (body: string) =>
  zip(
    'word/document.xml',
    Buffer.from(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  )
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const parse = (bytes: Uint8Array) => {
  const { format, cues, problems } = parseTranscript({ bytes, fileName: 'a.docx' })
  return {
    format,
    cues: cues.map((cue) => [cue.speaker, cue.startMs, cue.text]),
    codes: problems.map((one) => one.code),
  }
}

describe('a Word file', () => {
  it('is read as the press text in it, without what was removed', () => {
    const body = `${paragraph('ANNA BERG: Fish &amp; ')}${paragraph('TOM REED: Yes')}<w:p><w:r><w:t>ANNA BERG: So </w:t></w:r><w:del><w:r><w:t>not </w:t></w:r></w:del><w:r><w:t>it is.</w:t></w:r></w:p>`
    expect(parse(word(body))).toEqual({
      format: 'docx',
      cues: [
        ['ANNA BERG', null, 'Fish &'],
        ['TOM REED', null, 'Yes'],
        ['ANNA BERG', null, 'So it is.'],
      ],
      codes: [],
    })
  })

  it('keeps its times', () => {
    expect(parse(word(paragraph('[00:01] Hello') + paragraph('[00:03] there'))).cues).toEqual([
      [null, 1000, 'Hello'],
      [null, 3000, 'there'],
    ])
  })

  it('is not unpacked beyond reason, whatever it says of its size', () => {
    const bomb = Buffer.alloc(60 * 1024 * 1024, 32)
    expect(parse(zip('word/document.xml', bomb)).codes).toEqual(['too-large'])
    expect(parse(zip('word/document.xml', bomb, { declared: 10 })).codes).toEqual(['too-large'])
  })

  it('that is damaged or something else says so', () => {
    expect(parse(word(paragraph('ANNA: Hello')).subarray(0, 150)).codes).toEqual(['damaged-file'])
    expect(
      parse(zip('word/document.xml', Buffer.from('x'), { packed: Buffer.from([255, 255, 255]) })).codes,
    ).toEqual(['damaged-file'])
    expect(parse(zip('pictures/a.txt', Buffer.from('hello'))).codes).toEqual(['not-text'])
  })
})

describe('a file of no known kind', () => {
  it('says what it looks like, what was tried, and can be plain text', () => {
    const bytes = new TextEncoder().encode('{"hello":"world","n":1}')
    const { problems } = parseTranscript({ bytes, fileName: 'a.json' })
    expect(problems[0]?.message).toContain('JSON with “hello”, “n”')
    expect(problems[0]?.message).toContain(`${formats.length - 1} formats were tried`)
    expect(problems[0]?.message).toContain('plain text')
    const plain = parseTranscript({ bytes, fileName: 'a.json', format: 'plain-text' })
    expect(plain.turns.map((turn) => turn.text)).toEqual(['{"hello":"world","n":1}'])
  })
})
