import { route } from '@/app/_boundary/route'
import { chunksOf } from '@/platform/web-stream'
import { MOST_RECORDING_BYTES } from '@/transcripts/recording-size'
import { keepRecording, setRecording } from '@/transcripts/set-recording'
import { idIn, mediaResponse } from '../media'

/** Plays at the desk; HEAD and ranges included. Readers have their own address, which knows publications only. */
export const GET = route(({ request, params }) => mediaResponse(idIn(params), 'recording', request), {
  maxBytes: 0,
})

/** The body is the file itself, kept as it arrives: for scripts. Browsers upload in parts (../uploads). */
export const PUT = route(
  async ({ request, params, actor }) => {
    const interviewId = idIn(params)
    const kept = await keepRecording(actor, interviewId, chunksOf(request.body))
    return setRecording(kept)(actor, { interviewId })
  },
  { maxBytes: MOST_RECORDING_BYTES },
)
