import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Makes the fonts that share pictures are drawn with, into .reader/card-fonts: the packages' WOFF2 as TrueType, because Pango
 * draws with nothing else, and a `fonts.conf` that names them and no font of this machine, so that a bare server draws what a
 * desktop draws.
 */

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..')
const PACKAGES = path.join(ROOT, 'node_modules/@fontsource-variable')

/** Families for headings and for small text, the fallbacks by script behind each. */
const FAMILIES = {
  'Claimline Serif': ['Newsreader 16pt'],
  'Claimline Sans': ['Libre Franklin Thin'],
}
const FALLBACKS = [
  'Noto Sans',
  'Noto Sans Arabic',
  'Noto Sans Hebrew',
  'Noto Sans SC Thin',
  'Noto Sans KR Thin',
]

/** Upright files with an axis of weight; Newsreader also with its optical size. */
const FILES = [
  ['newsreader', /-opsz-normal\.woff2$/],
  ['libre-franklin', /-wght-normal\.woff2$/],
  ['noto-sans', /-wght-normal\.woff2$/],
  ['noto-sans-arabic', /-wght-normal\.woff2$/],
  ['noto-sans-hebrew', /-wght-normal\.woff2$/],
  ['noto-sans-sc', /-wght-normal\.woff2$/],
  ['noto-sans-kr', /-wght-normal\.woff2$/],
]

/**
 * Makes what is not there yet; a second call does nothing.
 * @param {string} out folder to make them in
 */
export async function buildCardFonts(out) {
  const sources = FILES.flatMap(([name, wanted]) => {
    const folder = path.join(PACKAGES, name, 'files')
    return fs
      .readdirSync(folder)
      .filter((file) => wanted.test(file))
      .map((file) => path.join(folder, file))
  })
  const conf = path.join(out, 'fonts.conf')
  const wanted = configuration(out, sources)
  if (fs.existsSync(conf) && fs.readFileSync(conf, 'utf8') === wanted) return
  const { default: woff2 } = await import('wawoff2')
  fs.mkdirSync(out, { recursive: true })
  for (const source of sources) {
    const made = await woff2.decompress(fs.readFileSync(source))
    writeWhole(path.join(out, `${path.basename(source, '.woff2')}.ttf`), made)
  }
  writeWhole(conf, wanted)
}

/** Names the files' sizes too, so that fonts of another version are made anew. */
function configuration(out, sources) {
  const alias = ([name, own]) =>
    `  <alias binding="same"><family>${name}</family><prefer>${[...own, ...FALLBACKS].map((each) => `<family>${each}</family>`).join('')}</prefer></alias>`
  const made = sources.map((file) => `${path.basename(file)} ${fs.statSync(file).size}`)
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- Made of ${made.join(', ')} -->
<fontconfig>
  <dir>${xmlEscaped(out)}</dir>
  <cachedir>${xmlEscaped(path.join(out, 'cache'))}</cachedir>
${Object.entries(FAMILIES).map(alias).join('\n')}
</fontconfig>
`
}

const xmlEscaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A file that is there whole or not at all, also when two builds run at once. */
function writeWhole(file, bytes) {
  const draft = `${file}.${process.pid}.new`
  fs.writeFileSync(draft, bytes)
  fs.renameSync(draft, file)
}
