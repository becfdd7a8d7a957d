import { idParam } from '@/app/_boundary/id-param'
import { route } from '@/app/_boundary/route'
import { jsonField } from '@/app/api/interviews/[id]/replace/json-field'
import { previewReplacement } from '@/claims/replace-transcript'
import { readUpload } from '@/platform/multipart'
import { MOST_BYTES } from '@/transcripts/parse-request'

/** What a file would make of the interview's transcript and claims, before anything is stored. */
export const POST = route(
  async ({ request, actor, params }) => {
    const interviewId = idParam(String(params.id))
    const { bytes, fileName, fields } = await readUpload(request, MOST_BYTES)
    const speakers = fields.speakers === undefined ? null : jsonField(fields.speakers)
    return previewReplacement(
      actor,
      interviewId,
      { bytes, fileName, format: fields.format || null },
      speakers,
    )
  },
  { maxBytes: MOST_BYTES + 2_000_000 },
)
