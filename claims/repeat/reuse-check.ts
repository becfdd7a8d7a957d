import 'server-only'
import { canEdit } from '@/claims/policy'
import { standingOf } from '@/claims/present-claim'
import { lockFamilies, touchFamily } from '@/claims/repeat/family'
import { rootOf } from '@/claims/repeat/root-of'
import { reuseCheckSchema } from '@/claims/repeat/schema'
import { type ClaimRecord, loadClaimForChange, recordContentChange } from '@/claims/store'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Invalid } from '@/platform/errors'

/**
 * Takes an earlier check over as a start: sentence, verdict, explanation, sources and topics become this claim's own, to be
 * checked anew. Nothing that is written already is replaced; sources come behind those that are there, each once. Who takes it
 * over answers for it: only they, not the earlier check's writers, count as its writer, so a second person has to agree.
 * @returns the claim's id. @throws Invalid where there is nothing to take over.
 */
export const reuseCheck = command({
  input: reuseCheckSchema,
  load: async (tx, input) => {
    await lockFamilies(tx, [input.claimId, input.fromClaimId])
    return { ...(await loadClaimForChange(tx, input.claimId)), root: await rootOf(tx, input.fromClaimId) }
  },
  allow: (actor: Actor, { claim }) => canEdit(actor, standingOf(claim)),
  run: async (tx, { actor, loaded: { claim, revision, root } }) => {
    const of = { subject: `Claim ${claim.number}`, interviewId: claim.interviewId, claimId: claim.id }
    if (root.id === claim.id)
      throw new Invalid('This is the check itself. Choose another claim.', {
        fromClaimId: 'Choose another claim.',
      })
    if (claim.repeatOfId) await touchFamily(tx, claim.id, 'all')
    const taken = await takeTexts(tx, claim.id, root)
    const sources = await takeSources(tx, claim.id, root)
    await tx.claimTopic.createMany({
      data: root.topics.map(({ topicId }) => ({ claimId: claim.id, topicId })),
      skipDuplicates: true,
    })
    await recordContentChange(tx, { claim, revision, memberId: actor.id }, { ...taken, repeatOfId: null })
    const after = { from: root.id, number: root.number, interviewId: root.interviewId, ...taken, sources }
    return { value: claim.id, audit: [{ action: 'claim.check-reused', ...of, after }] }
  },
})

/** The root's texts for those of the claim's own that are empty: a repeat's own rest beneath the check it shared. */
async function takeTexts(tx: Tx, claimId: string, root: ClaimRecord) {
  const own = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { claimReviewed: true, verdictKey: true, explanation: true },
  })
  const usable = root.verdict && root.verdict.retiredAt === null ? root.verdictKey : null
  return {
    ...(own.claimReviewed.trim() === '' ? { claimReviewed: root.claimReviewed } : {}),
    ...(own.verdictKey === null && usable !== null ? { verdictKey: usable } : {}),
    ...(own.explanation.trim() === '' ? { explanation: root.explanation } : {}),
  }
}

/** @returns how many sources came along. */
async function takeSources(tx: Tx, claimId: string, root: ClaimRecord): Promise<number> {
  const own = await tx.evidence.findMany({ where: { claimId }, orderBy: { position: 'asc' } })
  const known = new Set(own.map((item) => sourceKey(item)))
  const behind = (own.at(-1)?.position ?? -1) + 1
  const data = root.evidence
    .filter((item) => !known.has(sourceKey(item)))
    .map(({ id: _id, expert: _expert, ...item }, index) => ({ ...item, claimId, position: behind + index }))
  await tx.evidence.createMany({ data })
  return data.length
}

type Source = Pick<
  ClaimRecord['evidence'][number],
  'kind' | 'stance' | 'title' | 'url' | 'quote' | 'expertId'
>

function sourceKey({ kind, stance, title, url, quote, expertId }: Source): string {
  return JSON.stringify([kind, stance, title, url, quote, expertId])
}
