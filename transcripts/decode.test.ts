import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './decode'

const vtt = (line: string) =>
  `WEBVTT\n\n00:01.000 --> 00:02.000\n${line}\n\n00:03.000 --> 00:05.000\n${line}\n`
const encoded = (text: string, encoding: string, addBOM = false) =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }))
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('decoding', () => {
  it('reads UTF-8 with and without a mark', () => {
    const text = vtt('Où est « Zoë » ?')
    for (const mark of [false, true]) {
      expect(decode(encoded(text, 'utf-8', mark))).toEqual({ text, encoding: 'utf-8', problems: [] })
    }
  })

  it.each(['utf-16le', 'utf-16be'])('reads %s with and without a mark', (encoding) => {
    for (const line of ['Good evening', 'Добрый вечер, друзья', '大家好，欢迎回来']) {
      for (const mark of [false, true]) {
        const decoded = decode(encoded(vtt(line), encoding, mark))
        expect(decoded.encoding).toBe(encoding)
        expect(decoded.text).toBe(vtt(line))
      }
    }
  })

  it.each([
    [
      'windows-1252',
      'Le café où l’été dernier nous étions à la fenêtre près du théâtre, c’était très agréable.',
    ],
    [
      'windows-1251',
      'Добрый вечер, дамы и господа, сегодня мы говорим о выборах и о том, что обещали кандидаты.',
    ],
    ['windows-1256', 'مساء الخير سيداتي وسادتي، نتحدث الليلة عن الانتخابات وعما وعد به المرشحون'],
    ['shift_jis', 'こんばんは、皆さん。今夜は選挙について話しましょう。候補者は何を約束したのでしょうか。'],
    ['big5', '各位晚安，今晚我們要談談選舉，以及候選人對選民做出的承諾是否屬實。'],
    ['gb18030', '各位晚上好，今晚我们要谈谈选举，以及候选人对选民做出的承诺是否属实。'],
  ])('reads %s and says so', (encoding, line) => {
    const decoded = decode(encoded(vtt(line), encoding))
    expect(decoded.text).toBe(vtt(line))
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.problems.map((problem) => problem.code)).toEqual(['legacy-encoding'])
  })

  it.each([
    'I don’t know what it’s worth – we can’t say… “fine.”',
    'It rained—and then, at £20 and 5°, it snowed. © ½',
    'The café owner said “no”.',
    '’',
  ])('reads the quotes of a word processor: %s', (line) => {
    expect(decode(encoded(vtt(line), 'windows-1252'))).toMatchObject({
      text: vtt(line),
      encoding: 'windows-1252',
    })
  })

  it('keeps UTF-8 that was cut off in the middle of a letter', () => {
    const decoded = decode(
      encoded('Où étiez-vous, Zoë ? Là-bas, près du café, où déjà Noé', 'utf-8').slice(0, -1),
    )
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.text).toContain('près du café, où déjà No\ufffd')
    expect(decoded.problems[0]?.code).toBe('damaged-characters')
  })

  it('says where a letter is damaged', () => {
    const bytes = encoded(`${'àéîõü'.repeat(20)}\nnow € this`, 'utf-8')
    bytes[bytes.indexOf(0xe2)] = 0xff
    const decoded = decode(bytes)
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.problems[0]).toMatchObject({ code: 'damaged-characters', severity: 'warning', line: 2 })
  })

  it.each([
    ['a PNG picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['a ZIP archive', 'PK\x03\x04\x14\0\0\0'],
    ['a Word or Office document', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml'],
    ['a PDF document', '%PDF-1.7\n%\xe2\xe3'],
    ['an MP3 sound file', 'ID3\x04\0\0\0'],
    ['an MP3 sound file', '\xff\xfb\x90\x44\0\0'],
    ['an MP4 or MOV video', '\0\0\0\x20ftypisom'],
    ['a JPEG picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ])('calls %s by its name', (kind, start) => {
    const { text, encoding, problems } = decode(latin1(start + '\x01\x00\x02\xfe'.repeat(50)))
    expect({ text, encoding }).toEqual({ text: '', encoding: null })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'not-text', severity: 'error' })
    expect(problems[0]?.message).toContain(`This is ${kind}`)
  })

  it('takes bytes without any order for binary', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3)) & 0xff)
    expect(decode(noise).problems[0]?.code).toBe('not-text')
  })

  it.each([[new Uint8Array()], [latin1(' \n\t\n')], [latin1('\xef\xbb\xbf')]])(
    'calls a file without text empty',
    (bytes) => {
      expect(decode(bytes).problems[0]).toMatchObject({ code: 'empty-file', severity: 'error' })
    },
  )
})

describe('legacy letters of a caption file', () => {
  const captions = (text: string) =>
    text
      .split(/(?<=\.) /)
      .map((line, nth) => `${nth + 1}\r\n00:00:0${nth + 1},000 --> 00:00:0${nth + 2},000\r\n${line}\r\n`)
      .join('\r\n')

  it.each([
    ['windows-1251', 'Добрый вечер. Спасибо, что пришли. Мы начнём через минуту. Садитесь, пожалуйста.'],
    ['koi8-r', 'Добрый вечер. Спасибо, что пришли. Мы начнём через минуту. Садитесь, пожалуйста.'],
    ['cp866', 'Добрый вечер. Спасибо, что пришли. Мы начнем через минуту. Садитесь, пожалуйста.'],
    ['windows-1256', 'مساء الخير. شكرا لكم على الحضور. سنبدأ بعد دقيقة. تفضلوا بالجلوس.'],
    ['iso-8859-6', 'مساء الخير. شكرا لكم على الحضور. سنبدأ بعد دقيقة. تفضلوا بالجلوس.'],
    ['windows-1255', 'ערב טוב לכולם. תודה רבה שבאתם. אנחנו מתחילים בעוד דקה. בבקשה לשבת.'],
    ['windows-1250', 'Dzień dobry państwu. Dziękuję, że przyszliście. Zaczynamy za chwilę. Proszę usiąść.'],
    ['windows-1251', 'Добрий вечір. Дякуємо, що прийшли. Ми почнемо за хвилину. Сідайте, будь ласка.'],
    ['windows-1251', 'Добър вечер. Благодаря, че дойдохте. Започваме след минута. Моля, седнете.'],
    ['koi8-u', 'Добрий вечір. Дякуємо, що прийшли. Ми почнемо за хвилину. Сідайте, будь ласка.'],
    ['windows-1250', 'Dobrý večer. Děkujeme, že jste přišli. Za chvíli začínáme. Posaďte se, prosím.'],
    ['windows-1250', 'Jó estét kívánok. Köszönjük, hogy eljöttek. Üljenek le. Őrült űrhajó.'],
    ['iso-8859-2', 'Dobra večer. Hvala što ste došli. Počinjemo za minutu. Čovjek i žena šeću.'],
    ['windows-1252', 'Guten Abend. Schön, dass Sie da sind. Können Sie mich hören? Für Größe.'],
    ['windows-1252', 'Buenas noches. ¿Cómo están? Mañana empezamos en un minuto. El niño comió aquí.'],
    ['macintosh', 'Bonsoir à tous. Merci d’être venus. Où étiez-vous ? C’est ça.'],
    ['windows-1254', 'İyi akşamlar. Geldiğiniz için teşekkürler. Bir dakika içinde başlıyoruz. Çok güzel.'],
    ['windows-1253', 'Καλησπέρα σας. Ευχαριστούμε που ήρθατε. Ξεκινάμε σε ένα λεπτό. Καθίστε.'],
    ['windows-874', 'สวัสดีครับ. ขอบคุณที่มา. เราจะเริ่มในอีกหนึ่งนาที. เชิญนั่งครับ.'],
    ['gb18030', '晚上好。谢谢大家的到来。我们马上开始。请坐下来听。今天天气很好。'],
    ['big5', '晚上好。謝謝大家的到來。我們馬上開始。請坐下來聽。今天天氣很好。'],
    ['shift_jis', 'こんばんは。来てくれてありがとう。すぐに始めます。どうぞ座ってください。'],
    ['euc-kr', '안녕하세요. 와 주셔서 감사합니다. 곧 시작하겠습니다. 앉아 주세요.'],
  ])('are read from %s', (encoding, text) => {
    const decoded = decode(iconv.encode(captions(text), encoding))
    expect(decoded.text).toBe(captions(text))
    expect(decoded.encoding).toBe(encoding)
    // Tags and the English of others around them are no reason to take them for Western letters.
    const mixed = captions(`Good evening. Welcome back. ${text} Thank you.`).replace(
      /^(?=[^\d\s])(.*)$/gm,
      '<i>$1</i>',
    )
    expect(decode(iconv.encode(mixed, encoding)).text).toBe(mixed)
  })
})
