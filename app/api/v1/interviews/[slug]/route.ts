import { getInterview } from '@/publishing/api/operations'
import { interviewFrom } from '@/publishing/api/present'
import { standingAt } from '@/publishing/api/read'
import { preflight, publicApi } from '../../_answer/answer'

export const GET = publicApi(getInterview, async ({ path, origin }) => {
  const page = await standingAt(path.slug)
  return 'notice' in page ? page : { value: interviewFrom(page, origin) }
})

export const OPTIONS = preflight
