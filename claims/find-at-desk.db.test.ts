import { expect, test } from 'vitest'
import { findAtDesk } from '@/claims/find-at-desk'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'

test('the palette finds interviews by title and claims by their words or number, and never a dropped one', async () => {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { claimReviewed: 'The harbour lost 40% of its herons.' })
  const there = {
    href: `/desk/interviews/${interview.id}#claim-${claim.number}`,
    kind: `Claim ${claim.number}`,
  }
  expect(await findAtDesk('HARBOUR lost')).toMatchObject([there])
  expect(await findAtDesk(`#${claim.number}`)).toMatchObject([there])
  // What a pattern would take for "anything" is a sign like any other.
  expect(await findAtDesk('40%')).toMatchObject([there])
  expect(await findAtDesk('4_%')).toEqual([])
  expect(await findAtDesk('')).toEqual([])
  const { title } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
  expect(await findAtDesk(title)).toMatchObject([
    { href: `/desk/interviews/${interview.id}`, kind: 'Interview' },
  ])
  await db().claim.update({ where: { id: claim.id }, data: { status: 'dropped', droppedFrom: 'flagged' } })
  expect(await findAtDesk('herons')).toEqual([])
})
