import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BODY_ENCODING, BODY_LENGTH } from '@/platform/response-framing'
import { FRAMED_POLICY, PUBLIC_POLICY } from '@/publishing/public-headers'
import { publicResponse } from '@/publishing/public-pages'

const TEXT = '<!doctype html><title>A page</title>'.repeat(40)
const ask = (headers: Record<string, string> = {}) => new Request('https://checks.example/', { headers })
let keys = 0
const page = (status = 200) => ({
  key: `test ${keys++}`,
  make: async () => ({ status, type: 'text/html; charset=utf-8', body: TEXT }),
})

describe('a public answer', () => {
  it('is made once for a key, also for a crowd that comes at once', async () => {
    let made = 0
    const counted = {
      ...page(),
      make: async () => ({ status: 200, type: 'text/html', body: `page ${++made}` }),
    }
    const answers = await Promise.all(Array.from({ length: 20 }, () => publicResponse(ask(), counted)))
    answers.push(await publicResponse(ask(), counted))
    expect(made).toBe(1)
    expect(new Set(answers.map((answer) => answer.headers.get('etag'))).size).toBe(1)
  })

  it('is compressed where the reader can read that, under a validator of its own', async () => {
    const same = page()
    const plain = await publicResponse(ask(), same)
    const brotli = await publicResponse(ask({ 'accept-encoding': 'gzip, br' }), same)
    const bytes = Buffer.from(await brotli.arrayBuffer())
    expect(brotli.headers.get(BODY_ENCODING)).toBe('br')
    expect(brotli.headers.get(BODY_LENGTH)).toBe(String(bytes.length))
    expect(brotliDecompressSync(bytes).toString()).toBe(TEXT)
    expect(await plain.text()).toBe(TEXT)
    expect(plain.headers.get(BODY_ENCODING)).toBeNull()
    expect(plain.headers.get('etag')).not.toBe(brotli.headers.get('etag'))
  })

  it('is 304 without a body where the reader holds these bytes, also through a proxy that weakened the validator', async () => {
    const same = page()
    const etag = (await publicResponse(ask(), same)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[^"]+"$/)
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await publicResponse(ask({ 'if-none-match': held }), same)
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('cache-control')).toContain('s-maxage')
    }
    expect((await publicResponse(ask({ 'if-none-match': '"other"' }), same)).status).toBe(200)
  })

  it('that tells of a takedown is never mistaken for the page that stood there', async () => {
    const gone = page(410)
    const etag = (await publicResponse(ask(), gone)).headers.get('etag') ?? ''
    expect((await publicResponse(ask({ 'if-none-match': etag }), gone)).status).toBe(410)
  })

  it('may be kept by anything: no cookie, no nonce, nothing inline', async () => {
    const { headers } = await publicResponse(ask({ cookie: 'session=1' }), page())
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(headers.get('content-security-policy')).toBe(PUBLIC_POLICY)
    expect(PUBLIC_POLICY).not.toMatch(/unsafe|nonce/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is readable by other sites only where it is data, and framed only where it was made for it', async () => {
    const answer = async (kind: { open?: boolean; framed?: boolean }) => {
      const { key, make } = page()
      return publicResponse(ask({ origin: 'https://other.example' }), {
        key,
        make: async () => ({ ...(await make()), ...kind }),
      })
    }
    const [plain, data, frame] = await Promise.all([
      answer({}),
      answer({ open: true }),
      answer({ framed: true }),
    ])
    expect(plain.headers.get('access-control-allow-origin')).toBeNull()
    expect(plain.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(data.headers.get('access-control-allow-origin')).toBe('*')
    expect(data.headers.get('access-control-allow-credentials')).toBeNull()
    expect(data.headers.get('content-security-policy')).toBe(PUBLIC_POLICY)
    expect(frame.headers.get('content-security-policy')).toBe(FRAMED_POLICY)
    expect(FRAMED_POLICY).not.toMatch(/unsafe|https:|data:/)
    expect(FRAMED_POLICY).toContain("form-action 'none'")
  })

  it('stays kept whatever flood of others comes: what readers chose, and addresses of nothing', async () => {
    let made = 0
    const stands = {
      key: `test ${keys++}`,
      make: async () => ({ status: 200, type: 'text/html', body: `page ${++made}` }),
    }
    await publicResponse(ask(), stands)
    const heavy = Buffer.alloc(1_000_000)
    for (let at = 0; at < 100; at++) {
      const other = (status: number) => ({
        ...page(),
        make: async () => ({ status, type: 'x/x', body: heavy }),
      })
      await publicResponse(ask(), other(404))
      await publicResponse(ask(), { ...other(200), chosen: true })
    }
    await publicResponse(ask(), stands)
    expect(made).toBe(1)
  })

  it('that failed to be made is made again for the next reader', async () => {
    const key = `test ${keys++}`
    const failing = { key, make: () => Promise.reject(new Error('database away')) }
    await expect(publicResponse(ask(), failing)).rejects.toThrow('database away')
    expect((await publicResponse(ask(), { ...page(), key })).status).toBe(200)
  })
})
