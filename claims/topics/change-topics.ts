import 'server-only'
import { readTopics } from '@/claims/topics/topic-queries'
import {
  mergeTopicsSchema,
  removeTopicSchema,
  renameTopicSchema,
  type TopicLine,
} from '@/claims/topics/topic-schema'
import { canChangeSettings } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { keepVersion } from '@/newsroom/setting-versions'
import type { AuditDraft } from '@/platform/audit'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import { bumpRevision } from '@/transcripts/store'

/** The topics, locked: two administrators change them one after the other, and no claim takes one that goes. */
async function lockTopics(tx: Tx): Promise<TopicLine[]> {
  await tx.$executeRaw`LOCK TABLE "Topic", "ClaimTopic" IN SHARE ROW EXCLUSIVE MODE`
  return readTopics(tx)
}

const kept = (topics: readonly TopicLine[]) => topics.map(({ slug, name }) => ({ slug, name }))

function find(topics: readonly TopicLine[], id: string): TopicLine {
  const topic = topics.find((one) => one.id === id)
  if (!topic) throw new NotFound('There is no such topic. Somebody may have removed it meanwhile.')
  return topic
}

async function changed(tx: Tx, actor: Actor, before: readonly TopicLine[], audit: AuditDraft) {
  const after = await readTopics(tx)
  await keepVersion(tx, actor, 'topics', { before: kept(before), after: kept(after) })
  return { value: after, audit: [audit] as const }
}

/**
 * Interviews whose claims carry a topic are locked in the order of their ids before the topics are, as each change of a
 * claim locks its interview first; their desks are then told that something changed.
 */
async function touchInterviews(tx: Tx, topicId: string): Promise<void> {
  const claims = await tx.claim.findMany({
    where: { topics: { some: { topicId } } },
    select: { interviewId: true },
    distinct: ['interviewId'],
  })
  for (const interviewId of claims.map((claim) => claim.interviewId).sort()) {
    const revision = await bumpRevision(tx, interviewId)
    await tx.claim.updateMany({ where: { interviewId, topics: { some: { topicId } } }, data: { revision } })
  }
}

/**
 * Gives a topic another name. Its address stays, and so does what was published until the claim is approved again.
 * @throws Conflict where it has another name by now.
 */
export const renameTopic = command({
  input: renameTopicSchema,
  load: async (tx, { topicId }) => {
    await touchInterviews(tx, topicId)
    return lockTopics(tx)
  },
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input: { topicId, seen, name }, loaded: topics }) => {
    const topic = find(topics, topicId)
    if (topic.name !== seen)
      throw new Conflict(`Another administrator renamed it to “${topic.name}” meanwhile.`, topic)
    const taken = (one: TopicLine) =>
      one.id !== topicId && one.name.toLocaleLowerCase() === name.toLocaleLowerCase()
    if (topics.some(taken))
      throw new Invalid('There is a topic of that name: merge the two instead.', {
        name: 'There is a topic of that name: merge the two instead.',
      })
    await tx.topic.update({ where: { id: topicId }, data: { name } })
    return changed(tx, actor, topics, {
      action: 'topic.renamed',
      subject: `Topic “${name}”`,
      before: { name: topic.name },
      after: { name },
    })
  },
})

/** Gives all claims of one topic the other, and removes the first. */
export const mergeTopics = command({
  input: mergeTopicsSchema,
  load: async (tx, { fromId }) => {
    await touchInterviews(tx, fromId)
    return lockTopics(tx)
  },
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input: { fromId, intoId }, loaded: topics }) => {
    const [from, into] = [find(topics, fromId), find(topics, intoId)]
    // From the rows as they stand under the lock: a claim may have got the topic a moment ago.
    await tx.$executeRaw`
      INSERT INTO "ClaimTopic" ("claimId", "topicId")
      SELECT "claimId", ${intoId}::uuid FROM "ClaimTopic" WHERE "topicId" = ${fromId}::uuid
      ON CONFLICT DO NOTHING`
    await tx.claimTopic.deleteMany({ where: { topicId: fromId } })
    await tx.topic.delete({ where: { id: fromId } })
    return changed(tx, actor, topics, {
      action: 'topic.merged',
      subject: `Topic “${from.name}”`,
      before: { name: from.name, claims: from.claims },
      after: { name: into.name },
    })
  },
})

/** Removes a topic that no claim carries. @throws Invalid for one that is in use. */
export const removeTopic = command({
  input: removeTopicSchema,
  load: (tx) => lockTopics(tx),
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input: { topicId }, loaded: topics }) => {
    const topic = find(topics, topicId)
    if (topic.claims > 0) throw new Invalid('Claims carry this topic: merge it into another one.')
    await tx.topic.delete({ where: { id: topicId } })
    return changed(tx, actor, topics, {
      action: 'topic.removed',
      subject: `Topic “${topic.name}”`,
      before: { name: topic.name, slug: topic.slug },
    })
  },
})
