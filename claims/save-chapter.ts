import 'server-only'
import { removeChapterSchema, saveChapterSchema } from '@/claims/schema'
import type { BackgroundView } from '@/claims/views'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { allow } from '@/platform/decision'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import { bumpRevision } from '@/transcripts/store'

/**
 * Begins a chapter at a turn, or gives one another title or place. A title says nothing that the turns do not, so nobody has to
 * approve it; it goes out with the next publication. One chapter begins at a turn.
 * @throws Conflict where a colleague changed it meanwhile, or another chapter begins there.
 */
export const saveChapter = command({
  input: saveChapterSchema,
  load: async (tx, { interviewId, noteId }) => {
    await bumpRevision(tx, interviewId)
    if (!noteId) return null
    const chapter = await tx.backgroundNote.findFirst({
      where: { id: noteId, interviewId, kind: 'chapter' },
    })
    if (!chapter) throw new NotFound('A colleague removed this chapter meanwhile.')
    return chapter
  },
  allow: (_actor: Actor) => allow,
  run: async (tx, { input, loaded: chapter }) => {
    const { interviewId, turnId, title } = input
    const turn = await tx.turn.findFirst({ where: { id: turnId, transcript: { interviewId } } })
    if (!turn) throw new Invalid('That turn is not in this transcript.')
    if (chapter && chapter.version !== input.version)
      throw new Conflict(`A colleague called this chapter “${chapter.title}” meanwhile.`, {
        title: chapter.title,
        version: chapter.version,
      })
    const other = await tx.backgroundNote.findFirst({
      where: { interviewId, turnId, kind: 'chapter', ...(chapter ? { id: { not: chapter.id } } : {}) },
    })
    if (other)
      throw new Conflict(`The chapter “${other.title}” begins at this turn already.`, {
        title: other.title,
        version: other.version,
      })
    const saved = chapter
      ? await tx.backgroundNote.update({
          where: { id: chapter.id },
          data: { turnId, title, version: { increment: 1 } },
        })
      : await tx.backgroundNote.create({
          data: { id: input.requestId, interviewId, turnId, title, kind: 'chapter', body: '' },
        })
    const value: BackgroundView = {
      id: saved.id,
      kind: 'chapter',
      turnId: saved.turnId,
      title: saved.title,
      body: '',
      approved: false,
      version: saved.version,
    }
    return {
      value,
      audit: [
        {
          action: chapter ? 'chapter.changed' : 'chapter.begun',
          subject: `Chapter “${title}”`,
          interviewId,
          ...(chapter ? { before: { title: chapter.title } } : {}),
          after: { title },
        },
      ],
    }
  },
})

/** Takes a chapter away: its turns belong to the chapter before. The trail keeps its title. */
export const removeChapter = command({
  input: removeChapterSchema,
  load: async (tx, { noteId }) => {
    const chapter = await tx.backgroundNote.findFirst({ where: { id: noteId, kind: 'chapter' } })
    if (!chapter) throw new NotFound('There is no such chapter.')
    await bumpRevision(tx, chapter.interviewId)
    return chapter
  },
  allow: (_actor: Actor) => allow,
  run: async (tx, { loaded: { id, interviewId, title } }) => {
    await tx.backgroundNote.delete({ where: { id } })
    return {
      value: { noteId: id },
      audit: [
        {
          action: 'chapter.removed',
          subject: `Chapter “${title}”`,
          interviewId,
          before: { title },
        },
      ],
    }
  },
})
