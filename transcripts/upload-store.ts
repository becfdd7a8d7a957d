import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { Conflict, Forbidden, NotFound } from '@/platform/errors'
import { removeIncoming, removeOldIncoming } from '@/platform/storage/incoming'
import { canEditInterview } from '@/transcripts/policy'
import { isId } from '@/transcripts/schema'
import type { PendingUpload } from '@/transcripts/views'

/**
 * Uploads on their way (ADR 16). They are how bytes travel, not something the newsroom says, so their rows are written without
 * an audit entry; what comes of one, `recording.set`, has its own.
 */

export const UPLOAD_DAYS_MS = 24 * 60 * 60 * 1000

export type UploadPlace = { interviewId: string; uploadId: string }

/** An upload of this member's own. @throws NotFound (unknown, of another interview, or too old), Forbidden. */
export async function ownUpload(actor: Actor, { interviewId, uploadId }: UploadPlace) {
  const decision = canEditInterview(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const row =
    isId(interviewId) && isId(uploadId)
      ? await db().upload.findFirst({ where: { id: uploadId, interviewId, updatedAt: { gt: oldest() } } })
      : null
  if (!row) throw new NotFound('This upload is not known any more. Choose the file again.')
  if (row.memberId !== actor.id) throw new Forbidden('Somebody else began this upload; only they can go on.')
  return row
}

/** Notes how far an upload has come. @throws Conflict where another connection was quicker. */
export async function noteReceived(
  uploadId: string,
  from: number,
  to: { received: number; mime: string },
): Promise<void> {
  const { count } = await db().upload.updateMany({
    where: { id: uploadId, received: from, doneAt: null },
    data: to,
  })
  if (count === 0) throw new Conflict('Another connection goes on with this upload.')
}

/** A member's unfinished uploads to an interview, newest first. */
export async function pendingUploads(actor: Actor, interviewId: string): Promise<PendingUpload[]> {
  const rows = await db().upload.findMany({
    where: {
      interviewId,
      memberId: actor.id,
      doneAt: null,
      received: { gt: 0 },
      updatedAt: { gt: oldest() },
    },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, fileName: true, bytes: true, received: true },
  })
  return rows
}

export async function removeUpload(uploadId: string): Promise<void> {
  await db().upload.deleteMany({ where: { id: uploadId } })
  await removeIncoming(uploadId)
}

/** Removes uploads that nobody has gone on with for a day, and bytes whose upload is gone. */
export async function removeOldUploads(): Promise<void> {
  await db().upload.deleteMany({ where: { updatedAt: { lte: oldest() } } })
  await removeOldIncoming(oldest().getTime())
}

function oldest(): Date {
  return new Date(now().getTime() - UPLOAD_DAYS_MS)
}
