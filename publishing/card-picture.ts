import 'server-only'
import path from 'node:path'
import sharp from 'sharp'
import { CARD_INK, CARD_INK_SOFT, CARD_PAPER, CARD_RULE } from '@/publishing/card-colours'
import { CARD_HEIGHT, CARD_WIDTH } from '@/publishing/card-size'
import { beginning, drawable, lettersOf, pangoText, readsFromRight } from '@/publishing/card-text'

/** Draws share pictures. Text is shaped, ordered, broken and measured by Pango, with our own fonts. Decision record 0039. */

export type CardContent = {
  siteName: string
  /** Word, colour and drawing (SVG markup) of a verdict; null on a picture of a whole interview. */
  verdict: { label: string; colour: string; icon: string } | null
  /** The sentence in large letters. */
  text: string
  /** Two lines below it. */
  foot: readonly [string, string]
}

const MARGIN = 64
const ROOM = CARD_WIDTH - 2 * MARGIN
const BAND = 20
/** More never fit, and drawing them would cost much memory. */
const MOST_LETTERS = 1000
const TEXT_SIZES = [66, 60, 54, 48, 43, 38, 34, 30]

/** Fontconfig reads its place once, when the first text of this process is drawn. */
function withOwnFonts(): void {
  process.env.FONTCONFIG_FILE = path.join(process.cwd(), '.reader', 'card-fonts', 'fonts.conf')
  // Elsewhere than on Linux, Pango would ask the system for fonts.
  process.env.PANGOCAIRO_BACKEND = 'fontconfig'
}

/** A share picture as PNG, 1200 by 630. The same content gives the same bytes. */
export async function cardPicture(content: CardContent): Promise<Buffer> {
  withOwnFonts()
  const { siteName, verdict, text, foot } = content
  const top = verdict ? 206 : 150
  const [name, label, sentence, ...feet] = await Promise.all([
    fitted(siteName, { sizes: [30, 24], lines: 1, style: 'Serif Semi-Bold', colour: CARD_INK }),
    verdict
      ? fitted(verdict.label, {
          sizes: [38, 32, 27],
          lines: 1,
          style: 'Sans Bold',
          colour: verdict.colour,
          width: ROOM - 60,
        })
      : null,
    fitted(text, { sizes: TEXT_SIZES, height: 498 - top, style: 'Serif Semi-Bold', colour: CARD_INK }),
    fitted(foot[0], { sizes: [27], lines: 1, style: 'Sans Semi-Bold', colour: CARD_INK }),
    fitted(foot[1], { sizes: [25], lines: 1, style: 'Sans', colour: CARD_INK_SOFT }),
  ])
  const layers = [
    placed(name, MARGIN, 70),
    placed(label, MARGIN + 62, 158),
    placed(sentence, MARGIN, null, top),
    placed(feet[0], MARGIN, 548),
    placed(feet[1], MARGIN, 590),
  ].flatMap((layer) => (layer ? [layer] : []))
  return sharp(Buffer.from(ground(verdict)))
    .composite(layers)
    .png({ compressionLevel: 9, palette: true, colours: 128, dither: 0 })
    .toBuffer()
}

/** Everything that is not text. */
function ground(verdict: CardContent['verdict']): string {
  const icon = verdict
    ? `<g transform="translate(${MARGIN} 136) scale(2.75)" color="${verdict.colour}">${verdict.icon}</g>`
    : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">
<rect width="100%" height="100%" fill="${CARD_PAPER}"/>
<rect width="${BAND}" height="100%" fill="${verdict?.colour ?? CARD_INK}"/>
<path d="M${MARGIN} 108H${CARD_WIDTH - MARGIN}" stroke="${CARD_INK}" stroke-width="2"/>
<path d="M${MARGIN} 514.5H${CARD_WIDTH - MARGIN}" stroke="${CARD_RULE}" stroke-width="1"/>
${icon}</svg>`
}

type Drawn = { data: Buffer; width: number; height: number; fromRight: boolean }
type Wanted = {
  /** Pixels, the best first. */
  sizes: readonly number[]
  /** Pixels that it may be high, or 1 for one line. */
  height?: number
  lines?: 1
  width?: number
  /** Family and weight, as our fonts.conf names them. */
  style: string
  colour: string
}

/** The text in the largest size that fits; in the smallest and cut, where none does. Null where it cannot be drawn. */
async function fitted(text: string, wanted: Wanted): Promise<Drawn | null> {
  const line = drawable(beginning(text, MOST_LETTERS))
  if (!line) return null
  const fits = ({ height, size }: { height: number; size: number }) =>
    height <= (wanted.height ?? size * 1.75)
  for (const size of wanted.sizes) {
    const drawn = await draw(line, size, wanted)
    if (fits({ ...drawn, size })) return drawn
  }
  const size = wanted.sizes.at(-1) ?? 0
  // By halves: the most letters that fit.
  let [fit, over] = [1, lettersOf(line, MOST_LETTERS).length]
  while (over - fit > 1) {
    const middle = (fit + over) >> 1
    const drawn = await draw(beginning(line, middle), size, wanted)
    if (fits({ ...drawn, size })) fit = middle
    else over = middle
  }
  return draw(beginning(line, fit), size, wanted)
}

async function draw(line: string, size: number, { style, colour, width = ROOM }: Wanted): Promise<Drawn> {
  const text = `<span font_desc="Claimline ${style} ${size}" foreground="${colour}">${pangoText(line)}</span>`
  // Newsreader is set solid; the fonts of other scripts bring their own air.
  const spacing = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(line)
    ? Math.round(size * 0.1)
    : 0
  const { data, info } = await sharp({
    text: { text, width, rgba: true, wrap: 'word-char', dpi: 72, spacing },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, fromRight: readsFromRight(line) }
}

/** Where a drawn text goes: around a middle, or from a top; at the other edge where it is read from the right. */
function placed(drawn: Drawn | null | undefined, left: number, middle: number | null, top = 0) {
  if (!drawn) return null
  return {
    input: drawn.data,
    left: Math.max(0, drawn.fromRight ? CARD_WIDTH - MARGIN - drawn.width : left),
    top: Math.max(0, Math.round(middle === null ? top : middle - drawn.height / 2)),
  }
}
