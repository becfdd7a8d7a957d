import { expect, test } from 'vitest'
import { readPicture } from '@/transcripts/picture-file'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000002800000016808060000', 'hex')
const JPEG_FRAME = Buffer.from('ffc0001108016802800301', 'hex')
const JFIF = Buffer.from('ffe000104a46494600010100000100010000', 'hex')

function exif(orientation: number): Buffer {
  const tiff = Buffer.from(
    `49492a000800000001001201030001000000${orientation.toString(16).padStart(2, '0')}00000000000000`,
    'hex',
  )
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2])
  return Buffer.concat([head, body])
}

test('the size of a picture comes from its bytes', () => {
  expect(readPicture(PNG)).toEqual({ mime: 'image/png', width: 640, height: 360 })
  expect(readPicture(Buffer.concat([Buffer.from('ffd8', 'hex'), JFIF, JPEG_FRAME]))).toEqual({
    mime: 'image/jpeg',
    width: 640,
    height: 360,
  })
})

test('a picture from a turned camera has the size in which it is shown', () => {
  const turned = Buffer.concat([Buffer.from('ffd8', 'hex'), exif(6), JPEG_FRAME])
  expect(readPicture(turned)).toEqual({ mime: 'image/jpeg', width: 360, height: 640 })
  const upright = Buffer.concat([Buffer.from('ffd8', 'hex'), exif(1), JPEG_FRAME])
  expect(readPicture(upright)).toMatchObject({ width: 640, height: 360 })
})

test.each([
  ['VP8X', '524946460000000057454250565038580a000000000000007f02006701 00'.replace(' ', '')],
  ['VP8 ', '52494646000000005745425056503820000000000000009d012a80026801'],
  ['VP8L', '5249464600000000574542505650384c000000002f7fc25900'],
])('a WebP of the kind %s is read', (_kind, hex) => {
  expect(readPicture(Buffer.from(hex, 'hex'))).toEqual({ mime: 'image/webp', width: 640, height: 360 })
})

test.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['GIF', Buffer.from('GIF89a')],
  ['a page', Buffer.from('<!doctype html>')],
  ['nothing', Buffer.alloc(0)],
  ['a cut JPEG', Buffer.from('ffd8ffe0', 'hex')],
  ['a cut PNG', PNG.subarray(0, 18)],
])('%s is no picture for readers', (_what, bytes) => {
  expect(readPicture(bytes)).toBeNull()
})
