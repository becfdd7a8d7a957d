import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { PublicBody } from '@/publishing/public-pages'

const manifestSchema = z.object({
  css: z.string(),
  /** Of frames on other sites, and what runs in them and around them. */
  embedCss: z.string(),
  embed: z.string(),
  embedHost: z.string(),
  fonts: z.array(z.string()),
  icon: z.string(),
  player: z.string(),
  reader: z.string(),
  share: z.string(),
})
export type ReaderManifest = z.infer<typeof manifestSchema>

/** Where `platform/boot/build-reader.mjs` builds to. */
const built = (name: string) => path.join(process.cwd(), '.reader', name)

let kept: ReaderManifest | undefined

/**
 * Addresses of what pages load, as they were built; read once in production.
 * @throws Error where nothing was ever built.
 */
export async function readerAssets(): Promise<ReaderManifest> {
  if (kept && process.env.NODE_ENV === 'production') return kept
  kept = manifestSchema.parse(JSON.parse(await readFile(built('manifest.json'), 'utf8')))
  return kept
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** The built file of that name; null where there is none. A name carries ten characters of its content's hash. */
export async function readerFile(name: string): Promise<PublicBody | null> {
  const [, ending] = /^[a-z][a-z0-9-]*-[A-Za-z0-9]{10}\.([a-z0-9]+)$/.exec(name) ?? []
  const type = ending && TYPES[ending]
  if (!type) return null
  try {
    const bytes = await readFile(built(name))
    const body = ending === 'woff2' ? bytes : bytes.toString('utf8')
    return { status: 200, type, body, immutable: true }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
