import sharp from 'sharp'
import { expect, test } from 'vitest'
import { Invalid } from '@/platform/errors'
import { cleanPicture } from '@/transcripts/clean-picture'

const photograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8899aa' } })

test('a published photograph does not tell where or by whom it was taken', async () => {
  const taken = await photograph(40, 30)
    .withExif({
      IFD0: { Artist: 'Confidential Source' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer()
  expect(taken.includes('Confidential Source')).toBe(true)
  const clean = await cleanPicture(taken, 'image/jpeg')
  expect(clean.bytes.includes('Confidential Source')).toBe(false)
  const { exif, xmp, iptc } = await sharp(clean.bytes).metadata()
  expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
})

test('a picture held sideways is turned upright before its note of that is removed', async () => {
  const sideways = await photograph(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await cleanPicture(sideways, 'image/jpeg')).toMatchObject({ width: 30, height: 40 })
})

test('a picture larger than a page needs is made smaller, a small one is left', async () => {
  const large = await photograph(4800, 1200).png().toBuffer()
  expect(await cleanPicture(large, 'image/png')).toMatchObject({
    width: 2400,
    height: 600,
    mime: 'image/png',
  })
  const small = await photograph(20, 10).webp().toBuffer()
  expect(await cleanPicture(small, 'image/webp')).toMatchObject({ width: 20, height: 10, mime: 'image/webp' })
})

test('a damaged picture is refused with a sentence', async () => {
  const whole = await photograph(400, 300).png().toBuffer()
  await expect(cleanPicture(whole.subarray(0, 60), 'image/png')).rejects.toBeInstanceOf(Invalid)
})
