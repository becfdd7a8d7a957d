import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Forbidden, Invalid, NotFound } from '@/platform/errors'
import { keepFile } from '@/platform/storage'
import { cleanPicture } from '@/transcripts/clean-picture'
import { PICTURE_HEAD_BYTES, type PictureFacts, readPicture } from '@/transcripts/picture-file'
import { canEditInterview } from '@/transcripts/policy'
import { interviewIdSchema, pictureWordsSchema } from '@/transcripts/schema'
import { bumpRevision } from '@/transcripts/store'

export const MOST_PICTURE_BYTES = 20_000_000

/** Looks at a picture's bytes, and keeps its pixels and nothing else of it. @throws Invalid where it is no JPEG, PNG or WebP, Forbidden. */
export async function keepPicture(actor: Actor, bytes: Uint8Array): Promise<KeptPicture> {
  const decision = canEditInterview(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const facts = readPicture(bytes.subarray(0, PICTURE_HEAD_BYTES))
  if (!facts)
    throw new Invalid('Choose a picture: JPEG, PNG or WebP.', {
      file: 'This is not a JPEG, PNG or WebP file.',
    })
  const { bytes: clean, ...kept } = await cleanPicture(bytes, facts.mime)
  const { hash } = await keepFile(oneChunk(clean), MOST_PICTURE_BYTES)
  return { hash, ...kept }
}

export type KeptPicture = PictureFacts & { hash: string }

/** The command that gives an interview a kept picture and its words. @returns the interview's new revision. */
export function setPicture({ hash, ...facts }: KeptPicture) {
  return command({
    input: pictureWordsSchema,
    load: loadPicture,
    allow: (actor: Actor) => canEditInterview(actor),
    run: async (tx, { input: { interviewId, ...words }, loaded }) => {
      const data = { ...words, ...facts, fileHash: hash }
      await tx.picture.upsert({ where: { interviewId }, create: { interviewId, ...data }, update: data })
      return {
        value: { revision: loaded.revision },
        audit: [
          { action: 'picture.set', subject: words.alt, interviewId, before: loaded.picture, after: data },
        ],
      }
    },
  })
}

/** Changes the words of the picture that is there. @throws NotFound where there is none. */
export const describePicture = command({
  input: pictureWordsSchema,
  load: loadPicture,
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input: { interviewId, ...words }, loaded }) => {
    if (!loaded.picture) throw new NotFound('The interview has no picture any more.')
    await tx.picture.update({ where: { interviewId }, data: words })
    return {
      value: { revision: loaded.revision },
      audit: [
        {
          action: 'picture.described',
          subject: words.alt,
          interviewId,
          before: loaded.picture,
          after: words,
        },
      ],
    }
  },
})

/** Takes the picture off the interview. Publications that show it keep its bytes. */
export const removePicture = command({
  input: interviewIdSchema,
  load: loadPicture,
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (tx, { input: { interviewId }, loaded }) => {
    if (!loaded.picture) throw new NotFound('The interview has no picture any more.')
    await tx.picture.delete({ where: { interviewId } })
    return {
      value: { revision: loaded.revision },
      audit: [
        { action: 'picture.removed', subject: loaded.picture.alt, interviewId, before: loaded.picture },
      ],
    }
  },
})

/** Raises the revision first, which locks the interview and shows that it exists. */
async function loadPicture(tx: Tx, { interviewId }: { interviewId: string }) {
  const revision = await bumpRevision(tx, interviewId)
  const row = await tx.picture.findUnique({ where: { interviewId } })
  if (!row) return { revision, picture: null }
  const { interviewId: _, ...picture } = row
  return { revision, picture }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
