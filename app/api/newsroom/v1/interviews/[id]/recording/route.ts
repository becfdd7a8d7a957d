import { chunksOf } from '@/platform/web-stream'
import { putRecording } from '@/publishing/api/newsroom-operations'
import { MOST_RECORDING_BYTES } from '@/transcripts/recording-size'
import { keepRecording, setRecording } from '@/transcripts/set-recording'
import { tokenRoute } from '../../../_token/token-route'

export const PUT = tokenRoute(
  putRecording,
  async ({ request, actor, path: { id: interviewId } }) => {
    const kept = await keepRecording(actor, interviewId, chunksOf(request.body))
    return setRecording(kept)(actor, { interviewId })
  },
  { maxBytes: MOST_RECORDING_BYTES },
)
