import { getTranscript } from '@/publishing/api/operations'
import { transcriptFrom } from '@/publishing/api/present'
import { standingAt } from '@/publishing/api/read'
import { preflight, publicApi } from '../../../_answer/answer'

export const GET = publicApi(getTranscript, async ({ path, query, origin }) => {
  const page = await standingAt(path.slug)
  return 'notice' in page ? page : { value: transcriptFrom(page, origin, query.words === 'true') }
})

export const OPTIONS = preflight
