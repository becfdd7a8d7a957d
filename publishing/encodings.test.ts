import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chooseCoding, encode } from '@/publishing/encodings'

describe('the coding of an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *;q=0', 'identity'],
    ['identity', 'identity'],
    ['', 'identity'],
    [null, 'identity'],
  ])('for %j is %s', (accept, coding) => {
    expect(chooseCoding(accept)).toBe(coding)
  })

  it('decodes to the same bytes', async () => {
    const bytes = Buffer.from('A foghorn attack? '.repeat(200))
    expect(brotliDecompressSync(await encode(bytes, 'br'))).toEqual(bytes)
    expect(gunzipSync(await encode(bytes, 'gzip'))).toEqual(bytes)
    expect(await encode(bytes, 'identity')).toBe(bytes)
  })
})
