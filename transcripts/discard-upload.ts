import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { asOnlyWriter } from '@/transcripts/receive-chunk'
import { ownUpload, removeUpload, type UploadPlace } from '@/transcripts/upload-store'

/** Gives an upload up: what has arrived of it is removed. @throws NotFound, Forbidden. */
export async function discardUpload(actor: Actor, place: UploadPlace): Promise<void> {
  await ownUpload(actor, place)
  await asOnlyWriter(place.uploadId, () => removeUpload(place.uploadId))
}
