import { route } from '@/app/_boundary/route'
import { beginUpload } from '@/transcripts/begin-upload'
import { byteCount, tusMetadata } from '@/transcripts/tus'
import { idIn } from '../media'
import { otherVersion, tusAnswer } from './tus-answer'

/** Begins an upload (tus: creation). `Upload-Metadata` carries the file's name and an id that the browser chose. */
export const POST = route(
  async ({ request, params, actor }) => {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    const interviewId = idIn(params)
    const { filename, id } = tusMetadata(request.headers.get('upload-metadata'))
    const { uploadId, received } = await beginUpload(actor, {
      uploadId: id,
      interviewId,
      fileName: filename ?? '',
      bytes: byteCount(request.headers.get('upload-length')) ?? 0,
    })
    return tusAnswer(201, {
      Location: `/api/interviews/${interviewId}/uploads/${uploadId}`,
      'Upload-Offset': String(received),
    })
  },
  { maxBytes: 0 },
)
