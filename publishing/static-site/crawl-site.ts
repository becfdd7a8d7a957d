import 'server-only'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { isLeftOut, keyOf } from '@/publishing/static-site/site-address'
import { addressesIn } from '@/publishing/static-site/site-links'

/** What the site answers; `etag` null asks for the whole. Status 304 has no body. */
export type SiteAnswer = {
  status: number
  type: string
  etag: string
  location: string | null
  body: ReadableStream<Uint8Array> | null
}
export type AskSite = (address: string, etag: string | null) => Promise<SiteAnswer>

/** What stands at an address. `staged` is the file that holds its bytes, or null where an earlier export holds them. */
export type Crawled = {
  key: string
  status: number
  type: string
  etag: string
  links: string[]
  staged: string | null
}

/** What an earlier export knows of an address: enough to ask whether it changed. */
export type Known = { etag: string; type: string; links: string[] }

const sideSchema = z.object({
  key: z.string(),
  status: z.number(),
  type: z.string(),
  etag: z.string(),
  links: z.array(z.string()),
})

const TEXTS = /^(text\/|application\/(json|xml|ld\+json|[a-z.]+\+(xml|json)))/

/** True for what may hold addresses. Captions and tables are words of people: nothing in them is put right. */
export function holdsAddresses(type: string): boolean {
  return TEXTS.test(type) && !/^text\/(vtt|javascript)/.test(type)
}

/**
 * Asks one address and keeps what it answers in the staging folder, so that an export that is broken off goes on where it was.
 * @param known of an earlier export whose file still lies there
 * @returns null where nothing stands there; the address that it leads on to where it does.
 */
export async function crawlOne(
  key: string,
  { ask, origin, staging, known }: { ask: AskSite; origin: string; staging: string; known: Known | null },
): Promise<Crawled | { leadsTo: string } | null> {
  const staged = path.join(staging, createHash('sha256').update(key).digest('hex').slice(0, 40))
  const side = await readSide(`${staged}.json`, key)
  const answer = await ask(key, side?.etag ?? known?.etag ?? null)
  if (answer.status === 304) {
    if (side) return { ...side, staged }
    if (known) return { key, status: 200, ...known, staged: null }
  }
  if (answer.status >= 300 && answer.status < 400) {
    await answer.body?.cancel()
    return answer.location === null ? null : { leadsTo: answer.location }
  }
  if (!answer.body || !(answer.status === 200 || answer.status === 410 || answer.status === 404)) {
    await answer.body?.cancel()
    throw new Error(`${key} was answered with ${answer.status}.`)
  }
  await mkdir(staging, { recursive: true })
  await pipeline(Readable.from(chunks(answer.body)), createWriteStream(staged))
  const links = holdsAddresses(answer.type)
    ? linksIn(await readFile(staged, 'utf8'), answer.type, origin)
    : []
  const crawled = { key, status: answer.status, type: answer.type, etag: answer.etag, links }
  if (answer.status === 200 && answer.etag) await writeFile(`${staged}.json`, JSON.stringify(crawled))
  return { ...crawled, staged }
}

async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
}

/** Keys of what a document leads to on this site and a plain server can have, each once. */
function linksIn(text: string, type: string, origin: string): string[] {
  const keys = addressesIn(text, type, origin).map((address) => keyOf(address, origin))
  return [...new Set(keys.flatMap((key) => (key === null || isLeftOut(key) ? [] : [key])))].sort()
}

async function readSide(file: string, key: string) {
  try {
    const side = sideSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    return side.key === key ? side : null
  } catch {
    return null // none, or cut off: then it is asked anew
  }
}
