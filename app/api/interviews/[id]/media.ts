import 'server-only'
import { fileResponse } from '@/platform/byte-range'
import { NotFound } from '@/platform/errors'
import { openFile } from '@/platform/storage'
import { mediaFile } from '@/transcripts/queries'

/** The interview's recording or picture from storage, whole or by the range. @throws NotFound */
export async function mediaResponse(
  interviewId: string,
  kind: 'recording' | 'picture',
  request: Request,
): Promise<Response> {
  const media = await mediaFile(interviewId, kind)
  const file = media && (await openFile(media.hash))
  if (!file) throw new NotFound(`The interview has no ${kind} here.`)
  return fileResponse(file, media.mime, request, { etag: media.hash, name: kind })
}

/** The interview's id in a route's path. */
export function idIn(params: Record<string, string | string[] | undefined>): string {
  return typeof params.id === 'string' ? params.id : ''
}
