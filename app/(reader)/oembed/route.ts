import { type FileContext, publicationFile } from '@/app/(reader)/_document/respond'
import { siteOrigin } from '@/platform/env'
import { oembed, oembedXml, readOembed } from '@/publishing/oembed'
import { type PublicBody, publicResponse } from '@/publishing/public-pages'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** What each refusal says; the statuses are those that oEmbed names. */
const REFUSALS = {
  400: 'Give the address of a page as url, and sizes as whole numbers of pixels.',
  404: 'Nothing of this site stands at that address.',
  501: 'This is answered as json or xml.',
} as const

/** oEmbed (https://oembed.com): how another site embeds an interview or a claim by its address. */
export async function GET(request: Request): Promise<Response> {
  const asked = readOembed(new URL(request.url).searchParams, siteOrigin())
  if (typeof asked === 'number')
    return publicResponse(request, {
      key: `oembed ${asked}`,
      make: async () => ({
        status: asked,
        type: 'text/plain; charset=utf-8',
        body: REFUSALS[asked],
        open: true,
      }),
    })
  const { slug, number, format, maxWidth, maxHeight } = asked
  const key = `oembed ${slug} ${number} ${format} ${maxWidth} ${maxHeight}`
  const write = (page: PageSnapshot, { origin }: FileContext): PublicBody | null => {
    const answer = oembed(page, asked, origin)
    if (!answer) return null
    return format === 'json'
      ? { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(answer), open: true }
      : { status: 200, type: 'text/xml; charset=utf-8', body: oembedXml(answer), open: true }
  }
  return publicationFile(request, key, slug, write, { chosen: true })
}
