import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type AskSite, type Crawled, crawlOne, holdsAddresses } from '@/publishing/static-site/crawl-site'
import { besides, fileFor, isLeftOut, keyOf, type SiteFile } from '@/publishing/static-site/site-address'
import { withAddresses } from '@/publishing/static-site/site-links'
import {
  MANIFEST,
  type SiteEntry,
  type SiteManifest,
  STAGING,
  siteManifestSchema,
} from '@/publishing/static-site/site-manifest'

export type SiteCounts = {
  files: number
  written: number
  unchanged: number
  removed: number
  missing: string[]
}

const SEEDS = ['/', '/sitemap.xml', '/news-sitemap.xml', '/robots.txt']
/** An address that never is one: what stands there is the page for all that are none. */
const NOWHERE = '/there-is-no-page-at-this-address'
/** Asked side by side: enough to keep a server busy, too few to be in a reader's way. */
const AT_ONCE = 4

type World = { folder: string; origin: string; ask: AskSite; tell: (line: string) => void }

/**
 * Writes everything public as plain files, so that any server of files can be the site. Only what changed since the last export
 * is asked for and written; what is gone is removed, and of a page that was taken down its notice stays. A folder that an
 * export did not make is refused. What is written is whole at every moment, and an export that was broken off goes on.
 * @param world `origin` is that of the site; every absolute address in what it answers begins with it
 */
export async function exportSite(world: World): Promise<SiteCounts> {
  const { folder, origin, tell } = world
  const before = await readManifest(folder)
  await mkdir(folder, { recursive: true })
  const known = before?.origin === origin ? before.entries : {}
  const crawl = await crawlSite(world, known)
  await keepNotices(world, before?.entries ?? {}, crawl)
  const counts: SiteCounts = { files: 0, written: 0, unchanged: 0, removed: 0, missing: crawl.missing }
  const places = placesOf(crawl.found.values())
  const entries: SiteManifest['entries'] = {}
  tell(`${crawl.found.size} addresses asked. Writing what changed …`)
  for (const crawled of crawl.found.values()) {
    const place = places.get(crawled.key)
    if (!place) continue
    const { entry, written } = await writeOne(world, crawled, place, places, crawl.ways, known[crawled.key])
    entries[crawled.key] = entry
    counts[written ? 'written' : 'unchanged'] += 1
  }
  const kept = new Set(Object.values(entries).map(({ file }) => file))
  for (const { file } of Object.values(before?.entries ?? {}))
    if (!kept.has(file)) counts.removed += await remove(folder, file)
  counts.files = kept.size
  await atomically(
    path.join(folder, MANIFEST),
    JSON.stringify({ v: 1, origin, entries } satisfies SiteManifest),
  )
  await rm(path.join(folder, STAGING), { recursive: true, force: true })
  return counts
}

type Crawl = { found: Map<string, Crawled>; ways: Map<string, string>; missing: string[] }

/** Follows every link from the beginning. `ways` says where addresses lead on to that are only signposts. */
async function crawlSite(
  { ask, folder, origin, tell }: World,
  known: Readonly<Record<string, SiteEntry>>,
): Promise<Crawl> {
  const crawl: Crawl = { found: new Map(), ways: new Map(), missing: [] }
  const seen = new Set(SEEDS)
  /** May be there or not. */
  const unlinked = new Set<string>()
  const queue = [...SEEDS]
  const follow = (keys: readonly string[]) => {
    for (const key of keys)
      if (!seen.has(key)) {
        seen.add(key)
        queue.push(key)
      }
  }
  async function next(key: string): Promise<void> {
    const entry = known[key]
    const lies = entry && (await exists(path.join(folder, entry.file)))
    const crawled = await crawlOne(key, {
      ask,
      origin,
      staging: path.join(folder, STAGING),
      known: lies ? entry : null,
    })
    if (!crawled) return
    if ('leadsTo' in crawled) {
      const to = keyOf(crawled.leadsTo, origin)
      if (to !== null && !isLeftOut(to)) {
        crawl.ways.set(key, to)
        follow([to])
      }
      return
    }
    if (crawled.status === 404) {
      if (!unlinked.has(key)) crawl.missing.push(key)
      return
    }
    crawl.found.set(key, crawled)
    const beside = crawled.status === 200 ? besides(key) : []
    for (const one of beside) if (!seen.has(one)) unlinked.add(one)
    follow([...crawled.links, ...beside])
    if (crawl.found.size % 100 === 0) tell(`${crawl.found.size} of ${seen.size} addresses asked …`)
  }
  while (queue.length > 0) await Promise.all(queue.splice(0, AT_ONCE).map(next))
  const nowhere = await crawlOne(NOWHERE, { ask, origin, staging: path.join(folder, STAGING), known: null })
  if (nowhere && !('leadsTo' in nowhere)) crawl.found.set(NOWHERE, nowhere)
  return crawl
}

/** Pages that an earlier export had and that were taken down since: nothing leads there now, but readers' links do. */
async function keepNotices(
  { ask, folder, origin }: World,
  before: Readonly<Record<string, SiteEntry>>,
  crawl: Crawl,
): Promise<void> {
  for (const [key, { type }] of Object.entries(before)) {
    if (crawl.found.has(key) || type !== 'text/html') continue
    const crawled = await crawlOne(key, { ask, origin, staging: path.join(folder, STAGING), known: null })
    if (crawled && !('leadsTo' in crawled) && crawled.status === 410 && crawled.type === 'text/html')
      crawl.found.set(key, crawled)
  }
}

/** Where each address is written. Of what was taken down only pages are: a notice is for people. */
function placesOf(crawled: Iterable<Crawled>): Map<string, SiteFile> {
  const places = new Map<string, SiteFile>()
  for (const { key, status, type } of crawled)
    if (key === NOWHERE) places.set(key, { file: '404.html', url: '/404.html' })
    else if (status === 200 || type === 'text/html') places.set(key, fileFor(key, type))
  return places
}

async function writeOne(
  world: World,
  crawled: Crawled,
  place: SiteFile,
  places: ReadonlyMap<string, SiteFile>,
  ways: ReadonlyMap<string, string>,
  known: SiteEntry | undefined,
): Promise<{ entry: SiteEntry; written: boolean }> {
  const { folder, origin, ask } = world
  const { key, etag, type, links } = crawled
  const at = (link: string) => places.get(ways.get(link) ?? link)?.url ?? null
  const placed = hashOf(JSON.stringify([place.file, ...links.map((link) => [link, at(link)])]))
  const made = { ...place, etag, type, links, placed }
  const target = path.join(folder, place.file)
  if (!crawled.staged) {
    if (known && known.placed === placed) return { entry: { ...made, hash: known.hash }, written: false }
    // What it says is the same, but where it leads is not.
    const again = await crawlOne(key, { ask, origin, staging: path.join(folder, STAGING), known: null })
    if (!again || 'leadsTo' in again || !again.staged)
      throw new Error(`${key} went away in the middle of the export.`)
    return writeOne(world, again, place, places, ways, known)
  }
  if (holdsAddresses(type)) {
    const text = await readFile(crawled.staged, 'utf8')
    const right = withAddresses(text, type, origin, (address) => newAddress(address, origin, at))
    await writeFile(crawled.staged, right)
  }
  const hash = await hashOfFile(crawled.staged)
  if (known?.hash === hash && known.file === place.file && (await exists(target)))
    return { entry: { ...made, hash }, written: false }
  await mkdir(path.dirname(target), { recursive: true })
  await rm(`${crawled.staged}.json`, { force: true })
  await rename(crawled.staged, target)
  return { entry: { ...made, hash }, written: true }
}

/** The address under which a plain server has what `address` names; null where it cannot. Seconds and places in a page stay. */
function newAddress(address: string, origin: string, at: (key: string) => string | null): string | null {
  const key = keyOf(address, origin)
  if (key === null) return address
  if (isLeftOut(key)) return null
  const { pathname, searchParams, search, hash } = new URL(address, origin)
  const url = at(key)
  if (url === null) return `${pathname}${search}${hash}`
  const own = new URL(key, origin).searchParams
  const rest = new URLSearchParams([...searchParams].filter(([name]) => name !== 'v' && !own.has(name)))
  return `${url}${rest.size > 0 ? `?${rest}` : ''}${hash}`
}

/** @throws Error where the folder holds what no export wrote. */
async function readManifest(folder: string): Promise<SiteManifest | null> {
  const file = path.join(folder, MANIFEST)
  if (await exists(file)) return siteManifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const there = (await exists(folder)) ? await readdir(folder) : []
  if (there.some((name) => name !== STAGING))
    throw new Error('This folder holds other files. Name an empty one, or one that an export made.')
  return null
}

async function remove(folder: string, file: string): Promise<number> {
  await rm(path.join(folder, file), { force: true })
  for (let above = path.dirname(file); above !== '.'; above = path.dirname(above))
    try {
      await rmdir(path.join(folder, above))
    } catch {
      break // not empty: something else lives there
    }
  return 1
}

async function atomically(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
