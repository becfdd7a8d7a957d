import 'server-only'
import sharp from 'sharp'
import { Invalid } from '@/platform/errors'
import type { PictureFacts } from '@/transcripts/picture-file'

/** Longest side in pixels; more than the widest page shows on the sharpest screen. */
const LONGEST_SIDE = 2400
/** More pixels than any camera makes; a small file that claims more is a bomb. */
const MOST_PIXELS = 120_000_000

/**
 * The picture anew, without anything but its pixels: a camera writes where and by whom a photograph was taken into the file,
 * and that may be a source. Turned upright and no larger than pages need.
 * @throws Invalid where the bytes cannot be read as the picture they claim to be.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  mime: PictureFacts['mime'],
): Promise<PictureFacts & { bytes: Buffer }> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  const encoded =
    mime === 'image/png'
      ? picture.png({ compressionLevel: 9 })
      : mime === 'image/webp'
        ? picture.webp({ quality: 86 })
        : picture.jpeg({ quality: 84, mozjpeg: true })
  try {
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    return { bytes: data, mime, width: info.width, height: info.height }
  } catch {
    // sharp's messages name its own internals; to the editor they all mean this.
    throw new Invalid('The picture cannot be read.', {
      file: 'The file is damaged or too large to be unpacked. Save it again in another program and try that.',
    })
  }
}
