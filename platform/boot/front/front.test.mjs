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

const KEEP = 'public, max-age=0, s-maxage=10, stale-while-revalidate=60, stale-if-error=86400'

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
  await expect.poll(() => world.asked.length).toBe(1)
  open()
  expect(new Set(await Promise.all(readers))).toEqual(new Set(['The page.']))
  expect(world.asked).toHaveLength(1)
})

test('nothing of a reader reaches the application, and whoever is signed in goes past', async () => {
  const { get, world } = await stand(page('The page.'))
  await get('/', {
    headers: { cookie: 'theme=dark', 'user-agent': 'reader', 'x-own': 'yes', range: 'bytes=0-1' },
  })
  expect(world.asked[0].headers).not.toHaveProperty('cookie')
  expect(world.asked[0].headers).not.toHaveProperty('x-own')
  expect(world.asked[0].headers).not.toHaveProperty('range')
  expect(world.asked[0].headers.host).toBe('checks.example')
  await get('/', { headers: { cookie: 'next-auth.session-token=x' } })
  expect(world.asked[1].headers.cookie).toBe('next-auth.session-token=x')
  await get('/', { headers: { authorization: 'Bearer x' } })
  expect(world.asked).toHaveLength(3)
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
  await expect.poll(read).toBe('Take 2.')
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
  await expect.poll(() => world.asked.length).toBe(1)
  text = 'After.'
  front.forget()
  expect(await (await get('/interviews/a')).text()).toBe('After.')
  open()
  await early
  expect(await (await get('/interviews/a')).text()).toBe('After.')
})

test('while the application fails, readers get what it said before; a refusal to keep is kept to', async () => {
  let broken = false
  const { get, world } = await stand((request, response) => {
    if (broken) {
      response.writeHead(500)
      return response.end('Broken.')
    }
    return request.url === '/reader/private'
      ? page('Mine.', { 'cache-control': 'private, no-store' })(request, response)
      : page('The page.')(request, response)
  })
  await get('/interviews/a')
  await get('/reader/private')
  broken = true
  world.time += 60 * 60 * 1000
  expect(await (await get('/interviews/a')).text()).toBe('The page.')
  expect((await get('/reader/private')).status).toBe(500)
  expect((await get('/interviews/never-asked')).status).toBe(500)
  world.time += 86_400_000
  expect((await get('/interviews/a')).status).toBe(500)
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

test('seconds of deep links share a page, anything else in the query does not', () => {
  const at = (url) => keptAddress({ method: 'GET', url, headers: {} })
  expect(at('/interviews/a?t=754')).toBe('/interviews/a')
  expect(at('/interviews/a?utm_source=x&t=1')).toBe('/interviews/a')
  expect(at('/claims?verdict=false')).toBe('/claims?verdict=false')
  for (const url of ['/desk', '/api/health', '/interviews/a/recording', '/sign-in', '/_next/static/a.js'])
    expect(at(url), url).toBeNull()
  expect(keptAddress({ method: 'POST', url: '/', headers: {} })).toBeNull()
  expect(['br', 'gzip, br;q=0', 'identity', undefined].map(codingOf)).toEqual(['br', 'gzip', '', ''])
})

test('the addresses kept here are those that nginx keeps', () => {
  const conf = fs.readFileSync(path.join(ROOT, 'deploy/nginx.conf'), 'utf8')
  const located = /location ~ (\^\/\(\$\|\S+) \{/.exec(conf)?.[1]
  expect(PUBLIC_PATHS.source.replaceAll('\\/', '/')).toBe(located)
})
