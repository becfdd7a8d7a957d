// Longer than most files: everything that is promised of what answers before the application, each tried on the front itself.
import fs from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { ROOT } from '../places.mjs'
import { createFront } from './front.mjs'
import { codingOf, keptAddress, PUBLIC_PATHS } from './public-address.mjs'

/** An application of our own behind a real server; each test says what it answers. */

const servers = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A busy machine is slow, not wrong. */
const soon = (read) => expect.poll(read, { timeout: 20_000 })

const KEEP = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400'

async function stand(answer) {
  const world = { time: 1_000_000, asked: [] }
  const application = async (request, response) => {
    world.asked.push({ url: request.url, headers: request.headers })
    await answer(request, response, world.asked.length)
  }
  const front = createFront(application, { host: 'checks.example', now: () => world.time })
  const server = createServer((request, response) => front.handle(request, response))
  servers.push(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${server.address().port}`
  return { ...world, world, front, get: (url, options) => fetch(at + url, options) }
}

const page =
  (text, headers = {}) =>
  (_request, response) => {
    response.writeHead(200, { 'cache-control': KEEP, 'content-type': 'text/html', etag: '"a"', ...headers })
    response.end(text)
  }

test('a crowd that arrives together is one question to the application', async () => {
  let open
  const gate = new Promise((resolve) => {
    open = resolve
  })
  const { get, world } = await stand(async (request, response) => {
    await gate
    page('The page.')(request, response)
  })
  const readers = Array.from({ length: 40 }, () => get('/interviews/a').then((answer) => answer.text()))
  await soon(() => world.asked.length).toBe(1)
  open()
  expect(new Set(await Promise.all(readers))).toEqual(new Set(['The page.']))
  expect(world.asked).toHaveLength(1)
})

test('nothing of a reader reaches the application, and nobody goes past by what they say of themselves', async () => {
  const { get, world } = await stand(page('The page.'))
  const said = [
    { cookie: 'next-auth.session-token=x; theme=dark', 'user-agent': 'reader', 'x-own': 'yes' },
    { authorization: 'Bearer x' },
    { range: 'bytes=0-1', 'x-forwarded-host': 'elsewhere.example' },
  ]
  for (const more of said)
    expect(await (await get('/', { headers: { 'accept-encoding': 'gzip', ...more } })).text()).toBe(
      'The page.',
    )
  expect(world.asked).toHaveLength(1)
  expect(Object.keys(world.asked[0].headers).sort()).toEqual(['accept-encoding', 'host', 'user-agent'])
  expect(world.asked[0].headers).toMatchObject({ host: 'checks.example', 'user-agent': 'lightMyRequest' })
})

test('an answer that sets a cookie is nobody else’s: every reader is answered by the application', async () => {
  const { get, world } = await stand(page('Hello.', { 'set-cookie': 'seen=1' }))
  for (const cookie of ['a=1', 'a=2'])
    expect((await get('/', { headers: { cookie } })).headers.get('set-cookie')).toBe('seen=1')
  expect(world.asked.flatMap(({ headers }) => headers.cookie ?? [])).toEqual(['a=1', 'a=2'])
})

test('whatever is no public document goes to the application as it came', async () => {
  const { get, world } = await stand(page('Anything.'))
  await get('/desk', { headers: { cookie: 'a=1' } })
  await get('/api/report', { method: 'POST', body: 'x' })
  await get('/', { method: 'POST', body: 'x' })
  await get('/interviews/a/recording', { headers: { range: 'bytes=0-1' } })
  expect(
    world.asked.map(({ url, headers }) => [
      url,
      headers.cookie ?? headers['content-length'] ?? headers.range,
    ]),
  ).toEqual([
    ['/desk', 'a=1'],
    ['/api/report', '1'],
    ['/', '1'],
    ['/interviews/a/recording', 'bytes=0-1'],
  ])
})

test('an answer is sent again for a second, then asked for anew, and at two seconds never sent unasked', async () => {
  const { get, world } = await stand((request, response, times) => page(`Take ${times}.`)(request, response))
  const read = async () => (await get('/claims')).text()
  expect(await read()).toBe('Take 1.')
  world.time += 999
  expect(await read()).toBe('Take 1.')
  expect(world.asked).toHaveLength(1)
  world.time += 2
  expect(await read()).toBe('Take 1.') // the question is under way
  await soon(read).toBe('Take 2.')
  world.time += 2_000
  expect(await read()).toBe('Take 3.')
})

test('what was published is seen at once: nothing kept is sent, not even what was being asked for', async () => {
  let open
  let text = 'Before.'
  const gates = [
    new Promise((resolve) => {
      open = resolve
    }),
    Promise.resolve(),
  ]
  const { get, front, world } = await stand(async (request, response, times) => {
    const said = text
    await gates[times - 1]
    page(said)(request, response)
  })
  const early = get('/interviews/a')
  await soon(() => world.asked.length).toBe(1)
  text = 'After.'
  front.changed()
  expect(await (await get('/interviews/a')).text()).toBe('After.')
  open()
  await early
  expect(await (await get('/interviews/a')).text()).toBe('After.')
})

test('an answer that may have joined a question from before the change is asked for again', async () => {
  const { get, front, world } = await stand((request, response, times) =>
    page(`Take ${times}.`)(request, response),
  )
  const read = async () => (await get('/claims')).text()
  await read()
  front.changed()
  expect(await read()).toBe('Take 2.')
  expect(await read()).toBe('Take 2.') // and asked for meanwhile
  await soon(() => world.asked.length).toBe(3)
  world.time += 5_000
  front.changed()
  world.time += 300
  const settled = await read()
  const before = world.asked.length
  expect(await read()).toBe(settled)
  expect(world.asked).toHaveLength(before)
})

test('while the application fails, readers get what it said before, at once and for a day', async () => {
  let broken = false
  const { get, world } = await stand((request, response) => {
    if (broken) {
      response.writeHead(500, { 'cache-control': 'no-store' })
      return response.end('Broken.')
    }
    return page(`${request.url} stands.`)(request, response)
  })
  await get('/interviews/a')
  await get('/claims')
  broken = true
  world.time += 60 * 60 * 1000
  const before = world.asked.length
  for (const _ of [1, 2, 3, 4])
    expect(await (await get('/interviews/a')).text()).toBe('/interviews/a stands.')
  expect(world.asked.length - before).toBe(1)
  world.time += 600
  expect(await (await get('/interviews/a')).text()).toBe('/interviews/a stands.')
  await soon(() => world.asked.length - before).toBe(2)
  expect((await get('/interviews/never-asked')).status).toBe(500)
  world.time += 86_400_000
  expect((await get('/interviews/a')).status).toBe(500)
  broken = false
  expect((await get('/interviews/a')).status).toBe(200)
})

test('what was taken down does not come back while the application fails; what merely changed does', async () => {
  let broken = false
  const { get, front } = await stand((request, response) => {
    if (!broken) return page('The page.')(request, response)
    response.writeHead(500)
    response.end()
  })
  await get('/interviews/a')
  broken = true
  front.changed()
  expect((await get('/interviews/a')).status).toBe(200)
  front.takenDown()
  expect((await get('/interviews/a')).status).toBe(500)
})

test('while nobody tells of changes nothing is sent unasked, and a failing application still does no harm', async () => {
  let broken = false
  const { get, front, world } = await stand((request, response, times) => {
    if (!broken) return page(`Take ${times}.`)(request, response)
    response.writeHead(500)
    response.end()
  })
  const read = async () => (await get('/claims')).text()
  front.hears(false)
  expect([await read(), await read()]).toEqual(['Take 1.', 'Take 2.'])
  broken = true
  expect(await read()).toBe('Take 2.')
  broken = false
  world.time += 5_000
  front.hears(true)
  world.time += 5_000
  const last = await read()
  expect(last).toMatch(/Take [4-9]/)
  expect(await read()).toBe(last)
})

test('an application that hangs keeps nobody waiting who can be shown what it said before', {
  timeout: 15_000,
}, async () => {
  let hang = false
  const { get, world } = await stand((request, response) =>
    hang ? undefined : page('The page.')(request, response),
  )
  await get('/interviews/a')
  hang = true
  world.time += 10_000
  // The first waits for a while, those after it do not.
  expect(await (await get('/interviews/a')).text()).toBe('The page.')
  for (const _ of [1, 2, 3]) expect(await (await get('/interviews/a')).text()).toBe('The page.')
  expect(world.asked).toHaveLength(2)
})

test('an answer that breaks off is not sent to others, and not kept', async () => {
  let breaks = true
  const { get } = await stand((request, response) => {
    if (!breaks) return page('The page.')(request, response)
    response.writeHead(200, { 'cache-control': KEEP })
    response.write('The pa')
    response.destroy()
  })
  const cut = await get('/interviews/a')
  expect([cut.status, cut.headers.get('retry-after')]).toEqual([503, '2'])
  breaks = false
  expect(await (await get('/interviews/a')).text()).toBe('The page.')
})

test('a flood of searches is held back and takes no room from the pages', async () => {
  const { get, front, world } = await stand((request, response) =>
    page(request.url === '/interviews/a' ? 'The page.' : 'x'.repeat(1_000_000))(request, response),
  )
  await get('/interviews/a')
  for (let count = 0; count < 60; count++) await get(`/search?q=${count}`)
  for (let count = 0; count < 60; count++) await get(`/interviews/nowhere-${count}?v=${count}`)
  expect(front.size).toBeLessThan(100_000_000)
  const before = world.asked.length
  await get('/interviews/a')
  expect(world.asked).toHaveLength(before)

  const gates = []
  const slow = await stand((request, response) => void gates.push(() => page('Found.')(request, response)))
  const readers = Array.from({ length: 70 }, (_, at) =>
    slow.get(`/search?q=${at}`).then(({ status }) => status),
  )
  await soon(() => gates.length).toBe(64)
  const early = await Promise.race([Promise.all(readers.slice(0, 1)), ...readers.slice(-1)])
  expect(early).toBe(503)
  for (const open of gates) open()
  const all = await Promise.all(readers)
  expect([
    all.filter((status) => status === 200).length,
    all.filter((status) => status === 503).length,
  ]).toEqual([64, 6])
})

test('a question of any length is one among the others, and a long one is not kept', async () => {
  const { get, front, world } = await stand(page('Found.'))
  const long = `/claims?verdict=false&kind=${'x'.repeat(800)}`
  expect(await (await get(long)).text()).toBe('Found.')
  expect(front.size).toBe(0)
  await (await get(long)).text()
  expect(world.asked).toHaveLength(2)

  const gates = []
  const slow = await stand((request, response) => void gates.push(() => page('Found.')(request, response)))
  const readers = Array.from({ length: 70 }, (_, at) =>
    slow.get(`${long}&person=${at}`).then(({ status }) => status),
  )
  await soon(() => gates.length).toBe(64)
  expect(await Promise.race(readers)).toBe(503)
  for (const open of gates) open()
  await Promise.all(readers)
})

test('nginx is told until when in its own seconds, nobody else is told anything', async () => {
  const { get } = await stand((request, response) =>
    page(
      'x',
      request.url?.startsWith('/reader/') ? { 'cache-control': 'public, max-age=31536000, immutable' } : {},
    )(request, response),
  )
  const told = async (path, second) =>
    (await get(path, second ? { headers: { 'x-claimline-second': second } } : {})).headers.get(
      'x-accel-expires',
    )
  expect(await told('/', '1764000000.123')).toBe('@1764000000')
  expect(await told('/', '@0; x')).toBeNull()
  expect(await told('/')).toBeNull()
  expect(await told('/reader/a.js', '1764000000.123')).toBeNull()
})

test('a reader who has the page gets 304, one who asks for the head gets no body, both without the application', async () => {
  const { get, world } = await stand(page('The page.'))
  const whole = await get('/')
  expect(whole.headers.get('content-length')).toBe('9')
  const same = await get('/', { headers: { 'if-none-match': 'W/"a", "b"' } })
  expect(same.status).toBe(304)
  expect(same.headers.get('etag')).toBe('"a"')
  expect(same.headers.get('content-length')).toBeNull()
  const head = await get('/', { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '9', ''])
  expect(world.asked).toHaveLength(1)
})

test('a page is kept once a coding, whatever the spelling, and its bytes pass as they are', async () => {
  const bytes = gzipSync('The page.')
  const { get, world } = await stand((request, response) =>
    page(
      request.headers['accept-encoding'] === 'gzip' ? bytes : 'The page.',
      request.headers['accept-encoding'] === 'gzip' ? { 'content-encoding': 'gzip' } : {},
    )(request, response),
  )
  for (const spelling of ['gzip', 'GZIP;q=0.5, deflate', 'deflate , gzip'])
    expect(await (await get('/', { headers: { 'accept-encoding': spelling } })).text()).toBe('The page.')
  expect(world.asked).toHaveLength(1)
  expect(await (await get('/', { headers: { 'accept-encoding': 'gzip;q=0' } })).text()).toBe('The page.')
  expect(world.asked).toHaveLength(2)
})

const at = (url, more = {}) => keptAddress({ method: 'GET', url, headers: {}, ...more })?.address ?? null

test('only what can change a byte tells answers apart, in whatever order it comes', () => {
  expect(at('/interviews/a?t=754')).toBe('/interviews/a')
  expect(at('/interviews/a?utm_source=x&t=1&verdict=false')).toBe('/interviews/a')
  expect(at('/claims?verdict=false&fbclid=x')).toBe('/claims?verdict=false')
  expect(at('/search?topic=tax&q=a%20b&q=other&=x&kind=&page')).toBe('/search?q=a%20b&topic=tax')
  expect(at('/interviews/a/picture?w=480&v=1f2e')).toBe('/interviews/a/picture?v=1f2e&w=480')
  expect(at('/api/v1/claims?anything=1&verdict=x')).toBe('/api/v1/claims?anything=1&verdict=x')
  expect(at('/reader/page-1f2e.css')).toBe('/reader/page-1f2e.css')
})

test('what a reader can spell in many ways has room of its own', () => {
  const asks = (url) => keptAddress({ method: 'GET', url, headers: {} })?.asks
  expect(['/interviews/a', '/interviews/a?t=1', '/claims?after='].map(asks)).toEqual([false, false, false])
  expect(['/interviews/%61', '/claims?verdict=false', '/search?q=a'].map(asks)).toEqual([true, true, true])
})

test('what is private, written or unbounded is asked of the application', () => {
  const never = [
    '/desk',
    '/api/health',
    '/api/report',
    '/api/newsroom/v1/interviews',
    '/preview/abc',
    '/interviews/a/recording',
    '/sign-in',
    '/_next/static/a.js',
    '//evil.example/',
    '/Interviews/a',
    // Other spellings of a recording: asked for us, it would come whole into memory.
    '/interviews/./a/recording',
    '/interviews/b/../a/recording',
    '/interviews/%2E/a/recording',
    '/interviews/a\\recording',
    '/interviews/a/%72ecording',
    '/interviews/a/recording#x',
    // Spellings of a page without end, and a way out of what is public.
    '/interviews/b/../a',
    '/interviews/a#1',
    '/interviews/../desk',
  ]
  for (const url of never) expect(at(url), url).toBeNull()
  expect(at('/', { method: 'POST' })).toBeNull()
  expect(at('/', { headers: { 'content-length': '5' } })).toBeNull()
  expect(at('/', { headers: { 'transfer-encoding': 'chunked' } })).toBeNull()
  expect(at(`/interviews/a?junk=${'x'.repeat(800)}`)).toBe('/interviews/a')
  expect(['br', 'gzip, br;q=0', 'identity', undefined].map(codingOf)).toEqual(['br', 'gzip', '', ''])
})

test('every public name of a query that a route reads is one that tells answers apart', () => {
  const routes = fs
    .readdirSync(path.join(ROOT, 'app/(reader)'), { recursive: true })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `app/(reader)/${file}`)
  expect(routes.length).toBeGreaterThan(10)
  for (const route of routes) {
    const address =
      route
        .replace('app/(reader)', '')
        .replace('/route.ts', '')
        .replace(/\[(\.{3})?(\w+)\]/g, 'x') || '/'
    if (!PUBLIC_PATHS.test(address) || address.endsWith('/recording')) continue
    const text = fs.readFileSync(path.join(ROOT, route), 'utf8')
    for (const [, name] of text.matchAll(/(?:searchParams|query|params)\.get(?:All)?\('([^']+)'\)/g))
      expect(
        at(`${address}?${name}=1`),
        `${route} reads ${name}: add it to QUERIES in platform/boot/front/public-address.mjs`,
      ).toContain(`${name}=1`)
  }
})

test('the addresses kept here are those that nginx keeps', () => {
  const conf = fs.readFileSync(path.join(ROOT, 'deploy/nginx.conf'), 'utf8')
  const located = /location ~ (\^\/\(\$\|\S+) \{/.exec(conf)?.[1]
  expect(PUBLIC_PATHS.source.replaceAll('\\/', '/')).toBe(located)
})
