import { notFound } from '@/app/(reader)/_document/respond'
import { publicResponse } from '@/publishing/public-pages'
import { readerFile } from '@/publishing/reader-assets'

type Params = { params: Promise<{ file: string }> }

/** Stylesheet, scripts, fonts and icon of public pages. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { file } = await params
  const found = await readerFile(file)
  return found ? publicResponse(request, { key: `file ${file}`, make: async () => found }) : notFound(request)
}
