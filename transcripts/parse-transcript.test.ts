import { describe, expect, it } from 'vitest'
import { formats } from './formats/registry'
import { parseTranscript } from './parse-transcript'
import { countWords } from './words'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const parse = (text: string, fileName = 'file', format?: string) =>
  parseTranscript({ bytes: bytesOf(text), fileName, format })
const errors = (text: string, fileName?: string) =>
  parse(text, fileName).problems.filter((problem) => problem.severity === 'error')
const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello there\n'

describe('a file', { timeout: 60_000 }, () => {
  it('is recognised by what it holds, not by its name', () => {
    expect(parse(vtt, 'notes.txt').format).toBe('webvtt')
    expect(parse('1\n00:00:01,000 --> 00:00:02,000\nHello\n', 'a.vtt').format).toBe('srt')
    expect(parse('{"segments":[{"start":0,"end":1,"text":"Hello"}]}', 'a.srt').format).toBe('whisper-json')
    expect(parse('[00:01] Hello\n[00:03] there', 'a.json').format).toBe('timed-text')
    expect(parse('ANNA: Hello.\n\nTOM: Hi.', 'a.srt').format).toBe('press-text')
  })

  it('is read as the format that somebody chose', () => {
    expect(parse('[00:01] Hello\n[00:03] there', 'a', 'press-text').format).toBe('press-text')
    expect(parse(vtt, 'a', 'no-such').problems[0]).toMatchObject({
      code: 'unknown-format',
      severity: 'error',
    })
  })

  it('gives turns with its encoding and no problems', () => {
    expect(parse(vtt)).toMatchObject({
      format: 'webvtt',
      encoding: 'utf-8',
      problems: [],
      turns: [{ text: 'Hello there', startMs: 1000, endMs: 2000 }],
    })
  })

  it.each([
    ['empty-file', ''],
    ['no-cues', 'WEBVTT\n\nNOTE nothing here\n'],
    ['truncated-file', '{"segments":[{"start":0,"end":1,"text":"Hel'],
    ['json-fault', '{"segments":[{"start":0,"end":1 "text":"Hello"}]}'],
    ['unknown-format', '{"hello":"world"}'],
    ['unknown-format', '<!doctype html><p>Hello'],
    ['too-many-lines', '\na'.repeat(2_000_000)],
    ['too-large', 'a'.repeat(26 * 1024 * 1024)],
    ['too-many-words', `ANNA: ${'word '.repeat(300_000)}\n`.repeat(3)],
    ['line-too-long', `ANNA: ${'word '.repeat(600_000)}`],
  ])('that cannot be loaded says why: %s', (code, text) => {
    expect(errors(text).map((problem) => problem.code)).toEqual([code])
    expect(errors(text)[0]?.message).toMatch(/^[A-Z].{20,}[.”)]$/s)
  })

  it('has formats with different ids', () => {
    expect(new Set(formats.map((format) => format.id)).size).toBe(formats.length)
  })
})

// What made other parsers take minutes. Time that grows with the square would end these by timeout.
describe('a hostile file', { timeout: 120_000 }, () => {
  const lines = (line: string, size = 500_000) => `${line}\n`.repeat(size / (line.length + 1))
  const hostile: [string, string][] = [
    ['digits', '1'.repeat(1_900_000)],
    ['lines of digits', lines('1234567890', 2_000_000)],
    ['arrows', '-->'.repeat(600_000)],
    ['lines of arrows', lines('-->', 2_000_000)],
    ['open tags', '<b>'.repeat(100_000) + '<c'.repeat(100_000)],
    ['signs that open', '<'.repeat(1_900_000)],
    ['unclosed voices', '<v A>x'.repeat(100_000)],
    ['references', '&amp'.repeat(400_000)],
    ['spaces', ' '.repeat(1_900_000)],
    ['blank lines', `a${'\n'.repeat(500_000)}b`],
    ['lines of spaces', lines('       ')],
    ['colons', lines('A:')],
    ['different labels', Array.from({ length: 50_000 }, (_, nth) => `Name${nth}: hello`).join('\n')],
    ['brackets', lines('[00:')],
    ['times', lines('[00:01] a')],
    ['braces', '{\\'.repeat(900_000)],
    ['front matter without an end', `---\n${lines('key: value')}`],
    ['headings', lines('# a')],
  ]
  const prefixes: [string, string][] = [
    ['webvtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n'],
    ['srt', '1\n00:00:01,000 --> 00:00:02,000\n'],
    ['press-text', 'ANNA: Hello.\n\n'],
    ['timed-text', '[00:01] Hello\n[00:02] there\n'],
  ]
  for (const [format, prefix] of prefixes) {
    it.each(hostile)(`is read to its end as ${format}: %s`, (_name, body) => {
      const { turns, problems } = parse(prefix + body, 'file', format)
      expect(turns.length + problems.length).toBeGreaterThan(0)
      expect(problems.length).toBeLessThan(300)
      for (const turn of turns.slice(0, 50))
        expect([0, countWords(turn.text)]).toContain(turn.wordStarts.length)
    })
  }

  it('of half surrogates has words without them', () => {
    const text = `WEBVTT\n\n00:01.000 --> 00:02.000\nrain \ud800 and\udc00 snow`
    const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
    const { turns, encoding } = parseTranscript({ bytes, fileName: 'a.vtt' })
    expect(encoding).toBe('utf-16le')
    expect(turns[0]?.text.isWellFormed()).toBe(true)
    expect(turns[0]?.text).toMatch(/^rain .* snow$/)
  })

  it.each([
    ['a line', 'word '.repeat(1_000_000), 'line-too-long'],
    ['lines', `${'word '.repeat(10)}\n`.repeat(100_000), 'too-many-words'],
  ])('of one cue with a million words in %s ends in a problem', (_what, words, code) => {
    expect(errors(`WEBVTT\n\n00:01.000 --> 09:00:02.000\n${words}`).map((one) => one.code)).toEqual([code])
  })

  it.each([
    ['brackets', '['.repeat(2_000_000)],
    ['closed brackets', '['.repeat(2_000_000) + ']'.repeat(2_000_000)],
    ['objects', '{"segments":'.repeat(300_000)],
  ])('is refused as JSON: %s', (_name, text) => {
    expect(errors(text)).toHaveLength(1)
  })

  it('of 200,000 cues of one word gives 200,000 timed words', () => {
    const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23)
    const cues = Array.from(
      { length: 200_000 },
      (_, nth) => `${clock(nth * 300)} --> ${clock(nth * 300 + 250)}\nword\n`,
    )
    const { turns } = parse(`WEBVTT\n\n${cues.join('\n')}`)
    expect(turns.reduce((sum, turn) => sum + turn.wordStarts.length, 0)).toBe(200_000)
  })
})
