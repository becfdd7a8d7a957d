import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './places.mjs'

/**
 * The two fonts that every page fetches first, cut to what pages use of them: weights from regular to bold, and the optical
 * sizes of our smallest text and largest headline. The packages' own files carry every weight from hairline to black.
 */

const PACKAGES = path.join(ROOT, 'node_modules/@fontsource-variable')
const FILES = {
  'newsreader/files/newsreader-latin-opsz-normal.woff2': {
    wght: { min: 400, max: 700 },
    opsz: { min: 12, max: 60 },
  },
  'libre-franklin/files/libre-franklin-latin-wght-normal.woff2': { wght: { min: 400, max: 700 } },
}

/** The characters of these files, as components/ui/fonts.css names them (`unicode-range`). */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x304, 0x304],
  [0x308, 0x308],
  [0x329, 0x329],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
]

/**
 * Cuts what is not cut yet; a second call reads what the first made.
 * @param {string} out folder to keep them in
 * @returns {Promise<Map<string, Buffer>>} bytes by the name of the package's file
 */
export async function cutFonts(out) {
  fs.mkdirSync(out, { recursive: true })
  const cut = new Map()
  for (const [name, axes] of Object.entries(FILES)) {
    const whole = fs.readFileSync(path.join(PACKAGES, name))
    const mark = crypto
      .createHash('sha256')
      .update(whole)
      .update(JSON.stringify([axes, RANGES]))
      .digest('hex')
    const kept = path.join(out, `${mark.slice(0, 16)}.woff2`)
    if (!fs.existsSync(kept)) {
      const { default: subsetFont } = await import('subset-font')
      const bytes = await subsetFont(whole, letters(), { targetFormat: 'woff2', variationAxes: axes })
      const draft = `${kept}.${process.pid}.new`
      fs.writeFileSync(draft, bytes)
      fs.renameSync(draft, kept)
    }
    cut.set(path.basename(name), fs.readFileSync(kept))
  }
  return cut
}

function letters() {
  return RANGES.map(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join(''),
  ).join('')
}
