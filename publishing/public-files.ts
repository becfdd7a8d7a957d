import 'server-only'
import { fileResponse } from '@/platform/byte-range'
import { openFile } from '@/platform/storage'
import { publicHeaders } from '@/publishing/public-headers'

/**
 * Answers a GET or HEAD with a stored file that a publication names, in ranges where asked: recordings are listened to from the
 * middle. Null where the bytes are not kept here.
 * @param file `hash` is the SHA-256 of the bytes and the validator too; `name` what a browser calls what it saves.
 */
export async function publicFile(
  request: Request,
  { hash, mime, name }: { hash: string; mime: string; name: string },
): Promise<Response | null> {
  const file = await openFile(hash)
  if (!file) return null
  const answer = fileResponse(file, mime, request, {
    etag: hash,
    name,
    // Kept by browsers, but asked about each time: what was taken down must not play on.
    cacheControl: 'public, max-age=0, s-maxage=1, must-revalidate',
  })
  for (const [name, value] of publicHeaders(answer.status)) {
    if (!answer.headers.has(name) && name !== 'vary') answer.headers.set(name, value)
  }
  return answer
}
