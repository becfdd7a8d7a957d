import 'server-only'
import { removeBackgroundSchema, saveBackgroundSchema } from '@/claims/schema'
import { type Actor, isAtLeast } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { allow, deny } from '@/platform/decision'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import { bumpRevision } from '@/transcripts/store'

/** Writes a background note beside a turn. Approving one, and changing an approved one, takes an editor. */
export const saveBackground = command({
  input: saveBackgroundSchema,
  load: async (tx, input) => {
    await bumpRevision(tx, input.interviewId)
    if (!input.noteId) return null
    const note = await tx.backgroundNote.findFirst({
      where: { id: input.noteId, interviewId: input.interviewId, kind: 'background' },
    })
    if (!note)
      throw new NotFound(
        'A colleague removed this note meanwhile. Your text is still here: save it as a new note.',
      )
    return note
  },
  allow: (actor: Actor, note, input) =>
    (input.approved || note?.status === 'approved') && !isAtLeast(actor.role, 'editor')
      ? deny('A reporter cannot approve. Ask an editor.')
      : allow,
  run: async (tx, { input, loaded: note }) => {
    const turn = await tx.turn.findFirst({
      where: { id: input.turnId, transcript: { interviewId: input.interviewId } },
    })
    if (!turn)
      throw new Invalid('That turn is not in this transcript.', {
        turnId: 'Choose a turn of this interview.',
      })
    if (note && note.version !== input.version)
      throw new Conflict('A colleague changed this note meanwhile. Both texts are here: choose or combine.', {
        title: note.title,
        body: note.body,
        version: note.version,
      })
    const data = {
      turnId: input.turnId,
      title: input.title,
      body: input.body,
      status: input.approved ? 'approved' : 'draft',
    } as const
    const saved = note
      ? await tx.backgroundNote.update({
          where: { id: note.id },
          data: { ...data, version: { increment: 1 } },
        })
      : await tx.backgroundNote.create({
          data: { ...data, id: input.requestId, interviewId: input.interviewId },
        })
    const before = note ? { before: { title: note.title, body: note.body, status: note.status } } : {}
    return {
      value: {
        id: saved.id,
        kind: 'background' as const,
        turnId: saved.turnId,
        title: saved.title,
        body: saved.body,
        approved: input.approved,
        version: saved.version,
      },
      audit: [
        {
          action: note ? 'background.changed' : 'background.added',
          subject: `Background note “${input.title}”`,
          interviewId: input.interviewId,
          ...before,
          after: { title: input.title, body: input.body, status: data.status },
        },
      ],
    }
  },
})

/** Removes a background note; the trail keeps its text. */
export const removeBackground = command({
  input: removeBackgroundSchema,
  load: async (tx, { noteId }) => {
    const note = await tx.backgroundNote.findFirst({ where: { id: noteId, kind: 'background' } })
    if (!note) throw new NotFound('There is no such note.')
    await bumpRevision(tx, note.interviewId)
    return note
  },
  allow: (actor: Actor, note) =>
    note.status === 'approved' && !isAtLeast(actor.role, 'editor')
      ? deny('An editor has approved this note. Ask an editor to remove it.')
      : allow,
  run: async (tx, { loaded: note }) => {
    await tx.backgroundNote.delete({ where: { id: note.id } })
    return {
      value: { noteId: note.id },
      audit: [
        {
          action: 'background.removed',
          subject: `Background note “${note.title}”`,
          interviewId: note.interviewId,
          before: { title: note.title, body: note.body, status: note.status },
        },
      ],
    }
  },
})
