import { route } from '@/app/_boundary/route'
import { chunksOf } from '@/platform/web-stream'
import { keepRecording, MOST_RECORDING_BYTES, setRecording } from '@/transcripts/set-recording'
import { idIn, mediaResponse } from '../media'

/** Plays at the desk; HEAD and ranges included. Readers have their own address, which knows publications only. */
export const GET = route(({ request, params }) => mediaResponse(idIn(params), 'recording', request), {
  maxBytes: 0,
})

/** The body is the file itself, kept as it arrives. `?durationMs=` is what the browser measured. */
export const PUT = route(
  async ({ request, params, actor, url }) => {
    const interviewId = idIn(params)
    const kept = await keepRecording(actor, interviewId, chunksOf(request.body))
    const measured = url.searchParams.get('durationMs')
    return setRecording(kept)(actor, { interviewId, durationMs: measured === null ? null : Number(measured) })
  },
  { maxBytes: MOST_RECORDING_BYTES },
)
