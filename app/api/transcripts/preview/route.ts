import { route } from '@/app/_boundary/route'
import { readUpload } from '@/platform/multipart'
import { MOST_BYTES } from '@/transcripts/parse-request'
import { previewFile } from '@/transcripts/preview-file'

/** What a file holds, before anything is stored. */
export const POST = route(
  async ({ request, actor }) => {
    const { bytes, fileName, fields } = await readUpload(request, MOST_BYTES)
    return previewFile(actor, { bytes, fileName, format: fields.format || null })
  },
  { maxBytes: MOST_BYTES + 2_000_000 },
)
