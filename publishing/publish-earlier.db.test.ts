import { beforeAll, describe, expect, test } from 'vitest'
import { moveClaim } from '@/claims/move-claim'
import { reviseClaim } from '@/claims/revise-claim'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid, NotFound } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { publishView } from '@/publishing/desk-queries'
import { earlierPage } from '@/publishing/earlier-page'
import { loadDraft } from '@/publishing/load-draft'
import { publishEarlier } from '@/publishing/publish-earlier'
import { currentPublication } from '@/publishing/queries'
import { warningsOf } from '@/publishing/roll-forward'
import type { ChangeNote } from '@/publishing/schema'
import { takeDown } from '@/publishing/take-down'

let editor: Actor
let second: Actor
beforeAll(async () => {
  editor = await buildMember(db(), { role: 'editor' })
  second = await buildMember(db(), { role: 'editor' })
})

const WHY: ChangeNote = { kind: 'update', note: 'We put the earlier text back.', claimNumber: null }
const WRONG: ChangeNote = {
  kind: 'correction',
  wrong: 'We had called it correct.',
  note: 'It is false.',
  claimNumber: 1,
}

async function page(slug: string) {
  const found = await currentPublication(slug)
  if (found?.snapshot.kind !== 'page') throw new Error('There is no page at this address.')
  return found.snapshot
}

async function again(interviewId: string, number: number, changes: ChangeNote[], actor = editor) {
  const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } })
  return publishEarlier(actor, { interviewId, number, revision, changes })
}

/** Two claims; then, in a second publication, another verdict on the first, another title, and the second claim gone. */
async function buildTwice() {
  const built = await buildPublished({
    interview: { title: 'As it was' },
    claims: [{}, { words: { turn: 1, from: 2, to: 6 } }],
  })
  const [first, other] = built.claims
  if (!first || !other) throw new Error('no claims')
  const { verdictKey } = await db().claim.findUniqueOrThrow({ where: { id: first.id } })
  await reviseClaim(editor, {
    claimId: first.id,
    changes: { verdictKey: { from: verdictKey, to: 'correct' } },
  })
  await approveBuilt(second, first.id)
  await moveClaim(editor, { claimId: other.id, from: 'approved', to: 'dropped' })
  await db().interview.update({ where: { id: built.interview.id }, data: { title: 'As it is' } })
  const notes: ChangeNote[] = [1, 2].map((claimNumber) => ({ ...WRONG, claimNumber }))
  await publishBuilt(editor, built.interview.id, notes)
  return { ...built, verdictKey }
}

describe('an earlier text', () => {
  test('goes out again as a new publication: its words, the first moment, and every change ever told', async () => {
    const { interview, verdictKey } = await buildTwice()
    const before = await page(interview.slug)
    expect(await again(interview.id, 1, [WHY, WRONG])).toMatchObject({ number: 3 })
    const now = await page(interview.slug)
    expect(now).toMatchObject({ number: 3, interview: { title: 'As it was' } })
    expect(now.claims.map(({ number, verdict }) => [number, verdict.key])).toEqual([
      [1, verdictKey],
      [2, expect.any(String)],
    ])
    expect(now.firstPublishedAt).toBe(before.firstPublishedAt)
    expect(now.publishedAt > before.publishedAt).toBe(true)
    expect(now.changes.map(({ publication, note }) => [publication, note])).toEqual([
      [3, expect.any(String)],
      [3, expect.any(String)],
      ...before.changes.map(({ publication, note }) => [publication, note]),
    ])
    // Nothing that was public was taken out of the record.
    expect(await db().publication.count({ where: { interviewId: interview.id } })).toBe(3)
    expect(
      await db().auditEntry.findFirstOrThrow({
        where: { interviewId: interview.id, action: 'interview.earlier-published' },
      }),
    ).toMatchObject({ actorId: editor.id, after: { number: 3, textOf: 1 } })
  })

  test('brings a page back that was taken down, where its checks are found again', async () => {
    const { interview } = await buildPublished()
    await takeDown(editor, { interviewId: interview.id, notice: 'For now.' })
    expect(await db().publishedAppearance.count({ where: { interviewId: interview.id } })).toBe(0)
    await again(interview.id, 1, [WHY])
    expect(await page(interview.slug)).toMatchObject({ number: 3, changes: [{ note: WHY.note }] })
    expect(await db().publishedAppearance.count({ where: { interviewId: interview.id } })).toBe(1)
  })

  test('does not change the desk: the next publication from there tells the same differences again', async () => {
    const { interview } = await buildTwice()
    const told = (await publishView(editor, interview.id)).differences
    expect(told).toEqual([])
    await again(interview.id, 1, [WHY, WRONG])
    const { differences, items } = await publishView(editor, interview.id)
    expect(differences).toMatchObject([
      { number: 1, what: 'verdict', requires: 'correction' },
      { number: 2, what: 'removed', requires: 'correction' },
    ])
    expect(items.filter(({ level }) => level === 'blocker')).toEqual([])
    await expect(publishBuilt(editor, interview.id)).rejects.toThrow(Invalid)
    await publishBuilt(editor, interview.id, [WRONG, { ...WRONG, claimNumber: 2 }])
    expect(await page(interview.slug)).toMatchObject({ number: 4, interview: { title: 'As it is' } })
  })
})

describe('it is refused', () => {
  test('where readers would not be told: no note at all, or a verdict that turns without a correction', async () => {
    const { interview } = await buildTwice()
    await expect(again(interview.id, 1, [])).rejects.toMatchObject({
      fields: { changes: expect.stringContaining('Tell readers') },
    })
    await expect(again(interview.id, 1, [WHY])).rejects.toMatchObject({
      fields: { 'changes.claim-1': expect.stringContaining('correction') },
    })
    expect((await page(interview.slug)).number).toBe(2)
  })

  test('for the text that stands, for a notice, and for a number that never was', async () => {
    const { interview } = await buildPublished()
    await expect(again(interview.id, 1, [WHY])).rejects.toThrow(Invalid)
    await expect(again(interview.id, 9, [WHY])).rejects.toThrow(NotFound)
    await takeDown(editor, { interviewId: interview.id, notice: 'Gone.' })
    await expect(again(interview.id, 2, [WHY])).rejects.toThrow(NotFound)
  })

  test('to a reporter, under an embargo, and where the desk changed meanwhile', async () => {
    const { interview } = await buildTwice()
    await expect(again(interview.id, 1, [WHY, WRONG], await buildMember(db()))).rejects.toThrow(Forbidden)
    const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
    await expect(
      publishEarlier(editor, {
        interviewId: interview.id,
        number: 1,
        revision: revision - 1,
        changes: [WHY, WRONG],
      }),
    ).rejects.toThrow(Conflict)
    await db().interview.update({
      where: { id: interview.id },
      data: { embargoUntil: new Date(Date.now() + 3_600_000) },
    })
    await expect(again(interview.id, 1, [WHY, WRONG])).rejects.toThrow(Invalid)
    expect((await page(interview.slug)).number).toBe(2)
  })
})

test('an editor is warned by name of what was dropped or corrected since', async () => {
  const { interview } = await buildTwice()
  const earlier = await earlierPage(db(), interview.id, 1)
  if (!earlier) throw new Error('no page')
  const third = { transcript: { interviewId: interview.id }, position: 2 }
  const { id } = await db().turn.findFirstOrThrow({ where: third })
  const draft = await loadDraft(db(), interview.id)
  const turns = draft.turns.map((turn) => (turn.id === id ? { ...turn, text: 'Other words.' } : turn))
  expect(warningsOf({ ...draft, turns }, earlier)).toEqual([
    expect.stringMatching(/^Claim 2, “.+”, was dropped at the desk since/),
    expect.stringMatching(/^One turn of the transcript was corrected/),
  ])
})
