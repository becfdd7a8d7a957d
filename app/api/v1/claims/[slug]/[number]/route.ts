import { NotFound } from '@/platform/errors'
import { getClaim } from '@/publishing/api/operations'
import { claimFrom } from '@/publishing/api/present'
import { standingAt } from '@/publishing/api/read'
import { preflight, publicApi } from '../../../_answer/answer'

export const GET = publicApi(getClaim, async ({ path: { slug, number }, origin }) => {
  const page = await standingAt(slug)
  if ('notice' in page) return page
  const claim = page.claims.find((each) => each.number === Number(number))
  if (!claim) throw new NotFound('There is no such claim.')
  const place = { slug, title: page.interview.title, publishedAt: page.publishedAt }
  return { value: claimFrom(claim, place, origin) }
})

export const OPTIONS = preflight
