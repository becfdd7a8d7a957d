import lighthouse from 'lighthouse'
import { chromium } from 'playwright'
import { freePort } from '@/deploy/run-nginx'
import { ensureBrowser } from '@/platform/boot/browser.mjs'
import { ensureBuilt } from '@/platform/boot/build.mjs'
import { beforeEnd } from '@/platform/boot/lifecycle.mjs'
import { serve } from '@/platform/boot/web.mjs'
import { encode } from '@/publishing/encodings'
import { currentPublication } from '@/publishing/queries'
import { bareText } from './support/bare-text'
import { publishDebate } from './support/debate'
import { type Input, inputs, type Spot, spots } from './support/inputs'
import { ownPostgres } from './support/own-postgres'
import { ask } from './support/page-bytes'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * What the annotated page is for a reader with a slow phone: Lighthouse's four categories in Chromium on its throttled phone
 * profile, and the page's weight beside its bare text in the same compression. Two pages: a debate of 95 minutes with 37 claims,
 * and an interview of five hours with 60. Production build, own database.
 */

const HOST = '127.0.0.1'
const DIST = process.env.CLAIMLINE_DIST ?? '.next'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const VITALS = {
  lcpMs: 'largest-contentful-paint',
  tbtMs: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
} as const
const LONG_CLAIMS = 60
const LONG_SECONDS = 17_880

type Figures = Record<string, number>

/** Invented claims all over a long interview, in turn of every kind of verdict. */
function spread(durationMs: number): Spot[] {
  const verdicts = ['unsubstantiated', 'false', 'misleading', 'correct', 'exaggerated']
  return Array.from({ length: LONG_CLAIMS }, (_, index) => {
    const startMs = Math.floor(((index + 0.5) * durationMs) / LONG_CLAIMS)
    const claim = `Invented claim ${index + 1}, as long as such a sentence usually is when somebody has put it plainly.`
    return { claim, verdict: verdicts[index % verdicts.length] ?? 'false', startMs, endMs: startMs + 6000 }
  })
}

async function publishPages(debate: Input, fiveHours: Input): Promise<{ name: string; slug: string }[]> {
  const first = await publishDebate(debate, spots(debate), {
    title: 'A debate of 95 minutes',
    slug: 'debate',
    seconds: 5730,
  })
  const second = await publishDebate(fiveHours, spread(LONG_SECONDS * 1000), {
    title: 'An interview of five hours',
    slug: 'five-hours',
    seconds: LONG_SECONDS,
  })
  return [
    { name: `${debate.fileName}, ${first.claims} claims`, slug: first.slug },
    { name: `${fiveHours.fileName}, ${second.claims} claims`, slug: second.slug },
  ]
}

async function startOrigin(env: Record<string, string>): Promise<string> {
  const port = await freePort()
  const full = { ...env, NEXTAUTH_URL: `http://${HOST}:${port}`, CLAIMLINE_DIST: DIST }
  const web = await serve({ mode: 'start', host: HOST, port, env: full, log: { write: () => undefined } })
  beforeEnd(web.stop)
  return web.address
}

/** Sizes in bytes as they go over the wire, and the ratio to the bare text in the same coding. */
async function weigh(origin: string, slug: string): Promise<Figures> {
  const snapshot = (await currentPublication(slug))?.snapshot
  if (snapshot?.kind !== 'page') throw new Error(`Nothing is published at ${slug}.`)
  const bare = Buffer.from(bareText(snapshot))
  const page = `${origin}/interviews/${slug}`
  const whole = (await ask(page, 'identity')).bytes
  const scripts = [...whole.toString().matchAll(/<script type="module" src="([^"]+)"/g)]
  const sizes = await Promise.all(
    scripts.map(async ([, path]) => (await ask(`${origin}${path}`, 'br')).bytes.length),
  )
  const figures: Figures = { html: whole.length, scriptsBr: sizes.reduce((sum, size) => sum + size, 0) }
  for (const coding of ['br', 'gzip'] as const) {
    const html = (await ask(page, coding)).bytes.length
    figures[coding] = html
    figures[`${coding}Ratio`] = rounded(html / (await encode(bare, coding)).length)
  }
  return figures
}

/** Lighthouse's scores (100 is best) and what lies under the first of them. */
async function light(page: string, port: number): Promise<Figures> {
  const result = await lighthouse(page, { port, output: 'json', logLevel: 'error' })
  if (!result) throw new Error('Lighthouse gave no answer.')
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`)
  const figures: Figures = {}
  for (const key of CATEGORIES) figures[key] = Math.round((categories[key]?.score ?? Number.NaN) * 100)
  for (const [key, audit] of Object.entries(VITALS))
    figures[key] = rounded(audits[audit]?.numericValue ?? Number.NaN)
  for (const audit of Object.values(audits))
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary')
      console.log(`  Lighthouse says: ${audit.title}`)
  return figures
}

async function run(): Promise<void> {
  const { debate, fiveHours } = inputs()
  await ensureBuilt({ CLAIMLINE_DIST: DIST })
  const env = await ownPostgres()
  console.log('Loading, checking and publishing two interviews through the desk’s commands …')
  const pages = await publishPages(debate, fiveHours)
  const origin = await startOrigin(env)
  const browserEnv = await ensureBrowser()
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: browserEnv.CLAIMLINE_CHROMIUM,
    args: [
      ...(browserEnv.CLAIMLINE_CHROMIUM_ARGS ?? '').split(' ').filter(Boolean),
      `--remote-debugging-port=${port}`,
    ],
  })
  beforeEnd(() => browser.close())
  for (const { name, slug } of pages) {
    const figures = {
      ...(await light(`${origin}/interviews/${slug}`, port)),
      ...(await weigh(origin, slug)),
    }
    console.log(`\n${name}`)
    printTable(Object.entries(figures).map(([key, value]) => [key, figure(value)]))
    printJson('page', { page: slug, real: slug === 'debate' ? debate.real : fiveHours.real, ...figures })
  }
}

await runBench(run)
