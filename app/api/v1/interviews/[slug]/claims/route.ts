import { listInterviewClaims } from '@/publishing/api/operations'
import { claimFrom } from '@/publishing/api/present'
import { standingAt } from '@/publishing/api/read'
import { preflight, publicApi } from '../../../_answer/answer'

export const GET = publicApi(listInterviewClaims, async ({ path: { slug }, origin }) => {
  const page = await standingAt(slug)
  if ('notice' in page) return page
  const place = { slug, title: page.interview.title, publishedAt: page.publishedAt }
  return { value: { items: page.claims.map((claim) => claimFrom(claim, place, origin)), next: null } }
})

export const OPTIONS = preflight
