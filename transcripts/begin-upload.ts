import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { parseInput } from '@/platform/command'
import { db } from '@/platform/db'
import { Conflict, Forbidden, NotFound, TooLarge } from '@/platform/errors'
import { canEditInterview } from '@/transcripts/policy'
import { MOST_RECORDING_BYTES } from '@/transcripts/recording-size'
import { beginUploadSchema } from '@/transcripts/schema'
import { requireRoom } from '@/transcripts/upload-room'
import { removeOldUploads } from '@/transcripts/upload-store'

/**
 * Begins an upload. Asking again with the same id is the same upload, so an answer that was lost costs nothing.
 * @throws Invalid, Forbidden, NotFound, TooLarge, Conflict where the id is somebody else's.
 */
export async function beginUpload(
  actor: Actor,
  input: unknown,
): Promise<{ uploadId: string; received: number }> {
  const { uploadId, interviewId, fileName, bytes } = parseInput(beginUploadSchema, input)
  const decision = canEditInterview(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  if (bytes > MOST_RECORDING_BYTES)
    throw new TooLarge(`“${fileName}” is larger than 2 GB. Use its address instead.`)
  if ((await db().interview.count({ where: { id: interviewId } })) === 0)
    throw new NotFound('There is no such interview. It may have been removed.')
  await removeOldUploads()
  await requireRoom(bytes)
  const row = await db().upload.upsert({
    where: { id: uploadId },
    create: { id: uploadId, interviewId, memberId: actor.id, fileName, bytes },
    update: {},
  })
  if (row.memberId !== actor.id || row.interviewId !== interviewId || row.bytes !== bytes)
    throw new Conflict('There is another upload of this name. Choose the file again.')
  return { uploadId, received: row.received }
}
