import { route } from '@/app/_boundary/route'
import { claimView } from '@/claims/queries'
import { MOST_COPY_BYTES } from '@/claims/sources/copy-kind'
import { keepCopyFile, openCopy, setCopy } from '@/claims/sources/keep-copy'
import { fileResponse } from '@/platform/byte-range'
import { chunksOf } from '@/platform/web-stream'
import { attachmentNamed } from './attachment'

/** The kept copy, for members alone. It is never shown by this site, only saved: what it holds is somebody else's. */
export const GET = route(
  async ({ request, params }) => {
    const { file, hash, name, mime } = await openCopy({ claimId: params.id, itemId: params.sourceId })
    const answer = fileResponse(file, mime, request, { etag: hash, cacheControl: 'private, no-store' })
    answer.headers.set('Content-Disposition', attachmentNamed(name))
    return answer
  },
  { maxBytes: 0 },
)

/** The body is the file itself, kept as it arrives; `name` in the query is what it is called. Answers with the claim. */
export const PUT = route(
  async ({ request, params, url, actor }) => {
    const input = { claimId: params.id, itemId: params.sourceId }
    const name = url.searchParams.get('name') ?? ''
    const copy = await keepCopyFile(actor, input, chunksOf(request.body), name)
    return claimView(actor, await setCopy(copy)(actor, input))
  },
  { maxBytes: MOST_COPY_BYTES },
)
