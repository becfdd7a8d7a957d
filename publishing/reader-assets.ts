import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({
  css: z.string(),
  fonts: z.array(z.string()),
  icon: z.string(),
  player: z.string(),
  reader: z.string(),
})
export type ReaderManifest = z.infer<typeof manifestSchema>

let kept: ReaderManifest | undefined

/**
 * Addresses of what pages load, as `platform/boot/build-reader.mjs` built it; read once in production.
 * @throws Error where it was never built.
 */
export async function readerAssets(): Promise<ReaderManifest> {
  if (kept && process.env.NODE_ENV === 'production') return kept
  const file = path.join(process.cwd(), 'public/reader/manifest.json')
  kept = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return kept
}
