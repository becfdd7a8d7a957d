import { notFound } from '@/app/(reader)/_document/respond'
import { publicResponse } from '@/publishing/public-pages'
import { readerAssets, readerFile } from '@/publishing/reader-assets'

/** Answered when it is asked for, not while Next builds: the script is built beside Next. */
export const dynamic = 'force-dynamic'

/** The script for other people's pages. Its address stands there for years, so it names no content and is asked about again. */
export async function GET(request: Request): Promise<Response> {
  const { embedHost } = await readerAssets()
  const file = await readerFile(embedHost.replace('/reader/', ''))
  if (!file) return notFound(request)
  return publicResponse(request, {
    key: `resize ${embedHost}`,
    make: async () => ({ ...file, immutable: false, open: true }),
  })
}
