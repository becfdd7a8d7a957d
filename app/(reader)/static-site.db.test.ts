import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { NextRequest } from 'next/server'
import sharp from 'sharp'
import sirv from 'sirv'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { keepFile } from '@/platform/storage'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import type { SiteAnswer } from '@/publishing/static-site/crawl-site'
import { exportSite } from '@/publishing/static-site/export-site'
import { keyOf } from '@/publishing/static-site/site-address'
import { addressesIn } from '@/publishing/static-site/site-links'
import { takeDown } from '@/publishing/take-down'

// Pages name the built stylesheet and scripts.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Route = { match: RegExp; names: string[]; file: string }

/** Every public route by its folder, the most exact first: what Next does, for handlers that are called here. */
const routes: Route[] = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .sort(
    (a, b) =>
      (a.includes('[...') ? 1 : 0) - (b.includes('[...') ? 1 : 0) ||
      a.split('[').length - b.split('[').length,
  )
  .map((file) => {
    const folder = file.replace(/\/?route\.ts$/, '')
    const names = [...folder.matchAll(/\[(?:\.\.\.)?([a-z]+)\]/g)].map(([, name]) => name ?? '')
    const pattern = folder
      .replaceAll('.', '\\.')
      .replaceAll(/\[(?:\\\.){3}[a-z]+\]/g, '(.+)')
      .replaceAll(/\[[a-z]+\]/g, '([^/]+)')
    return { match: new RegExp(`^/${pattern}$`), names, file: path.join(import.meta.dirname, file) }
  })

const asked: string[] = []

/** The site as a server would answer it. */
async function ask(address: string, etag: string | null): Promise<SiteAnswer> {
  asked.push(address)
  const url = new URL(address, siteOrigin())
  const route = routes.find(({ match }) => match.test(url.pathname))
  if (!route) throw new Error(`${address} has no route.`)
  const [, ...values] = route.match.exec(url.pathname) ?? []
  const params = Object.fromEntries(
    route.names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]),
  )
  const { GET } = (await import(route.file)) as { GET: Handler }
  const headers = new Headers(etag === null ? [] : [['if-none-match', etag]])
  const answer = await GET(new NextRequest(url, { headers }), { params: Promise.resolve(params) })
  return {
    status: answer.status,
    type: answer.headers.get('content-type')?.split(';')[0] ?? '',
    etag: answer.headers.get('etag') ?? '',
    location: answer.headers.get('location'),
    body: answer.body,
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'claimline-site-'))
const write = () => exportSite({ folder, origin: siteOrigin(), ask, tell: () => undefined })
const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => statSync(path.join(folder, name)).isFile() && !path.basename(name).startsWith('.claimline'),
    )
    .sort()

let server: Server
let site = ''
beforeAll(async () => {
  const serve = sirv(folder, { dev: true })
  server = createServer((request, response) =>
    serve(request, response, () => void response.writeHead(404).end()),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A published interview with a picture and a recording of its own. */
async function withMedia(title: string) {
  const { interview, editor, claims } = await buildPublished({
    interview: { title, happenedOn: '2026-03-04' },
    claims: [{}, { words: { turn: 1, from: 2, to: 6 } }],
  })
  const png = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#0b4f7d' } })
    .png()
    .toBuffer()
  const picture = await keepFile(Readable.from([png]), 1_000_000)
  const sound = await keepFile(Readable.from([Buffer.from(`sound of ${title}`)]), 1_000_000)
  await db().picture.create({
    data: {
      interviewId: interview.id,
      fileHash: picture.hash,
      mime: 'image/png',
      width: 1000,
      height: 600,
      alt: 'Blue.',
      caption: '',
    },
  })
  await db().recording.create({
    data: {
      interviewId: interview.id,
      fileHash: sound.hash,
      mime: 'audio/mpeg',
      bytes: 20,
      durationMs: 9000,
    },
  })
  await publishBuilt(editor, interview.id, [
    { kind: 'update', note: 'With sound.', claimNumber: null, wrong: '' },
  ])
  return { interview, editor, claims }
}

/** Addresses that a crawl of the written files finds and their server does not have. */
async function broken(): Promise<string[]> {
  const faults: string[] = []
  const seen = new Map<string, number>()
  for (const file of files()) {
    const type = file.endsWith('.html') ? 'text/html' : file.endsWith('.css') ? 'text/css' : 'text/plain'
    if (/\.(png|webp|woff2|mp3|js|vtt)$/.test(file)) continue
    for (const address of addressesIn(readFileSync(path.join(folder, file), 'utf8'), type, siteOrigin())) {
      const { pathname } = new URL(address, siteOrigin())
      const status = seen.get(pathname) ?? (await fetch(`${site}${pathname}`, { redirect: 'manual' })).status
      seen.set(pathname, status)
      if (status !== 200) faults.push(`${file} → ${address} (${status})`)
    }
  }
  return faults
}

it('a plain server of files is the whole site: no link is broken, and search and reports are left out', async () => {
  const { interview } = await withMedia('An evening of trees')
  const counts = await write()
  expect(counts.missing).toEqual([])
  const page = `interviews/${interview.slug}`
  expect(files()).toEqual(
    expect.arrayContaining([
      'index.html',
      '404.html',
      'sitemap.xml',
      'claims/index.html',
      `${page}/index.html`,
      `${page}/claims/1/index.html`,
      `${page}/recording.mp3`,
      `${page}/words.json`,
    ]),
  )
  expect(await broken()).toEqual([])
  const html = readFileSync(path.join(folder, page, 'index.html'), 'utf8')
  expect(html).toContain(`src="/${page}/recording.mp3"`)
  expect(html).toContain(`data-words="/${page}/words.json"`)
  expect(html).toContain(`<link rel="canonical" href="${siteOrigin()}/${page}/"`)
  for (const file of files().filter((name) => name.endsWith('.html')))
    expect
      .soft(readFileSync(path.join(folder, file), 'utf8'), file)
      .not.toMatch(/(href|action)="[^"]*\/(report|search)/)
  expect(await (await fetch(`${site}/${page}/recording.mp3`)).text()).toBe('sound of An evening of trees')
})

it('writes nothing where nothing changed, and after a correction what shows it and no more', async () => {
  const { interview, editor } = await withMedia('An evening of harbours')
  const other = await withMedia('An evening of bridges')
  await write()
  expect(await write()).toMatchObject({ written: 0, removed: 0 })
  const before = new Map(files().map((file) => [file, statSync(path.join(folder, file)).mtimeMs]))
  await db().interview.update({ where: { id: interview.id }, data: { standfirst: 'Now with a dek.' } })
  await publishBuilt(editor, interview.id, [
    { kind: 'clarification', note: 'A dek.', claimNumber: null, wrong: '' },
  ])
  const { written } = await write()
  const changed = files().filter((file) => before.get(file) !== statSync(path.join(folder, file)).mtimeMs)
  expect(changed).toHaveLength(written)
  expect(changed).toContain(`interviews/${interview.slug}/index.html`)
  expect(changed).not.toContain(`interviews/${interview.slug}/recording.mp3`)
  expect(changed.join()).not.toContain(`interviews/${other.interview.slug}/`)
  expect(await broken()).toEqual([])
})

it('after a page was taken down its notice stays, and nothing else of it in any byte', async () => {
  const { interview, editor } = await withMedia('zqcanary of a killed evening')
  await write()
  const all = () =>
    files()
      .map((file) => readFileSync(path.join(folder, file)).toString('latin1'))
      .join('\n')
  expect(all()).toContain('zqcanary')
  await takeDown(editor, { interviewId: interview.id, notice: 'Withdrawn by the desk.' })
  const counts = await write()
  expect(counts.removed).toBeGreaterThan(0)
  expect(all()).not.toContain('zqcanary')
  expect(files().filter((file) => file.includes(interview.slug) && !file.endsWith('.html'))).toEqual([])
  for (const page of [`interviews/${interview.slug}`, `interviews/${interview.slug}/claims/1`])
    expect(readFileSync(path.join(folder, page, 'index.html'), 'utf8')).toContain('Withdrawn by the desk.')
  expect(readFileSync(path.join(folder, '.claimline-export.json'), 'utf8')).not.toContain('zqcanary')
  expect(await broken()).toEqual([])
  expect(await write()).toMatchObject({ written: 0, removed: 0 })
})

it('goes on where it was broken off, and leaves a folder alone that holds other things', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'claimline-site-'))
  let left = 12
  const breaking = async (address: string, etag: string | null) => {
    if (left-- <= 0) throw new Error('The power went.')
    return ask(address, etag)
  }
  const world = { folder: own, origin: siteOrigin(), tell: () => undefined }
  await expect(exportSite({ ...world, ask: breaking })).rejects.toThrow('The power went.')
  const validators: (string | null)[] = []
  await exportSite({
    ...world,
    ask: (address, etag) => {
      validators.push(etag)
      return ask(address, etag)
    },
  })
  expect(validators.filter((etag) => etag !== null).length).toBeGreaterThanOrEqual(8)
  expect(readFileSync(path.join(own, 'index.html'), 'utf8')).toBe(
    readFileSync(path.join(folder, 'index.html'), 'utf8'),
  )
  rmSync(path.join(own, '.claimline-export.json'))
  await expect(exportSite({ ...world, ask })).rejects.toThrow('This folder holds other files.')
  rmSync(own, { recursive: true })
  expect(keyOf('https://elsewhere.example/', siteOrigin())).toBeNull()
})
