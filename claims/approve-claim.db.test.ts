import { beforeAll, describe, expect, test } from 'vitest'
import { approveClaim } from '@/claims/approve-claim'
import { checkedClaimSchema } from '@/claims/checked-claim'
import { moveClaim } from '@/claims/move-claim'
import { claimView } from '@/claims/queries'
import { reviseClaim } from '@/claims/revise-claim'
import type { Actor } from '@/newsroom/roles'
import { saveSettings } from '@/newsroom/settings'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'
import { type BuildClaim, buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let reporter: Actor
let editor: Actor
let admin: Actor
beforeAll(async () => {
  reporter = await buildMember(db())
  editor = await buildMember(db(), { role: 'editor' })
  admin = await buildMember(db(), { role: 'admin' })
})

async function inReview(wanted: BuildClaim = {}) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { writers: [reporter.id], ...wanted })
  return { interview, claimId: claim.id, version: claim.version }
}
const approvals = (claimId: string) => db().claimApproval.findMany({ where: { claimId } })

async function refused(
  actor: Actor,
  claim: { claimId: string; version: number },
  refusal: new (...args: never[]) => Error,
) {
  await expect(approveClaim(actor, { claimId: claim.claimId, version: claim.version })).rejects.toThrow(
    refusal,
  )
  expect(await approvals(claim.claimId)).toEqual([])
  expect(await db().auditEntry.count({ where: { claimId: claim.claimId, action: 'claim.approved' } })).toBe(0)
  expect((await claimView(editor, claim.claimId)).status).toBe('inReview')
}

test('a second person approves, and exactly what was read is kept', async () => {
  const { claimId, version } = await inReview({
    internalNote: 'CANARY',
    evidence: [{}, { internal: true, expert: 'CANARY Birch', title: 'CANARY' }],
  })
  await approveClaim(editor, { claimId, version })
  const [approval, ...others] = await approvals(claimId)
  expect(others).toEqual([])
  expect(approval).toMatchObject({ claimVersion: version, approvedById: editor.id })
  expect(JSON.stringify(approval?.content)).not.toContain('CANARY')
  expect(checkedClaimSchema.parse(approval?.content)).toMatchObject({
    quote: 'We planted nine million trees',
    verdict: { key: 'false', label: 'False' },
    explanationHtml: '<p>What was found about claim 1.</p>',
    evidence: [{ title: 'Register of planted trees' }],
  })
  expect(await claimView(reporter, claimId)).toMatchObject({
    status: 'approved',
    approval: { current: true },
  })
})

test('a claim that changed since it was read is not approved, and what stands now comes back', async () => {
  const claim = await inReview()
  const from = (await claimView(editor, claim.claimId)).explanation
  await reviseClaim(reporter, {
    claimId: claim.claimId,
    changes: { explanation: { from, to: 'Other words.' } },
  })
  await refused(editor, claim, Conflict)
  await expect(approveClaim(editor, claim)).rejects.toMatchObject({
    current: { explanation: 'Other words.' },
  })
})

test('a quote that no longer stands is not approved', async () => {
  const claim = await inReview()
  await db().turn.update({
    where: { id: claim.interview.turns[1] },
    data: { text: 'We planted five million trees last year.' },
  })
  await refused(editor, claim, Invalid)
})

test('a claim queued for a person to say where it stands is not approved', async () => {
  const claim = await inReview()
  await db().claim.update({ where: { id: claim.claimId }, data: { needsAnchor: true } })
  await refused(editor, claim, Forbidden)
})

test('a reporter does not approve', async () => {
  await refused(reporter, await inReview({ writers: [editor.id] }), Forbidden)
})

test.each<[string, BuildClaim]>([
  ['verdict', { verdictKey: null }],
  ['explanation', { explanation: ' ' }],
  ['sentence', { claimReviewed: '' }],
  ['public source', { evidence: [{ internal: true }] }],
])('a claim without its %s is not approved', async (_what, lacking) => {
  await refused(editor, await inReview(lacking), Forbidden)
})

test('two approvals at the same moment are one', async () => {
  const { claimId, version } = await inReview()
  const ends = await Promise.allSettled(
    [editor, admin].map((actor) => approveClaim(actor, { claimId, version })),
  )
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await approvals(claimId)).toHaveLength(1)
})

describe('the second-person rule', () => {
  test('nobody approves the claim that they alone wrote', async () => {
    await refused(editor, await inReview({ writers: [editor.id] }), Forbidden)
    await refused(admin, await inReview({ writers: [admin.id] }), Forbidden)
  })

  test('a comment or a move makes nobody a writer', async () => {
    const { claimId, version } = await inReview({ writers: [editor.id], status: 'researching' })
    await moveClaim(reporter, { claimId, from: 'researching', to: 'inReview' })
    await refused(editor, { claimId, version }, Forbidden)
  })

  test('who wrote it with somebody else may approve', async () => {
    const { claimId, version } = await inReview({ writers: [editor.id, reporter.id] })
    await approveClaim(editor, { claimId, version })
    expect(await approvals(claimId)).toHaveLength(1)
  })

  test('only an administrator switches it off, and then an editor approves alone', async () => {
    await expect(saveSettings(editor, { secondPersonRule: false })).rejects.toThrow(Forbidden)
    await saveSettings(admin, { secondPersonRule: false })
    try {
      const { claimId, version } = await inReview({ writers: [editor.id] })
      await approveClaim(editor, { claimId, version })
      expect(await approvals(claimId)).toHaveLength(1)
    } finally {
      await saveSettings(admin, { secondPersonRule: true })
    }
  })
})
