import { beforeAll, expect, test } from 'vitest'
import { reviseClaim } from '@/claims/revise-claim'
import { mergeTopics, removeTopic, renameTopic } from '@/claims/topics/change-topics'
import { readTopics } from '@/claims/topics/topic-queries'
import type { TopicLine } from '@/claims/topics/topic-schema'
import type { Actor } from '@/newsroom/roles'
import { settingHistory } from '@/newsroom/setting-history'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let admin: Actor
beforeAll(async () => {
  admin = await buildMember(db(), { role: 'admin' })
})

async function claimWith(topics: string[]) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview)
  await reviseClaim(admin, { claimId: claim.id, changes: { topics: { from: [], to: topics } } })
  return { ...claim, interviewId: interview.id }
}
async function topic(name: string): Promise<TopicLine> {
  const found = (await readTopics()).find((one) => one.name === name)
  if (!found) throw new Error(`no topic ${name}`)
  return found
}
async function topicsOf(claimId: string): Promise<string[]> {
  const rows = await db().claimTopic.findMany({ where: { claimId }, include: { topic: true } })
  return rows.map((row) => row.topic.name).sort()
}

test('merging two topics gives each claim the other once, and tells the desks', async () => {
  const one = await claimWith(['Harbours'])
  const both = await claimWith(['Harbours', 'Ports'])
  const before = await db().interview.findUniqueOrThrow({ where: { id: one.interviewId } })
  await mergeTopics(admin, { fromId: (await topic('Harbours')).id, intoId: (await topic('Ports')).id })
  expect(await topicsOf(one.id)).toEqual(['Ports'])
  expect(await topicsOf(both.id)).toEqual(['Ports'])
  expect((await readTopics()).map(({ name }) => name)).not.toContain('Harbours')
  const after = await db().interview.findUniqueOrThrow({ where: { id: one.interviewId } })
  const claim = await db().claim.findUniqueOrThrow({ where: { id: one.id } })
  expect(after.revision).toBeGreaterThan(before.revision)
  expect(claim.revision).toBe(after.revision)
})

test('a claim that gets a topic while it is merged away loses neither', async () => {
  const claims = await Promise.all(Array.from({ length: 6 }, () => claimWith(['Kept'])))
  await claimWith(['Going'])
  const [from, into] = [await topic('Going'), await topic('Kept')]
  const [merged, ...revised] = await Promise.allSettled([
    mergeTopics(admin, { fromId: from.id, intoId: into.id }),
    ...claims.map(({ id }) =>
      reviseClaim(admin, { claimId: id, changes: { topics: { from: ['Kept'], to: ['Going', 'Kept'] } } }),
    ),
  ])
  expect(merged.status).toBe('fulfilled')
  expect(revised.map(({ status }) => status)).toEqual(claims.map(() => 'fulfilled'))
  for (const { id } of claims) expect(await topicsOf(id)).toContain('Kept')
})

test('a topic that a claim has is renamed and keeps its address, and is not removed', async () => {
  const { id } = await claimWith(['Rivers'])
  const { id: topicId, slug } = await topic('Rivers')
  await expect(removeTopic(admin, { topicId })).rejects.toMatchObject({ kind: 'invalid' })
  await renameTopic(admin, { topicId, seen: 'Rivers', name: 'Waterways' })
  expect(await topicsOf(id)).toEqual(['Waterways'])
  expect(await topic('Waterways')).toMatchObject({ slug, claims: 1 })
  await expect(renameTopic(admin, { topicId, seen: 'Rivers', name: 'Streams' })).rejects.toMatchObject({
    kind: 'conflict',
  })
  await expect(renameTopic(admin, { topicId, seen: 'Waterways', name: 'PORTS' })).rejects.toMatchObject({
    fields: { name: expect.any(String) },
  })
})

test('a topic that no claim has is removed, and the history keeps that it was', async () => {
  await claimWith(['Passing'])
  const passing = await topic('Passing')
  await db().claimTopic.deleteMany({ where: { topicId: passing.id } })
  await removeTopic(admin, { topicId: passing.id })
  expect((await readTopics()).map(({ name }) => name)).not.toContain('Passing')
  const { versions } = await settingHistory(admin, 'topics')
  expect(versions[0]).toMatchObject({ by: admin.name, changes: [{ field: 'passing', to: '' }] })
})
