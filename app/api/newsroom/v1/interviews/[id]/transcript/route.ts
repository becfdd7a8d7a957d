import { Invalid, NotFound } from '@/platform/errors'
import { getDraftTranscript } from '@/publishing/api/newsroom-operations'
import { readOutgoing } from '@/transcripts/exports/read-outgoing'
import { exportFormatById } from '@/transcripts/exports/registry'
import { countTurns, whyNot, writeTranscript } from '@/transcripts/exports/write-transcript'
import { tokenRoute } from '../../../_token/token-route'

export const GET = tokenRoute(getDraftTranscript, async ({ path, query }) => {
  const format = exportFormatById(query.format)
  const transcript = await readOutgoing({ id: path.id })
  if (!format || !transcript) throw new NotFound('There is no such interview. It may have been removed.')
  const reason = whyNot(format, countTurns(transcript))
  if (reason) throw new Invalid(reason, { format: reason })
  const { bytes, mime } = await writeTranscript(format, transcript)
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': mime, 'content-length': String(bytes.length) },
  })
})
