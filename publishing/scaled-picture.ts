import 'server-only'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import type { StoredFile } from '@/platform/storage/file-store'

/**
 * A stored picture that many pixels wide, as WebP, which every browser of the last years reads. Whoever asks keeps it: making one
 * takes a tenth of a second.
 * @param width from `publishing/picture-sizes.ts`.
 */
export async function scaledPicture(file: StoredFile, width: number): Promise<Buffer> {
  const bytes = await buffer(await file.read(0, file.bytes - 1))
  return sharp(bytes).resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer()
}
