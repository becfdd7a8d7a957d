import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { debianBrowser } from './browser-debian.mjs'
import { ROOT } from './places.mjs'
import { Stop } from './stop.mjs'
import { runTool, say } from './tools.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Quiet, and without what a container does not offer. As root there is no sandbox to be had. */
export const BROWSER_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-default-browser-check',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Does this program start as a browser? Being there is not enough: its libraries may be missing. */
export async function browserWorks(file, env = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'claimline-browser-'))
  const args = [
    '--headless',
    ...BROWSER_ARGS,
    `--user-data-dir=${profile}`,
    '--dump-dom',
    'data:text/html,<p>claimline</p>',
  ]
  const { stdout } = await runTool(file, args, { timeoutMs: 30_000, env, cwd: os.tmpdir() })
  fs.rmSync(profile, { recursive: true, force: true })
  return stdout.includes('<p>claimline</p>')
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) =>
    fs.existsSync(file),
  )
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright')
  const file = chromium.executablePath()
  return fs.existsSync(file) ? file : undefined
}

async function downloadPlaywright() {
  say('Fetching a browser (once) …')
  // Its servers may be out of reach without refusing: two minutes are enough where they answer.
  await runTool(
    process.execPath,
    [path.join(ROOT, 'node_modules/playwright/cli.js'), 'install', 'chromium'],
    {
      timeoutMs: 120_000,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' },
    },
  )
  return playwrightBrowser()
}

/** Every way to a browser, the cheapest first. */
const WAYS = [onPath, playwrightBrowser, downloadPlaywright, debianBrowser]

/**
 * Finds a Chromium that starts, or gets one.
 * @returns {Promise<Record<string, string>>} the environment that playwright.config.ts reads
 * @throws Stop with one sentence when there is none to be had
 */
export async function ensureBrowser(env = process.env) {
  const asked = env.CLAIMLINE_CHROMIUM
  if (asked) {
    if (await browserWorks(asked))
      return { CLAIMLINE_CHROMIUM: asked, CLAIMLINE_CHROMIUM_ARGS: BROWSER_ARGS.join(' ') }
    throw new Stop(`CLAIMLINE_CHROMIUM names ${asked}, which does not start as a browser.`)
  }
  for (const way of WAYS) {
    const file = await way()
    if (file && (await browserWorks(file)))
      return { CLAIMLINE_CHROMIUM: file, CLAIMLINE_CHROMIUM_ARGS: BROWSER_ARGS.join(' ') }
  }
  throw new Stop(
    'There is no Chromium here and none could be fetched; install one and set CLAIMLINE_CHROMIUM to its program.',
  )
}
