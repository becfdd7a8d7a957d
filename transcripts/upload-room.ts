import 'server-only'
import { TooLarge } from '@/platform/errors'
import { roomForIncoming } from '@/platform/storage/incoming'

/** Bytes that stay free on disk whatever is uploaded: the database lives there too. */
const SPARE_BYTES = 500_000_000

/**
 * Asked when an upload begins and again with each part: several that begin together are each told of the same room.
 * @param bytes still to come. @throws TooLarge where the disk has no room for them.
 */
export async function requireRoom(bytes: number): Promise<void> {
  if (bytes + SPARE_BYTES > (await roomForIncoming()))
    throw new TooLarge(
      'The server has no room for a file of this size. Tell whoever runs it, or use an address.',
    )
}

/** Bytes between two looks at the disk, where nobody said how many will come. */
const LOOK_EVERY_BYTES = 64 * 1024 * 1024

/** The source's chunks for as long as the disk has room for more. */
export async function* whileRoom(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let unlooked = LOOK_EVERY_BYTES
  for await (const chunk of source) {
    unlooked += chunk.length
    if (unlooked >= LOOK_EVERY_BYTES) {
      await requireRoom(LOOK_EVERY_BYTES)
      unlooked = 0
    }
    yield chunk
  }
}
