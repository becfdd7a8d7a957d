/**
 * What is needed of the tus protocol 1.0.0 for uploads that go on where they stopped (https://tus.io/protocols/resumable-upload):
 * its core, and of its extensions `creation`, `termination` and `expiration`. Pure: headers in, facts out.
 */

export const TUS_VERSION = '1.0.0'
export const TUS_CHUNK_TYPE = 'application/offset+octet-stream'

/** The pairs of an Upload-Metadata header, values decoded from base64; what is malformed is left out. */
export function tusMetadata(header: string | null): Record<string, string> {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(/\s+/))
  return Object.fromEntries(
    pairs.flatMap(([key, value]) =>
      key ? [[key, value ? Buffer.from(value, 'base64').toString('utf8') : '']] : [],
    ),
  )
}

/** A header that counts bytes, or null where it does not. */
export function byteCount(header: string | null): number | null {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null
}
