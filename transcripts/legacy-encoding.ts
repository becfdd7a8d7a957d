import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/**
 * Which legacy encoding a text is in. Statistics made for whole pages (chardet) are right for East Asia and often wrong for
 * a caption file, whose foreign words stand between times, numbers and tags: Hebrew, Turkish and Ukrainian came out as
 * Western. So encodings of one byte a sign are told by the alphabets of languages: in the right one nearly every letter
 * above ASCII belongs to a single alphabet, in the wrong ones signs stand inside words and letters of no language meet.
 */
export function legacyEncoding(bytes: Uint8Array): string {
  const sample = foreignWords(bytes)
  if (hasOnlyMarks(decodeAs(sample, FALLBACK))) return FALLBACK
  const single = bestAlphabet(sample)
  const east = eastAsian(sample)
  if (east !== null && (single === null || single.fit < SURE)) return east
  return single !== null && single.fit > 0 ? single.encoding : FALLBACK
}

const FALLBACK = 'windows-1252'
const SAMPLE_BYTES = 4 * 1024
/** Share of letters that fit, above which no other kind of encoding is asked. */
const SURE = 0.93

type Alphabet = { encodings: readonly string[]; letters: string; common: string }

const CYRILLIC = ['windows-1251', 'koi8-r', 'koi8-u', 'cp866', 'iso-8859-5', 'maccyrillic']
const WESTERN = ['windows-1252', 'macintosh', 'cp850']
const CENTRAL = ['windows-1250', 'iso-8859-2', 'cp852', 'maccenteuro']

/** Letters of languages beyond a to z, and those met most: they tell apart encodings in which the same bytes are letters too. */
const ALPHABETS: readonly Alphabet[] = [
  { encodings: WESTERN, letters: 'éèàêçùâîôûëïüœæÿ', common: 'éèàê' },
  { encodings: WESTERN, letters: 'äöüß', common: 'äöü' },
  { encodings: WESTERN, letters: 'áéíóúñü', common: 'áéíóñ' },
  { encodings: WESTERN, letters: 'ãõáéíóúâêôàçü', common: 'ãáéç' },
  { encodings: WESTERN, letters: 'àèéìòùî', common: 'àèé' },
  { encodings: WESTERN, letters: 'åäöéü', common: 'åäö' },
  { encodings: WESTERN, letters: 'æøåéèòôü', common: 'æøå' },
  { encodings: WESTERN, letters: 'ëïéèöüáóêç', common: 'ëéï' },
  { encodings: WESTERN, letters: 'àçèéíïòóúü', common: 'àéòç' },
  { encodings: WESTERN, letters: 'ðþáéíóúýæö', common: 'ðáéí' },
  { encodings: CENTRAL, letters: 'áčďéěíňóřšťúůýž', common: 'áíéěř' },
  { encodings: CENTRAL, letters: 'áäčďéíĺľňóôŕšťúýž', common: 'áéíčľ' },
  { encodings: CENTRAL, letters: 'ąćęłńóśźż', common: 'ąęłó' },
  { encodings: CENTRAL, letters: 'áéíóöőúüű', common: 'áéöő' },
  { encodings: CENTRAL, letters: 'ăâîşţ', common: 'ăşţî' },
  { encodings: CENTRAL, letters: 'čćđšž', common: 'čšž' },
  { encodings: ['windows-1254', 'iso-8859-9'], letters: 'çğıİöşüâî', common: 'ışğü' },
  { encodings: ['windows-1257', 'iso-8859-13'], letters: 'ąčęėįšųūž', common: 'ėšųž' },
  { encodings: ['windows-1257', 'iso-8859-13'], letters: 'āčēģīķļņšūž', common: 'āēīš' },
  { encodings: CYRILLIC, letters: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё', common: 'оеаинтсрвл' },
  { encodings: CYRILLIC, letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', common: 'оаниіетврс' },
  { encodings: CYRILLIC, letters: 'абвгдежзийклмнопрстуфхцчшщъьюя', common: 'аоиентсрвл' },
  { encodings: CYRILLIC, letters: 'абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ', common: 'аоиенјстрв' },
  {
    encodings: ['windows-1253', 'iso-8859-7'],
    letters: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
    common: 'αοιετσνηυρ',
  },
  { encodings: ['windows-1255'], letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת', common: 'יוהלאתמרבנ' },
  {
    encodings: ['windows-1256', 'iso-8859-6'],
    letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکںھہے',
    common: 'اليمنوترعه',
  },
  {
    encodings: ['windows-874'],
    letters: 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮะาำเแโใไๅๆ',
    common: 'านรอกเงมยล',
  },
]

/** Marks that text of any language has around its words: neither for nor against an alphabet. */
const NEUTRAL = new Set('\u00a0·¿¡«»‘’“”„…–—•°€№،؛؟ـ\u200c\u200d\u200e\u200f')

/** Marks that may stand between two letters. */
const JOINING = new Set('’–—…·')

/** Curly quotes, dashes, currencies and the like around plain words: English as word processors write it. */
function hasOnlyMarks(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    if (!/[\p{P}\p{S}\p{No}\u00a0]/u.test(text.charAt(at))) return false
    const isInside = /[\p{L}\p{N}]{2}/u.test(text.charAt(at - 1) + text.charAt(at + 1))
    if (isInside && !JOINING.has(text.charAt(at))) return false
  }
  return true
}

type Fit = { encoding: string; fit: number; rank: number }

function bestAlphabet(sample: Uint8Array): Fit | null {
  let best: Fit | null = null
  const decoded = new Map<string, string>()
  for (const { encodings, letters, common } of ALPHABETS) {
    const known = new Set(letters + letters.toUpperCase())
    for (const encoding of encodings) {
      const text = decoded.get(encoding) ?? decodeAs(sample, encoding)
      decoded.set(encoding, text)
      const found = fitOf(text, known, common)
      const place = encodings.indexOf(encoding)
      // Rare letters and rarer encodings lose against common ones; most legacy files are Western.
      const rank = found.fit + 0.15 * found.common - 0.01 * place + (encodings === WESTERN ? 0.05 : 0)
      if (best === null || rank > best.rank + 1e-9) best = { encoding, fit: found.fit, rank }
    }
  }
  return best
}

function decodeAs(sample: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength), encoding)
}

/** Share of an alphabet's letters among all signs above ASCII, less what no text has; and of the most common ones. */
function fitOf(text: string, known: ReadonlySet<string>, common: string): { fit: number; common: number } {
  let good = 0
  let often = 0
  let bad = 0
  const isLetter = (at: number) => /[\p{L}\p{M}]/u.test(text.charAt(at))
  // Letters of another script never stand close to those of ours.
  const isLatin = /\p{Script=Latin}/u.test(common)
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    const sign = text.charAt(at)
    if (known.has(sign)) {
      good += 1
      if (common.includes(sign.toLowerCase())) often += 1
      // A capital behind a small letter: the halves of the alphabet are in each other's place.
      if (sign !== sign.toLowerCase() && isSmall(text.charAt(at - 1))) bad += 1
      if (!isLatin && /[A-Za-z]/.test(text.charAt(at - 1) + text.charAt(at + 1))) bad += 1
    } else if (/\p{M}/u.test(sign)) bad += isLetter(at - 1) ? 0 : 2
    else if (!NEUTRAL.has(sign)) bad += /\p{L}/u.test(sign) ? 1 : 2
    else if (!JOINING.has(sign) && isLetter(at - 1) && isLetter(at + 1)) bad += 2
  }
  const all = good + bad
  return all === 0 ? { fit: 0, common: 0 } : { fit: (good - bad) / all, common: often / all }
}

function isSmall(sign: string): boolean {
  return sign !== sign.toUpperCase() && sign === sign.toLowerCase()
}

/** Signs that nearly every sentence of Chinese has, in both writings. */
const COMMON_HAN = new Set(
  '的一是不了在人有我他这这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里裡用道行所然家种事成方多经么麼去法学如都同现當没動面起看定天分还還进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运',
)

/** An East Asian encoding in which the sample reads as text, or null. */
function eastAsian(sample: Uint8Array): string | null {
  let best: string | null = null
  let most = 0.25
  const guess = analyse(sample)[0]?.name.toLowerCase()
  for (const encoding of ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']) {
    const text = decodeAs(sample, encoding)
    let score = encoding === guess ? 0.2 : 0
    let signs = 0
    for (const sign of text) {
      const code = sign.codePointAt(0) ?? 0
      if (code < 0x80) continue
      signs += 1
      if (code === 0xfffd || (code >= 0xe000 && code < 0xf900)) score -= 3 / text.length
      else if (code >= 0x3041 && code <= 0x30ff) score += 1 / text.length
      else if (code >= 0xac00 && code <= 0xd7a3) score += 1 / text.length
      else if (COMMON_HAN.has(sign)) score += 1.4 / text.length
      else if (code >= 0x4e00 && code <= 0x9fff) score += 0.3 / text.length
      else if ('。、，！？「」…・；：'.includes(sign)) score += 1 / text.length
      else score -= 0.5 / text.length
    }
    if (signs > 1 && score > most) {
      best = encoding
      most = score
    }
  }
  return best
}

/** The words that have bytes above ASCII, a space between them; times, numbers, tags and English words tell nothing. */
function foreignWords(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES)
  let filled = 0
  let start = 0
  let foreign = false
  for (let at = 0; at <= bytes.length && filled < SAMPLE_BYTES; at++) {
    const byte = bytes[at] ?? 0x20
    if (byte >= 0x80) foreign = true
    // Bytes of a letter's second half may be any sign from @ on; what separates words lies below that.
    if (byte > 0x20 && byte !== 0x3c && byte !== 0x3e) continue
    if (foreign) {
      const word = bytes.subarray(start, Math.min(at, start + SAMPLE_BYTES - filled - 1))
      sample.set(word, filled)
      filled += word.length
      sample[filled] = 0x20
      filled += 1
    }
    start = at + 1
    foreign = false
  }
  return sample.subarray(0, Math.max(0, filled - 1))
}
