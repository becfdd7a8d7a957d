import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderSite } from './render-nginx.mjs'
import { checkSyntax, freePort, nginxVersion, type RunningNginx, startNginx } from './run-nginx'

const version = nginxVersion()

describe('the nginx configuration as text', () => {
  const site = renderSite({ origin: 'claims.internal:3000', cache: '/srv/cache' })
  const bare = site.replace(/#.*$/gm, '').replace(/"[^"]*"/g, '""')

  it('has every name filled in and every brace closed', () => {
    expect(site).not.toMatch(/__[A-Z]/)
    expect(site).toContain('server claims.internal:3000;')
    expect(renderSite({ origin: '127.0.0.1:3000, 127.0.0.1:3001' })).toMatch(
      /server 127\.0\.0\.1:3000;\n\s+server 127\.0\.0\.1:3001;/,
    )
    expect(bare.split('{').length).toBe(bare.split('}').length)
  })

  it('refuses a value that would write directives of its own', () => {
    expect(() => renderSite({ listen: '80; } evil {' })).toThrow(/cannot stand in/)
  })

  it('keeps pages in one place only, which is not where the desk, signing in and the API pass', () => {
    const cached = [...bare.matchAll(/location ([^{]+)\{([^}]*proxy_cache [^}]*)\}/g)].map((match) =>
      match[1]?.trim(),
    )
    expect(cached).toHaveLength(2)
    expect(cached.join(' ').replace('api/v1', '')).not.toMatch(/desk|sign-in|api|preview/)
  })

  it('is read by nginx itself where there is one', () => {
    if (version === null) {
      console.warn('There is no nginx here: the configuration was checked as text only.')
      return expect(bare).toMatch(/proxy_cache_lock on;/)
    }
    const { ok, said } = checkSyntax((folder) =>
      renderSite({ listen: '127.0.0.1:8080', cache: path.join(folder, 'cache') }),
    )
    expect(said).toMatch(/syntax is ok/)
    expect(ok, said).toBe(true)
  })
})

/** A small origin: what it answers is written in the address, and it counts what it is asked. */
const asked: IncomingMessage[] = []
const waiting: (() => void)[] = []
/** What the origin answers to addresses with that word in them, in place of 200. */
const instead = new Map<string, number>()

function answer(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request)
  const url = request.url ?? ''
  const kept = url.includes('brief') ? 's-maxage=1, stale-while-revalidate=60' : 's-maxage=600'
  response.setHeader('Cache-Control', `public, max-age=0, ${kept}`)
  if (url.includes('counted')) {
    response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=1, stale-while-revalidate=1')
    response.setHeader('X-Accel-Expires', `@${String(request.headers['x-claimline-second']).split('.')[0]}`)
    return void response.end(String(asked.length))
  }
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('Content-Type', 'text/html')
  if (url.includes('cookie')) response.setHeader('Set-Cookie', 'seen=1')
  if (url.includes('draft')) response.setHeader('Cache-Control', 'private, no-store')
  for (const [word, status] of instead) if (url.includes(word)) response.statusCode = status
  if (request.headers.range) response.writeHead(206, { 'Content-Range': 'bytes 0-3/9' })
  if (url === '/api/desk/stream') {
    response.setHeader('Content-Type', 'text/event-stream')
    response.write('event: beat\n\n')
    return // goes on for as long as the reader does
  }
  const send = () => response.end(`${url} ${request.headers['accept-encoding'] ?? 'plain'}`)
  if (url.includes('slow')) waiting.push(send)
  else send()
}

describe('the nginx configuration in nginx', () => {
  // A machine without nginx has checked the text above; the warning there says so.
  if (version === null) return it('needs nginx on the PATH', () => expect(version).toBeNull())

  let origin: Server
  let nginx: RunningNginx
  let front: string

  beforeAll(async () => {
    const [inner, outer] = [await freePort(), await freePort()]
    origin = createServer(answer).listen(inner, '127.0.0.1')
    await once(origin, 'listening')
    front = `http://127.0.0.1:${outer}`
    const names = { listen: `127.0.0.1:${outer}`, origin: `127.0.0.1:${inner}` }
    nginx = await startNginx(
      (folder) => renderSite({ ...names, cache: path.join(folder, 'cache') }),
      `${front}/ready`,
    )
  })
  afterAll(async () => {
    await nginx?.stop()
    origin?.close()
  })

  const get = async (address: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${front}${address}`, { headers })
    return {
      status: response.status,
      cache: response.headers.get('x-cache-status'),
      text: await response.text(),
    }
  }
  const times = (part: string) => asked.filter((request) => request.url?.includes(part)).length

  it('asks the origin once when many readers ask for one page at once', async () => {
    const readers = Array.from({ length: 12 }, () => get('/interviews/slow'))
    await vi.waitUntil(() => waiting.length > 0)
    await Promise.all([get('/desk/after'), get('/desk/after'), get('/desk/after')]) // by now the others have reached nginx
    expect(times('slow')).toBe(1)
    for (const send of waiting) send()
    expect(new Set((await Promise.all(readers)).map(({ text }) => text)).size).toBe(1)
    expect(times('slow')).toBe(1)
  })

  it('serves one copy to deep links and to what social sites append', async () => {
    await get('/interviews/linked?t=61')
    expect((await get('/interviews/linked?t=2&utm_source=x')).cache).toBe('HIT')
    // What can change a byte makes a copy of its own, whatever stands around it and in whichever order.
    expect((await get('/claims?verdict=false&fbclid=x')).text).toContain('/claims?verdict=false& ')
    expect((await get('/claims?x=1&verdict=false&verdict=true')).cache).toBe('HIT')
    expect((await get('/search?topic=tax&q=a%20b')).text).toContain('/search?q=a%20b&topic=tax& ')
    expect((await get('/search?q=a%20b&topic=tax&q=c')).cache).toBe('HIT')
    expect((await get('/api/v1/claims?any=1')).text).toContain('/api/v1/claims?any=1 ')
  })

  it('keeps no two addresses under one name', async () => {
    for (const address of [
      '/search?q=x',
      '/search%3Fq=x&',
      '/people/a?after=1',
      '/people/a%3Fafter=1&',
      '/people/after=1&%20/people/a',
    ])
      expect((await get(address)).cache, address).not.toBe('HIT')
  })

  it('keeps nothing of a query that is nobody’s bookmark', async () => {
    for (const _ of [1, 2]) expect((await get(`/search?q=${'x'.repeat(800)}`)).cache).toBe('BYPASS')
    expect((await get(`/interviews/linked?junk=${'x'.repeat(800)}`)).cache).toBe('HIT')
  })

  it('tells the origin its own second, and lets a page go with the next one', async () => {
    const read = () => get('/interviews/counted')
    const first = (await read()).text
    const second = asked.find(({ url }) => url === '/interviews/counted')?.headers['x-claimline-second']
    expect(Number(second)).toBeGreaterThan(1_700_000_000)
    // Fresh for what is left of that second; shown once more in the one after, while it is asked for.
    await expect.poll(async () => times('/interviews/counted'), { timeout: 10_000 }).toBe(1)
    await expect.poll(async () => (await read()).text, { timeout: 10_000, interval: 20 }).not.toBe(first)
    expect(Math.floor(Date.now() / 1000) - Math.floor(Number(second))).toBeLessThanOrEqual(2)
  })

  it('keeps one copy for each coding, however browsers spell what they accept', async () => {
    const spellings = [
      'gzip, deflate, br, zstd',
      'br;q=1.0, gzip;q=0.8',
      'BR',
      'gzip',
      'deflate, gzip;q=0.5',
      'identity',
      'br;q=0',
    ]
    for (const spelling of spellings) await get('/interviews/coded', { 'accept-encoding': spelling })
    expect(
      asked.filter(({ url }) => url === '/interviews/coded').map(({ headers }) => headers['accept-encoding']),
    ).toEqual(['br', 'gzip', undefined])
  })

  it('keeps one copy of a script of the desk, for every browser', async () => {
    for (const coding of ['br', 'gzip', 'identity'])
      await get('/_next/static/chunks/a1b2.js', { 'accept-encoding': coding })
    expect(times('/_next/static/')).toBe(1)
  })

  it('never keeps the desk, signing in or the API, whatever they answer', async () => {
    for (const address of [
      '/desk',
      '/desk/interviews/1',
      '/sign-in',
      '/api/health',
      '/api/interviews/1/changes',
      '/api/newsroom/v1/interviews',
      '/preview/abc',
    ]) {
      for (const _ of [1, 2]) expect((await get(`${address}?never`)).cache).toBeNull()
      expect(asked.filter(({ url }) => url === `${address}?never`)).toHaveLength(2)
    }
  })

  it('never keeps an answer that sets a cookie, or that the origin wants kept by nobody', async () => {
    for (const address of ['/interviews/cookie', '/interviews/draft']) {
      await get(address)
      expect((await get(address)).cache).not.toBe('HIT')
      expect(times(address)).toBe(2)
    }
  })

  it('shows the newest page to whoever is signed in, keeps nothing of it, and tells the origin nothing of them', async () => {
    const cookie = { cookie: '__Secure-next-auth.session-token=abc' }
    for (const _ of [1, 2]) expect((await get('/interviews/mine', cookie)).cache).toBe('BYPASS')
    expect((await get('/interviews/mine')).cache).toBe('MISS')
    const seen = asked.filter(({ url }) => url === '/interviews/mine')
    expect(seen.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined])
  })

  it('passes the host, and the visitor’s own address in place of a forged one', async () => {
    await get('/desk/forged', { 'x-forwarded-for': '203.0.113.9' })
    const headers = asked.find(({ url }) => url === '/desk/forged')?.headers
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' })
    expect(`http://${headers?.host}`).toBe(front)
  })

  it('passes ranges of a recording to the origin', async () => {
    for (const _ of [1, 2]) {
      const { status, cache } = await get('/interviews/heard/recording', { range: 'bytes=0-3' })
      expect([status, cache]).toEqual([206, null])
    }
    expect(times('heard')).toBe(2)
  })

  it('passes on what happens at the desk as it happens, uncompressed', async () => {
    const leaving = new AbortController()
    const response = await fetch(`${front}/api/desk/stream`, {
      headers: { 'accept-encoding': 'gzip' },
      signal: leaving.signal,
    })
    const first = await response.body?.getReader().read()
    expect(new TextDecoder().decode(first?.value)).toBe('event: beat\n\n')
    expect(response.headers.get('content-encoding')).toBeNull()
    leaving.abort()
  })

  it('lets transcripts and kept copies through and stops what is too large for any form', async () => {
    const post = (address: string) =>
      fetch(`${front}${address}`, { method: 'POST', body: new Uint8Array(3_000_000) }).then(
        ({ status }) => status,
      )
    expect(await post('/api/transcripts/preview')).toBe(200)
    expect(await post('/api/claims/7/sources/8/copy')).toBe(200)
    expect(await post('/api/claims/7/talk')).toBe(413)
    expect(await post('/sign-in')).toBe(413)
  })

  it('lets the parts of an upload through with what they say of themselves', async () => {
    const path = '/api/interviews/7/uploads/part-of-a-recording'
    const headers = { 'upload-offset': '8388608', 'tus-resumable': '1.0.0' }
    const part = await fetch(`${front}${path}`, { method: 'PATCH', headers, body: new Uint8Array(8_388_608) })
    expect(part.status).toBe(200)
    expect(asked.find(({ url }) => url === path)).toMatchObject({ method: 'PATCH', headers })
  })

  it('lets a page go when it was taken down, however many copies were kept', async () => {
    for (const word of ['gone-brief', 'missing-brief']) {
      await get(`/interviews/${word}`)
      const status = word.startsWith('gone') ? 410 : 404
      instead.set(word, status)
      await expect
        .poll(async () => (await get(`/interviews/${word}`)).status, { timeout: 10_000 })
        .toBe(status)
      expect((await get(`/interviews/${word}`)).status).toBe(status)
    }
  }, 25_000)

  it('goes on showing a page while the origin fails', async () => {
    await get('/interviews/failing-brief')
    instead.set('failing-brief', 500)
    const before = times('failing-brief')
    await vi.waitUntil(
      async () => {
        expect((await get('/interviews/failing-brief')).status).toBe(200)
        return times('failing-brief') > before + 1 // it was asked, and failed, more than once
      },
      { timeout: 10_000 },
    )
  }, 15_000)

  it('goes on showing a page when the origin dies, and says so in plain words where it has none', async () => {
    await get('/interviews/brief')
    origin.closeAllConnections()
    await new Promise((resolve) => origin.close(resolve))
    await expect.poll(async () => (await get('/interviews/brief')).cache, { timeout: 10_000 }).toBe('STALE')
    expect(await get('/interviews/brief')).toMatchObject({ status: 200 })
    const other = await get('/desk')
    expect(other.status).toBe(503)
    expect(other.text).toContain('try again')
  }, 15_000)
})
