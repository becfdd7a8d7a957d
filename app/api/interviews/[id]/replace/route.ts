import { idParam } from '@/app/_boundary/id-param'
import { route } from '@/app/_boundary/route'
import { jsonField } from '@/app/api/interviews/[id]/replace/json-field'
import { replaceTranscript } from '@/claims/replace-transcript'
import { Invalid } from '@/platform/errors'
import { readUpload } from '@/platform/multipart'
import { MOST_BYTES } from '@/transcripts/parse-request'

/** Replaces the transcript by a file: read and aligned again from its bytes, then stored whole or not at all. */
export const POST = route(
  async ({ request, actor, params }) => {
    const interviewId = idParam(String(params.id))
    const { bytes, fileName, fields } = await readUpload(request, MOST_BYTES)
    const decided = jsonField(fields.decisions)
    if (typeof decided !== 'object') throw new Invalid('The decisions about the file are no object.')
    const sent = { bytes, fileName, format: fields.format || null }
    return { step: await replaceTranscript(actor, sent, { ...decided, interviewId }) }
  },
  { maxBytes: MOST_BYTES + 2_000_000 },
)
