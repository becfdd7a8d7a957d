import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deskChanges, deskView } from '@/claims/queries'
import { removeBackground, saveBackground } from '@/claims/save-background'
import { removeChapter, saveChapter } from '@/claims/save-chapter'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import { buildSpoken, text } from '@/prisma/factories/correction'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { currentPublication } from '@/publishing/queries'

const begin = (
  { actor, interview }: { actor: Actor; interview: { id: string } },
  turnId: string,
  title: string,
) =>
  saveChapter(actor, {
    interviewId: interview.id,
    noteId: null,
    requestId: randomUUID(),
    version: null,
    turnId,
    title,
  })
const chapterTurns = async (interviewId: string) =>
  (
    await db().backgroundNote.findMany({ where: { interviewId, kind: 'chapter' }, orderBy: { title: 'asc' } })
  ).map(({ title, turnId }) => ({ title, turnId }))

describe('a chapter', () => {
  test('begins at a turn, is renamed and moved, is taken away, and the trail keeps each', async () => {
    const spoken = await buildSpoken()
    const { actor, interview, second, third } = spoken
    const made = await begin(spoken, second, 'Trees')
    expect(made).toMatchObject({ kind: 'chapter', title: 'Trees', turnId: second, version: 1 })
    const moved = await saveChapter(actor, {
      interviewId: interview.id,
      noteId: made.id,
      requestId: randomUUID(),
      version: 1,
      turnId: third,
      title: 'Counting trees',
    })
    expect(moved).toMatchObject({ id: made.id, title: 'Counting trees', turnId: third, version: 2 })
    await removeChapter(actor, { noteId: made.id })
    expect(await chapterTurns(interview.id)).toEqual([])
    const trail = await db().auditEntry.findMany({
      where: { interviewId: interview.id, action: { startsWith: 'chapter.' } },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ action }) => action)).toEqual(['chapter.begun', 'chapter.changed', 'chapter.removed'])
  })

  test('reaches colleagues with the next poll, among what stands beside turns', async () => {
    const spoken = await buildSpoken()
    const { actor, interview, second } = spoken
    const { revision } = await deskView(actor, interview.id)
    const made = await begin(spoken, second, 'Trees')
    expect((await deskChanges(actor, interview.id, revision)).background).toEqual([made])
  })

  test('is refused where one begins already, in another transcript, and over a colleague’s change', async () => {
    const spoken = await buildSpoken()
    const { actor, interview, second, third } = spoken
    const made = await begin(spoken, second, 'Trees')
    await expect(begin(spoken, second, 'More trees')).rejects.toThrow(Conflict)
    const elsewhere = (await buildSpoken()).first
    await expect(begin(spoken, elsewhere, 'Elsewhere')).rejects.toThrow(Invalid)
    const rename = (version: number) =>
      saveChapter(actor, {
        interviewId: interview.id,
        noteId: made.id,
        requestId: randomUUID(),
        version,
        turnId: third,
        title: 'Again',
      })
    await rename(1)
    await expect(rename(1)).rejects.toThrow(Conflict)
    expect(await chapterTurns(interview.id)).toEqual([{ title: 'Again', turnId: third }])
  })

  test('is no background note: neither is changed, nor removed, as the other', async () => {
    const spoken = await buildSpoken()
    const { interview, second } = spoken
    const editor = await buildMember(db(), { role: 'editor' })
    const made = await begin(spoken, second, 'Trees')
    const asNote = {
      interviewId: interview.id,
      requestId: randomUUID(),
      turnId: second,
      title: 'T',
      body: 'B',
    }
    await expect(
      saveBackground(editor, { ...asNote, noteId: made.id, version: 1, approved: true }),
    ).rejects.toThrow(NotFound)
    await expect(removeBackground(editor, { noteId: made.id })).rejects.toThrow(NotFound)
    const note = await saveBackground(editor, { ...asNote, noteId: null, version: null, approved: false })
    await expect(removeChapter(editor, { noteId: note.id })).rejects.toThrow(NotFound)
  })
})

describe('chapters follow the transcript', () => {
  test('where a turn is cut or put together, and back when that is undone', async () => {
    const spoken = await buildSpoken()
    const { interview, third, last, correct, undo } = spoken
    await begin(spoken, third, 'Counting')
    await begin(spoken, last, 'Nobody')
    const stepId = randomUUID()
    const before = await chapterTurns(interview.id)
    await correct({ kind: 'merge', turnId: third, seen: text(2) }, stepId)
    const after = await chapterTurns(interview.id)
    expect(after.map(({ title }) => title)).toEqual(['Counting', 'Nobody'])
    const turns = await db().turn.findMany({
      where: { transcript: { interviewId: interview.id } },
      select: { id: true },
    })
    for (const { turnId } of after) expect(turns.map(({ id }) => id)).toContain(turnId)
    await undo(stepId)
    expect(await chapterTurns(interview.id)).toEqual(before)
  })
})

test('chapters go out with the next publication, and nothing else needs to have changed', async () => {
  const { interview, editor } = await buildPublished()
  const turn = await db().turn.findFirstOrThrow({
    where: { transcript: { interviewId: interview.id }, position: 1 },
  })
  await begin({ actor: editor, interview }, turn.id, 'Trees')
  await publishBuilt(editor, interview.id)
  const found = await currentPublication(interview.slug)
  expect(found?.snapshot).toMatchObject({ number: 2, chapters: [{ turn: 1, title: 'Trees' }] })
})
