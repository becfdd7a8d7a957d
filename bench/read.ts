import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { nginxVersion } from '@/deploy/run-nginx'
import { ensureBuilt } from '@/platform/boot/build.mjs'
import { publishDebate } from './support/debate'
import { chooseTool, type Load, loadOn, type Tool } from './support/http-load'
import { inputs, spotsEvery } from './support/inputs'
import { ownPostgres } from './support/own-postgres'
import { DIST, type Origin, startFiles, startOrigin, startProxy } from './support/own-site'
import { ask } from './support/page-bytes'
import { figure, printJson, printTable, rounded } from './support/report'
import { runBench } from './support/run-bench'

/**
 * How fast readers are answered: a five-hour page and the front page, as browsers ask for them (brotli), over 50 and 500
 * connections, from Claimline alone, through the nginx configuration that ships with it, and (the yardstick) from nginx that
 * has the same bytes as a file. The three take turns in short slices, so that whatever else the machine does meets each of
 * them. Then the origin is killed, and what fails through nginx is counted.
 */

const CODING = 'br'
const CONNECTIONS = [50, 500] as const
const ROUNDS = 3
const SECONDS = 4
const KILLED_SECONDS = 5

type Key = 'origin' | 'proxy' | 'file'
type Place = { name: string; key: Key; url: string }
type Page = { name: string; path: string }

async function placesOf(page: Page, origin: Origin, proxy: string | null): Promise<Place[]> {
  const alone: Place = { name: 'Claimline alone', key: 'origin', url: origin.address + page.path }
  if (!proxy) return [alone]
  const { bytes } = await ask(alone.url, CODING)
  const { address, folder } = await startFiles(CODING, bytes.length)
  writeFileSync(path.join(folder, 'page'), bytes)
  return [
    alone,
    { name: 'through deploy/nginx.conf', key: 'proxy', url: proxy + page.path },
    { name: 'nginx, the same bytes as a file', key: 'file', url: `${address}/page` },
  ]
}

/** Nothing is measured that does not answer with the page itself. */
async function requireSame(places: readonly Place[]): Promise<number> {
  const answers = await Promise.all(places.map((place) => ask(place.url, CODING)))
  const first = answers[0]
  for (const answer of answers)
    if (answer.status !== 200 || !first || !answer.bytes.equals(first.bytes))
      throw new Error(`A place answers ${answer.status} with other bytes than the page’s.`)
  return first?.bytes.length ?? 0
}

/** Each place in turn, a few times over. @returns the slices of each, added up */
async function measure(tool: Tool, places: readonly Place[], connections: number): Promise<Map<Key, Load>> {
  const slices = new Map<Key, Load[]>()
  for (const place of places) await loadOn(tool, place.url, { coding: CODING, connections, seconds: 1 })
  for (let round = 0; round < ROUNDS; round++)
    for (const place of places) {
      const load = await loadOn(tool, place.url, { coding: CODING, connections, seconds: SECONDS })
      slices.set(place.key, [...(slices.get(place.key) ?? []), load])
    }
  return new Map([...slices].map(([key, loads]) => [key, together(loads)]))
}

function together(loads: readonly Load[]): Load {
  const mean = (of: (load: Load) => number) => loads.reduce((sum, load) => sum + of(load), 0) / loads.length
  return {
    perSecond: rounded(mean(({ perSecond }) => perSecond)),
    p50Ms: rounded(mean(({ p50Ms }) => p50Ms)),
    p99Ms: Math.max(...loads.map(({ p99Ms }) => p99Ms)),
    failures: loads.reduce((sum, { failures }) => sum + failures, 0),
  }
}

function ratio(loads: ReadonlyMap<Key, Load>, key: Key): number | null {
  const yardstick = loads.get('file')?.perSecond
  const own = loads.get(key)?.perSecond
  return yardstick && own ? rounded(own / yardstick) : null
}

function print(title: string, places: readonly Place[], loads: ReadonlyMap<Key, Load>): void {
  console.log(`\n${title}`)
  const rows = places.map(({ name, key }) => {
    const load = loads.get(key)
    if (!load) return [name]
    const cells = [load.perSecond, load.p50Ms, load.p99Ms, load.failures, ratio(loads, key) ?? Number.NaN]
    return [name, ...cells.map(figure)]
  })
  printTable([['', 'requests/s', 'p50 ms', 'p99 ms', 'failures', 'beside the file'], ...rows])
}

async function run(): Promise<void> {
  const { fiveHours } = inputs()
  await ensureBuilt({ CLAIMLINE_DIST: DIST })
  const env = await ownPostgres()
  console.log('Loading, checking and publishing five hours through the desk’s commands …')
  const facts = { title: 'An interview of five hours', slug: 'five-hours' }
  const { slug } = await publishDebate(fiveHours, spotsEvery(460_000), facts)
  const origin = await startOrigin(env)
  const proxy = nginxVersion() === null ? null : await startProxy([origin])
  if (!proxy)
    console.log('There is no nginx on the PATH, so the yardstick and the way through nginx are missing.')
  const tool = chooseTool()
  const pages: Page[] = [
    { name: 'the five-hour page', path: `/interviews/${slug}` },
    { name: 'the front page', path: '/' },
  ]
  for (const page of pages) {
    const places = await placesOf(page, origin, proxy)
    for (const connections of CONNECTIONS) {
      const bytes = await requireSame(places)
      const loads = await measure(tool, places, connections)
      print(`${page.name}, ${figure(bytes / 1000)} kB, ${connections} connections, by ${tool}`, places, loads)
      const ratios = { originRatio: ratio(loads, 'origin'), proxyRatio: ratio(loads, 'proxy') }
      printJson('read', {
        ...{ tool, page: page.name, real: fiveHours.real, coding: CODING, bytes, connections },
        ...Object.fromEntries(loads),
        ...ratios,
      })
    }
  }
  if (proxy) await killed(tool, origin, proxy, pages)
}

/** What fails while nobody is behind nginx. */
async function killed(tool: Tool, origin: Origin, proxy: string, pages: readonly Page[]): Promise<void> {
  const loads = pages.map(({ path: at }) =>
    loadOn(tool, proxy + at, { coding: CODING, connections: 50, seconds: KILLED_SECONDS }),
  )
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await origin.kill()
  for (const [index, load] of (await Promise.all(loads)).entries()) {
    const answered = Math.round(load.perSecond * KILLED_SECONDS)
    console.log(
      `\n${pages[index]?.name}, origin killed after a second: ${figure(answered)} requests, ${load.failures} failed`,
    )
    printJson('read', { page: pages[index]?.name, originKilled: true, answered, failures: load.failures })
  }
}

await runBench(run)
