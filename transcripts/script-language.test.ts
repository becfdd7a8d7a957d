import { expect, test } from 'vitest'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { previewOf } from '@/transcripts/preview'
import { scriptLanguage } from '@/transcripts/script-language'

const of = (...texts: string[]) => scriptLanguage(texts.map((text) => ({ text })))

test.each([
  ['ar', 'زرعنا تسعة ملايين شجرة في العام الماضي.'],
  ['fa', 'پارسال نه میلیون درخت کاشتیم و هیچ‌کس بیشتر نکاشت.'],
  ['ur', 'ہم نے پچھلے سال نوے لاکھ درخت لگائے۔'],
  ['he', 'נטענו תשעה מיליון עצים בשנה שעברה.'],
  ['ru', 'В прошлом году мы посадили девять миллионов деревьев.'],
  ['uk', 'Торік ми посадили дев’ять мільйонів дерев, їх бачать усі.'],
  ['ja', '昨年、私たちは九百万本の木を植えました。'],
  ['zh', '去年我们种了九百万棵树。'],
  ['ko', '작년에 우리는 구백만 그루의 나무를 심었습니다.'],
])('the letters of a transcript suggest %s', (language, text) => {
  expect(of(text)).toBe(language)
})

test('Latin letters suggest nothing, nor does one foreign name among them, nor no letters', () => {
  expect(of('We planted nine million trees.', 'The sign said Москва.')).toBeNull()
  expect(of('1, 2, 3', '')).toBeNull()
  expect(of()).toBeNull()
})

test('the language that a file names stands; else the letters propose one; else English', () => {
  const captions = (text: string, head = '') =>
    new TextEncoder().encode(`WEBVTT${head}\n\n00:01.000 --> 00:04.000\n${text}\n`)
  const proposed = (bytes: Uint8Array) =>
    previewOf(parseTranscript({ bytes, fileName: 'a.vtt' }), 'a.vtt').proposed.language
  expect(proposed(captions('زرعنا تسعة ملايين شجرة.'))).toBe('ar')
  expect(proposed(captions('زرعنا تسعة ملايين شجرة.', '\nLanguage: ar-EG'))).toBe('ar-EG')
  expect(proposed(captions('We planted nine million trees.'))).toBe('en')
})
