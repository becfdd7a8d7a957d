import { describe, expect, it } from 'vitest'
import { parseTranscript } from '@/transcripts/parse-transcript'

const parse = (text: string) => {
  const { format, cues, problems, meta } = parseTranscript({
    bytes: new TextEncoder().encode(text),
    fileName: 'x',
  })
  return {
    format,
    meta,
    codes: problems.map((problem) => problem.code),
    cues: cues.map(({ speaker, startMs, endMs, text: spoken }) => [speaker, startMs, endMs, spoken]),
  }
}
const tt = (body: string, root = '', head = '') =>
  `<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" ${root}><head>${head}</head><body>${body}</body></tt>`

describe('TTML', () => {
  it('names speakers by their agents, also from around', () => {
    const agent = (id: string, name: string) =>
      `<ttm:agent xml:id="${id}" type="person"><ttm:name type="full">${name}</ttm:name></ttm:agent>`
    const head = `<metadata><ttm:title>Night</ttm:title>${agent('a', 'Ann &amp; Co')}${agent('b', 'Bob')}</metadata>`
    const body =
      '<div ttm:agent="b"><p begin="00:00:01.500" end="00:00:02.000" ttm:agent="a">Fish<br/>&amp; <span>chips</span></p><p begin="3s" dur="500ms">Yes</p></div>'
    expect(parse(tt(body, 'xml:lang="en-GB"', head))).toEqual({
      format: 'ttml',
      meta: { language: 'en-GB', title: 'Night' },
      codes: [],
      cues: [
        ['Ann & Co', 1500, 2000, 'Fish & chips'],
        ['Bob', 3000, 3500, 'Yes'],
      ],
    })
  })

  it.each([
    ['00:00:01:15', 'ttp:frameRate="30"', 1500],
    ['00:00:01:12', 'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"', 1501],
    ['36f', 'ttp:frameRate="24"', 1500],
    ['15000000t', 'ttp:tickRate="10000000"', 1500],
    ['1500ms', '', 1500],
    ['0.025m', '', 1500],
    ['1.5h', '', 5_400_000],
    ['100:00:00.5', '', 360_000_500],
  ])('reads the time %s with %s', (time, root, startMs) => {
    expect(parse(tt(`<div><p begin="${time}">a</p></div>`, root)).cues).toEqual([[null, startMs, null, 'a']])
  })

  it('counts times from the element around, and takes timed spans for cues', () => {
    const body =
      '<div begin="10s"><p begin="1s" end="2s">a</p><p><span begin="3s" end="4s">b</span><span begin="4s" end="5s">c</span></p></div>'
    expect(parse(tt(body)).cues).toEqual([
      [null, 11_000, 12_000, 'a'],
      [null, 13_000, 14_000, 'b'],
      [null, 14_000, 15_000, 'c'],
    ])
  })

  it('expands no entities of the file and falls over no depth', () => {
    const entities = Array.from(
      { length: 9 },
      (_, nth) => `<!ENTITY a${nth + 1} "${`&a${nth};`.repeat(10)}">`,
    ).join('')
    const bomb = `<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a0 "ha">${entities}]>${tt('<p begin="1s" end="2s">&a9; x</p>').slice(22)}`
    expect(parse(bomb).cues[0]?.[3]).toMatch(/^.{1,20}$/)
    expect(parse(`<tt>${'<div>'.repeat(100_000)}`).codes).toContain('markup-too-deep')
  })
})

describe('SubStation', () => {
  it('reads dialogue by its format line, without overrides, drawings and comments', () => {
    const text = `[Script Info]
Title: Night
[V4+ Styles]
Format: Name, Fontname
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.50,0:00:02.00,Default,Ann,0,0,0,,{\\an8}Fish, {\\i1}chips{\\i0}\\Nand\\hpeas
Comment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,not said
Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}
Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,Bye
`
    expect(parse(text)).toEqual({
      format: 'ass',
      meta: { title: 'Night' },
      codes: [],
      cues: [
        ['Ann', 1500, 2000, 'Fish, chips and peas'],
        [null, 5000, 6000, 'Bye'],
      ],
    })
  })
})

describe('HTML', () => {
  it('Podcasting 2.0', () => {
    const text =
      '<cite>Ann:</cite>\n<time>0:01</time>\n<p>It&#39;s <b>late</b>.</p>\n<cite>Bob:</cite><time>1:02:03</time><p>Yes.</p><p>And no.</p>'
    expect(parse(text)).toMatchObject({
      format: 'podcast-html',
      codes: [],
      cues: [
        ['Ann', 1000, null, "It's late."],
        ['Bob', 3_723_000, null, 'Yes.'],
        ['Bob', null, null, 'And no.'],
      ],
    })
  })

  it('Hyperaudio', () => {
    const text = `<!doctype html><script>var a = '<p>'</script><article><section>
<p><span data-m="500" data-d="0" class="speaker">[Ann] </span><span data-m="500" data-d="400">Hello, </span><span data-m="1000" data-d="400">you. </span></p>
<p><a data-m="2000" data-d="0" class="speaker">Bob: </a><a data-m="2000" data-d="300">co-</a><a data-m="2300" data-d="200">host</a></p></section></article>`
    const bytes = new TextEncoder().encode(text)
    expect(parse(text)).toMatchObject({
      format: 'hyperaudio-html',
      codes: [],
      cues: [
        ['Ann', 500, 1400, 'Hello, you.'],
        ['Bob', 2000, 2500, 'co-host'],
      ],
    })
    expect(parseTranscript({ bytes, fileName: 'x' }).turns.map((turn) => turn.wordStarts)).toEqual([
      [500, 1000],
      [2000],
    ])
  })

  it('oTranscribe, with and without times', () => {
    const stamp = (at: number) =>
      `<span class="timestamp" contenteditable="false" data-timestamp="${at}">0:0${at}</span>`
    const text = `<p>${stamp(1.25)}&nbsp;Ann: Fish &amp; chips</p><p>${stamp(3)} Bob: Yes<br />really</p><p>${stamp(5)}Ann: No</p><p>${stamp(6)}Bob: Oh</p>`
    expect(parse(JSON.stringify({ text, media: 'a.mp3', 'media-time': 3 }))).toMatchObject({
      format: 'otranscribe',
      cues: [
        ['Ann', 1250, null, 'Fish & chips'],
        ['Bob', 3000, null, 'Yes'],
        ['Bob', null, null, 'really'],
        ['Ann', 5000, null, 'No'],
        ['Bob', 6000, null, 'Oh'],
      ],
    })
    const untimed = parse(JSON.stringify({ text: '<p>ANN: Hello.</p><p>BOB: Hi.</p>', 'media-time': 0 }))
    expect(untimed.cues).toEqual([
      ['ANN', null, null, 'Hello.'],
      ['BOB', null, null, 'Hi.'],
    ])
  })
})
