import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import {
  currentPublication,
  currentPublicationKey,
  publishedChanges,
  publishedClaims,
  publishedPages,
  publishedPerson,
  publishedState,
} from '@/publishing/queries'
import { takeDown } from '@/publishing/take-down'

const slugs = async () => (await publishedPages()).map((card) => card.slug)

test('a page appears in every list once it is published, and in none once it is taken down', async () => {
  const draft = await buildInterview(db())
  await buildClaim(db(), draft)
  expect(await currentPublication(draft.slug)).toBeNull()
  expect(await slugs()).not.toContain(draft.slug)

  const before = await publishedState()
  const { interview, editor } = await buildPublished({
    interview: { slug: `page-${randomUUID().slice(0, 8)}` },
  })
  const mine = async () => ({
    page: (await slugs()).includes(interview.slug),
    claims: (await publishedClaims()).some((one) => one.slug === interview.slug),
    changes: (await publishedChanges()).some((one) => one.slug === interview.slug),
    person: (await publishedPerson(await personSlug(interview.persons['Bo Marsh']))) !== null,
  })
  expect(await mine()).toEqual({ page: true, claims: true, changes: false, person: true })
  expect(await publishedState()).not.toBe(before)

  await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
  await publishBuilt(editor, interview.id, [{ kind: 'update', note: 'A better title.', claimNumber: null }])
  expect(await mine()).toEqual({ page: true, claims: true, changes: true, person: true })

  await takeDown(editor, { interviewId: interview.id, notice: 'Withdrawn.' })
  expect(await mine()).toEqual({ page: false, claims: false, changes: false, person: false })
  expect((await currentPublication(interview.slug))?.snapshot.kind).toBe('takedown')
})

async function personSlug(id: string | undefined): Promise<string> {
  return (await db().person.findUniqueOrThrow({ where: { id: id ?? '' } })).slug
}

test('every publication changes the state and the key of its address', async () => {
  const { interview, editor } = await buildPublished()
  const [state, key] = [await publishedState(), await currentPublicationKey(interview.slug)]
  await db().interview.update({ where: { id: interview.id }, data: { title: 'Another title' } })
  expect(await publishedState()).toBe(state)
  expect(await currentPublicationKey(interview.slug)).toEqual(key)
  await publishBuilt(editor, interview.id)
  expect(await publishedState()).not.toBe(state)
  expect((await currentPublicationKey(interview.slug))?.snapshotHash).not.toBe(key?.snapshotHash)
})

test('lists show a page’s newest publication only', async () => {
  const { interview, editor } = await buildPublished({ interview: { title: 'First title' } })
  await db().interview.update({ where: { id: interview.id }, data: { title: 'Second title' } })
  expect((await publishedPages()).find((card) => card.slug === interview.slug)?.title).toBe('First title')
  await publishBuilt(editor, interview.id)
  const cards = (await publishedPages()).filter((card) => card.slug === interview.slug)
  expect(cards.map((card) => [card.title, card.number])).toEqual([['Second title', 2]])
})

test('claims are found by verdict and by who made them', async () => {
  const { interview } = await buildPublished({
    claims: [{ verdictKey: 'exaggerated' }, { verdictKey: 'correct' }],
  })
  const person = await personSlug(interview.persons['Bo Marsh'])
  const found = async (filter: Parameters<typeof publishedClaims>[0]) =>
    (await publishedClaims(filter))
      .filter((one) => one.slug === interview.slug)
      .map((one) => one.claim.number)
  expect(await found({ verdict: 'exaggerated' })).toEqual([1])
  expect(await found({ personSlug: person, verdict: 'correct' })).toEqual([2])
  expect(await found({ personSlug: 'nobody' })).toEqual([])
  expect(await found({ topic: 'none' })).toEqual([])
})

test('an address that is half SQL finds nothing and breaks nothing', async () => {
  for (const nasty of ["' OR 1=1 --", '%', '\\', '{"a":1}', 'a/../b']) {
    expect(await currentPublication(nasty)).toBeNull()
    expect(await publishedPerson(nasty)).toBeNull()
    expect(await publishedClaims({ verdict: nasty, personSlug: nasty, topic: nasty })).toEqual([])
  }
})
