import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildCardFonts } from './build-card-fonts.mjs'
import { cutFonts } from './cut-fonts.mjs'

/**
 * Builds what public pages load, into .reader: the stylesheet, the fonts it names, the icon and the scripts, each named by its
 * content so that it may be kept for ever, and `manifest.json`, in which the pages find the names.
 */

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..')
// Not `public`: Next lists that folder once, at its start, and would answer for a missing file with the headers of a present one.
const OUT = path.join(ROOT, '.reader')
/** Files of earlier builds stay this long, for servers and pages that still name them. */
const KEEP_DAYS = 7
const STYLES = path.join(ROOT, 'components/reader/styles/reader.css')
const EMBED_STYLES = path.join(ROOT, 'components/reader/styles/embed.css')
const ISLANDS = {
  player: 'components/reader/player.island.ts',
  reader: 'components/reader/reader.island.ts',
  share: 'components/reader/share.island.ts',
  embed: 'components/reader/embed/embed.island.ts',
}
/** Runs on other people's pages as a plain script, so it must leave no names there. */
const HOST = { 'embed-host': 'components/reader/embed/embed-host.island.ts' }
/** What Tailwind 4 asks of browsers. */
const BROWSERS = ['chrome111', 'safari16.4', 'firefox128']
/** Fetched before the stylesheet is read, because every page's first screen needs them. */
const FIRST_FONTS = ['newsreader-latin-opsz-normal.woff2', 'libre-franklin-latin-wght-normal.woff2']

/**
 * Builds everything anew and removes what builds of long ago left. Files are written before the manifest that names them, so that a
 * running server never points at a missing one.
 * @returns the manifest: addresses from the site's root.
 */
export async function buildReader() {
  fs.mkdirSync(OUT, { recursive: true })
  const kept = new Set(['manifest.json', 'card-fonts', 'cut-fonts'])
  const keep = (name, bytes) => {
    const hash = crypto
      .createHash('sha256')
      .update(bytes)
      .digest('base64url')
      .replace(/[-_]/g, '')
      .slice(0, 10)
    const dot = name.lastIndexOf('.')
    const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
    kept.add(file)
    if (fs.existsSync(path.join(OUT, file))) fs.utimesSync(path.join(OUT, file), new Date(), new Date())
    else writeWhole(path.join(OUT, file), bytes)
    return `/reader/${file}`
  }
  const fonts = new Map()
  const cut = await cutFonts(path.join(OUT, 'cut-fonts'))
  const keepFont = (file) => {
    const address = keep(path.basename(file), cut.get(path.basename(file)) ?? fs.readFileSync(file))
    fonts.set(path.basename(file), address)
    return address
  }
  const [css, embedCss, scripts, host] = await Promise.all([
    buildStyles(STYLES, keepFont),
    buildStyles(EMBED_STYLES, keepFont),
    buildScripts(ISLANDS, 'esm'),
    buildScripts(HOST, 'iife'),
    buildCardFonts(path.join(OUT, 'card-fonts')),
  ])
  const manifest = {
    css: keep('reader.css', css),
    embedCss: keep('embed.css', embedCss),
    embed: keep('embed.js', scripts.embed),
    embedHost: keep('embed-host.js', host['embed-host']),
    fonts: FIRST_FONTS.map((name) => fonts.get(name)),
    icon: keep('icon.svg', fs.readFileSync(path.join(ROOT, 'components/reader/icon.svg'))),
    player: keep('player.js', scripts.player),
    reader: keep('reader.js', scripts.reader),
    share: keep('share.js', scripts.share),
  }
  writeWhole(path.join(OUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  removeOld(kept)
  return manifest
}

/** A stylesheet as one minified text; `keepFont` is told each font's file and gives the address it is served at. */
async function buildStyles(file, keepFont) {
  const [{ default: postcss }, { default: tailwind }, { transform }] = await Promise.all([
    import('postcss'),
    import('@tailwindcss/postcss'),
    import('esbuild'),
  ])
  const source = fs.readFileSync(file, 'utf8')
  const { css } = await postcss([tailwind({ base: ROOT, optimize: false })]).process(source, {
    from: file,
    to: path.join(OUT, path.basename(file)),
    map: false,
  })
  const named = css.replace(/url\((["']?)([^)"']+\.woff2)\1\)/g, (_, _quote, address) => {
    const file = path.join(ROOT, 'node_modules', address.slice(address.lastIndexOf('@fontsource-variable')))
    return `url(${keepFont(file)})`
  })
  const { code } = await transform(named, {
    loader: 'css',
    minify: true,
    target: BROWSERS,
    logLevel: 'error',
  })
  return code
}

async function buildScripts(entryPoints, format) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints,
    absWorkingDir: ROOT,
    outdir: OUT,
    bundle: true,
    minify: true,
    write: false,
    format,
    target: BROWSERS,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    tsconfig: path.join(ROOT, 'tsconfig.json'),
  })
  return Object.fromEntries(outputFiles.map((file) => [path.basename(file.path, '.js'), file.contents]))
}

function removeOld(kept) {
  for (const name of fs.readdirSync(OUT)) {
    const file = path.join(OUT, name)
    const written = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
    if (!kept.has(name) && Date.now() - written > KEEP_DAYS * 86_400_000) fs.rmSync(file, { force: true })
  }
}

/** A file that is there whole or not at all, also when two builds run at once. */
function writeWhole(file, bytes) {
  const draft = `${file}.${process.pid}.new`
  fs.writeFileSync(draft, bytes)
  fs.renameSync(draft, file)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await buildReader())
}
