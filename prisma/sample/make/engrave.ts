/** Turns the drawing's greys into engraved lines in two inks. See README.md beside this. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const WIDTH = 1600
const HEIGHT = 1000
/** Drawn at twice the size and halved at the end, so that lines have soft edges. */
const SCALE = 2
const LINE_SPACING = 7.5 * SCALE
const INK = '#1f2a36'
const PAPER = '#f3ecdd'

const folder = join(fileURLToPath(new URL('.', import.meta.url)), '..')
const scratch = mkdtempSync(join(tmpdir(), 'sample-picture-'))
try {
  const tones = join(scratch, 'tones.png')
  execFileSync(
    'chromium',
    [
      ...[
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        `--user-data-dir=${scratch}/browser`,
      ],
      ...[
        `--force-device-scale-factor=${SCALE}`,
        `--window-size=${WIDTH},${HEIGHT}`,
        `--screenshot=${tones}`,
      ],
      pathToFileURL(join(folder, 'harbour-hour.svg')).href,
    ],
    { stdio: 'ignore' },
  )
  const grey = execFileSync('convert', [tones, '-colorspace', 'Gray', '-depth', '8', 'gray:-'], {
    maxBuffer: 2 ** 26,
  })
  const width = WIDTH * SCALE
  const engraved = Buffer.from(
    grey.map((tone, index) => engrave(tone / 255, index % width, Math.floor(index / width))),
  )
  const inks = ['-colorspace', 'sRGB', '-type', 'TrueColor', '+level-colors', `${INK},${PAPER}`]
  // Ten shades between the inks, kept exactly: for lines that is a third of the size of a JPEG, and has no halo.
  const shades = ['+dither', '-colors', '10', '-define', 'webp:lossless=true', '-define', 'webp:method=6']
  execFileSync(
    'convert',
    [
      ...['-size', `${width}x${HEIGHT * SCALE}`, '-depth', '8', 'gray:-', '-resize', `${100 / SCALE}%`],
      ...[...inks, ...shades, '-strip', join(folder, 'harbour-hour.webp')],
    ],
    { input: engraved },
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/**
 * The engraved value, 0 ink to 255 paper, of a pixel of a tone from 0 to 1. Near-black and near-white stay as they are;
 * between, the darker the tone the thicker the line, as with a burin. The lines lean on a slow wave, so they do not look ruled.
 */
function engrave(tone: number, x: number, y: number): number {
  if (tone < 0.13) return 0
  if (tone > 0.9) return 255
  const wave =
    5 * SCALE * Math.sin(x / (260 * SCALE)) + 2 * SCALE * Math.sin(x / (90 * SCALE) + y / (300 * SCALE))
  const across = (((y + wave) / LINE_SPACING) % 1) + 1
  const ridge = Math.abs((across % 1) * 2 - 1)
  const edge = (tone - 0.1) / 0.86 - ridge
  // A ramp a fifth of a line wide instead of a hard edge: softer to the eye.
  return Math.round(255 * Math.min(1, Math.max(0, 0.5 + edge / 0.4)))
}
