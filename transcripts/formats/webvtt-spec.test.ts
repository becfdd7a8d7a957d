import { describe, expect, it } from 'vitest'
import { decode } from '@/transcripts/decode'
import { sourceOf } from './source'
import { webvtt } from './webvtt'

/** The parser of the W3C recommendation, rule by rule (https://www.w3.org/TR/webvtt1/#parsing). */

const parse = (text: string) => webvtt.parse(sourceOf(decode(new TextEncoder().encode(text)).text))
const cuesOf = (text: string) => parse(text).cues.map((cue) => [cue.startMs, cue.endMs, cue.text])
const textsOf = (text: string) => parse(text).cues.map((cue) => cue.text)
const codesOf = (text: string) => parse(text).problems.map((problem) => problem.code)
const T = '00:00.000 --> 00:01.000'
const timing = (line: string) => cuesOf(`WEBVTT\n\n${line}\nx`)
const spoken = (payload: string) =>
  parse(`WEBVTT\n\n${T}\n${payload}`).cues.map((cue) =>
    cue.speaker === null ? cue.text : `${cue.speaker}: ${cue.text}`,
  )

describe('6.1 a WebVTT file', () => {
  it.each([
    ['nothing else', 'WEBVTT', []],
    ['a line end only', 'WEBVTT\n', []],
    ['a space and a title', `WEBVTT - a title\n\n${T}\nx`, ['x']],
    ['a tab', `WEBVTT\tx\n\n${T}\nx`, ['x']],
    ['a byte order mark', `\ufeffWEBVTT\n\n${T}\nx`, ['x']],
    ['several blank lines', `WEBVTT\n\n\n\n${T}\nx`, ['x']],
    ['a header of lines', `WEBVTT\nKind: captions\nfoo: bar\n\n${T}\nx`, ['x']],
    ['times at once', `WEBVTT\n${T}\nx`, ['x']],
    ['a header and times at once', `WEBVTT\nKind: captions\n${T}\nx`, ['x']],
    ['times on its own line, which are no times', `WEBVTT ${T}\nx`, []],
    ['times as its second header line and an id before', `WEBVTT\n\nid\n${T}\nx`, ['x']],
  ])('may begin with %s', (_what, text, expected) => {
    expect(textsOf(text)).toEqual(expected)
    expect(codesOf(text)).toEqual([])
  })

  it.each(['WEBVTTx', 'webvtt', 'WebVTT', ' WEBVTT', '\nWEBVTT', 'WEBVTT-'])(
    'must not begin with %j: it is read, and that is said',
    (signature) => {
      expect(textsOf(`${signature}\n\n${T}\nx`)).toEqual(['x'])
      expect(codesOf(`${signature}\n\n${T}\nx`)).toEqual(['text-after-signature'])
    },
  )

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j', (end) => {
    const text = ['WEBVTT', '', T, 'a', 'b', '', 'id', T, 'c', '', ''].join(end)
    expect(textsOf(text)).toEqual(['a b', 'c'])
  })

  it('takes a line feed and a return for two line ends', () => {
    expect(textsOf(`WEBVTT\n\n${T}\na\n\rb`)).toEqual(['a'])
  })

  it('has U+FFFD for NUL, in signature, id, times and text', () => {
    expect(textsOf(`WEBVTT \0\n\nid\0\n${T}\na\0b`)).toEqual(['a\ufffdb'])
    expect(timing('00:00.000\0 --> 00:01.000')).toEqual([])
  })
})

describe('6.1 a block', () => {
  it.each([
    ['an id', `id\n${T}\nx`, ['x']],
    ['an id that says NOTE', `NOTE\n${T}\nx`, ['x']],
    ['an id that says STYLE', `STYLE\n${T}\nx`, ['x']],
    ['two lines before its times, which are lost', `one\ntwo\n${T}\nx`, ['x']],
    ['no text', `${T}`, ['']],
    ['no text and more behind', `${T}\n\n${T}\nx`, ['', 'x']],
    ['text in several lines', `${T}\na\nb\nc`, ['a b c']],
    ['a line of spaces in its text', `${T}\na\n \nb`, ['a b']],
    ['times at once behind its text', `${T}\na\n${T}\nb`, ['a', 'b']],
    ['times at once behind its times', `${T}\n${T}\nb`, ['', 'b']],
    ['an id at once behind its text, which is text', `${T}\na\nid\n${T}\nb`, ['a id', 'b']],
    ['an arrow in its text, which begins another', `${T}\na\nb --> c\nd\n\n${T}\ne`, ['a', 'e']],
    ['bad times and an arrow behind', `00:00 --> 1\n${T}\nx`, ['x']],
    ['bad times, which take their text along', `00:00 --> 00:01\nlost\n\n${T}\nx`, ['x']],
    ['an arrow as its id', `-->\n${T}\nx`, ['x']],
    ['a comment', `NOTE a\nb\n\n${T}\nx`, ['x']],
    ['a comment between', `${T}\na\n\nNOTE\nb\n\n${T}\nc`, ['a', 'c']],
    ['a comment in its text, which is text', `${T}\na\nNOTE b`, ['a NOTE b']],
    ['a comment that an arrow ends', `NOTE\na\n${T}\nx`, ['x']],
    ['a style', `STYLE\n::cue(v) {\ncolor: red }\n\n${T}\nx`, ['x']],
    ['a style that an arrow ends', `STYLE\n::cue\n${T}\nx`, ['x']],
    ['a region', `REGION\nid:a width:40%\nlines:3\n\n${T} region:a\nx`, ['x']],
    ['an empty end', `${T}\nx\n\n\n`, ['x']],
  ])('may have %s', (_what, body, expected) => {
    expect(textsOf(`WEBVTT\n\n${body}`)).toEqual(expected)
  })

  it('says what was thrown away', () => {
    expect(codesOf(`WEBVTT\n\nlost words\n\n${T}\na\n\nmore\nlost\n\nNOTE not lost\n\nSTYLE\nx`)).toEqual([
      'text-outside-cue',
      'text-outside-cue',
    ])
  })
})

describe('6.3 times', () => {
  it.each([
    ['00:00.000 --> 00:01.000', [0, 1000]],
    ['59:59.999 --> 00:59:59.999', [3_599_999, 3_599_999]],
    ['0:00:00.000 --> 1:00:01.000', [0, 3_601_000]],
    ['100:00:00.000 --> 1234:00:00.001', [360_000_000, 4_442_400_001]],
    ['00:00.000-->00:01.000', [0, 1000]],
    [' \t00:00.000\t--> \f00:01.000 ', [0, 1000]],
    ['00:00.000 -->00:01.000align:start', [0, 1000]],
    [
      '00:00.000 --> 00:01.000 align:start position:x line:-1,end size:200% vertical:up region:no ::',
      [0, 1000],
    ],
    ['00:00.000 --> 00:01.000 --> 00:02.000', [0, 1000]],
    ['00:02.000 --> 00:01.000', [2000, 1000]],
    ['00:01.000 --> 00:01.000', [1000, 1000]],
  ])('are read from %j', (line, [from, to]) => {
    expect(timing(line)).toEqual([[from, to, 'x']])
  })

  it.each([
    '0:00.000 --> 00:01.000',
    '000:00.000 --> 00:01.000',
    '60:00.000 --> 61:00.000',
    '00:60.000 --> 01:01.000',
    '00:00:60.000 --> 00:01:00.000',
    '00:60:00.000 --> 01:01:00.000',
    '00:0:00.000 --> 00:00:01.000',
    '00:000:00.000 --> 00:00:01.000',
    '00:00:0.000 --> 00:00:01.000',
    '00:00:000.000 --> 00:00:01.000',
    '00:00.00 --> 00:01.000',
    '00:00.0000 --> 00:01.000',
    '00:00. --> 00:01.000',
    '00:00 --> 00:01.000',
    '00:00.000 --> 00:01',
    '00:00.000 --> 00:01.00',
    '00:00.000 --> 00:01.0000',
    '00:00.000 --> 00:01,000',
    '00:00,000 --> 00:01.000',
    '00:00.000 --> ',
    '--> 00:01.000',
    '-00:00.000 --> 00:01.000',
    '00:00.000 --> -00:01.000',
    '+00:00.000 --> 00:01.000',
    '00:00.000x --> 00:01.000',
    'x00:00.000 --> 00:01.000',
    '00:00.000 - -> 00:01.000',
    '00:00.000 ---> 00:01.000',
    '00.00.000 --> 00:01.000',
    '00:00:00:000 --> 00:00:01:000',
    '1.000 --> 2.000',
    '00:00.000 --> x',
    '٠٠:٠٠.٠٠٠ --> 00:01.000',
    '00:00.000\u00a0--> 00:01.000',
  ])('are not read from %j', (line) => {
    expect(timing(line)).toEqual([])
    const beside = `WEBVTT\n\n${T}\nfirst\n\n${line}\nx\n\n${T}\nlast`
    expect(textsOf(beside)).toEqual(['first', 'last'])
  })
})

describe('6.4 text', () => {
  it.each([
    ['<b>a</b><i>b</i><u>c</u><c>d</c><lang en>e</lang>', 'abcde'],
    ['<b.x.y>a</b>', 'a'],
    ['<c.>a</c>', 'a'],
    ['<c..x. title>a', 'a'],
    ['<b >a</b>', 'a'],
    ['<b\n>a</b>', 'a'],
    ['<b>a</b >b', 'ab'],
    ['<B>a</B>', 'a'],
    ['<ruby>a<rt>b</rt>c</ruby>d', 'abcd'],
    ['<ruby>a<rt>b</ruby>c', 'abc'],
    ['<rt>a</rt>', 'a'],
    ['<b><i>a</b>c</i>d</b>e', 'acde'],
    ['</b>a</>b</', 'ab'],
    ['<>a', 'a'],
    ['<unknown x="1">a</unknown>', 'a'],
    ['a < b > c', 'a c'],
    ['a <b', 'a'],
    ['a <', 'a'],
    ['a </', 'a'],
    ['a <c.', 'a'],
    ['a <c x', 'a'],
    ['a <. b> c', 'a c'],
    ['a <<b>c</b>', 'a c'],
    ['a > b', 'a > b'],
    ['a <1> b <00:00.5> c', 'a b c'],
    ['<00:00:00.500>a<00:00.700> b', 'a b'],
    ['<00:00.500 a', ''],
    ['<00:00.500', ''],
    ['<!-- a --> b', ''],
  ])('of %j is %j', (payload, expected) => {
    expect(spoken(payload)).toEqual([expected])
  })

  it.each([
    ['&amp;&lt;&gt;', '&<>'],
    ['a&nbsp;b', 'a b'],
    ['&lrm;a&rlm;', '\u200ea\u200f'],
    ['&amp &lt a', '& < a'],
    ['&ampx &notit;', '&x ¬it;'],
    ['&eacute;&eacute &Eacute;', 'éé É'],
    ['&hearts; &ThickSpace;a &CounterClockwiseContourIntegral;', '♥ a ∳'],
    ['&apos; &apos', "' &apos"],
    ['&#65;&#x42;&#X43;&#68 &#x45', 'ABCD E'],
    ['&#0; &#x110000; &#xd800; &#128;', '\ufffd \ufffd \ufffd €'],
    ['& &; &# &#; &#x; &x &unknown;', '& &; &# &#; &#x; &x &unknown;'],
    ['&amp;lt;', '&lt;'],
    ['&lt;b&gt;a', '<b>a'],
    ['a&', 'a&'],
  ])('has character references as HTML has: %j', (payload, expected) => {
    expect(spoken(payload)).toEqual([expected])
  })

  it.each([
    ['<v Ann>a', ['Ann: a']],
    ['<v Ann>a</v>', ['Ann: a']],
    ['<v.loud.x Ann Lee>a', ['Ann Lee: a']],
    ['<v\tAnn\n Lee >a', ['Ann Lee: a']],
    ['<v Ann &amp; Bob&gt;&nbsp;>a', ['Ann & Bob>: a']],
    ['<v Ann.x>a', ['Ann.x: a']],
    ['<v>a', ['a']],
    ['<v >a', ['a']],
    ['<v.Ann>a', ['a']],
    ['<V Ann>a', ['a']],
    ['<v Ann>a</v> b', ['Ann: a', 'b']],
    ['<v Ann>a\n<v Bob>b', ['Ann: a', 'Bob: b']],
    ['<v Ann>a <v Bob>b</v> c</v> d', ['Ann: a', 'Bob: b', 'Ann: c', 'd']],
    ['<v Ann><b>a</v>b</b>c</v>d', ['Ann: abc', 'd']],
    ['<b><v Ann>a</b>b', ['Ann: ab']],
    ['<v Ann', ['Ann: ']],
    ['<v Ann>', ['Ann: ']],
  ])('has the voices of %j', (payload, expected) => {
    expect(spoken(payload)).toEqual(expected)
  })

  it('says which words a loose sign swallowed', () => {
    const { problems } = parse(`WEBVTT\n\n${T}\nif 3 < 5 and 6 > 2`)
    expect(problems).toMatchObject([
      { code: 'unescaped-sign', line: 4, message: expect.stringContaining('5 and 6') },
    ])
  })

  it('of 100,000 open tags and as many closed ones is read', () => {
    expect(spoken(`${'<b>'.repeat(100_000)}a${'</b>'.repeat(100_000)}`)).toEqual(['a'])
    expect(spoken(`${'<v A>'.repeat(50_000)}a${'</v>'.repeat(50_000)}b`)).toEqual(['A: a', 'b'])
  })
})
