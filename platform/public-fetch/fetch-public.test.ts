import net, { type AddressInfo } from 'node:net'
import { Duplex } from 'node:stream'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type FetchLimits, fetchPublic, PAGE_LIMITS } from './fetch-public'
import { standIn } from './stand-in'
import { heldTo, publicWire } from './wire'

const PUBLIC = '93.184.216.34'
const OTHER = '2606:4700::10'
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const reads = () => true

let close: (() => Promise<void>) | undefined
afterEach(async () => {
  await close?.()
  close = undefined
})

async function web(...given: Parameters<typeof standIn>) {
  const made = await standIn(...given)
  close = made.close
  const get = (address: string, limits: Partial<FetchLimits> = {}) =>
    fetchPublic(address, { reads, wire: made.wire, limits: { ...PAGE_LIMITS, ...limits } })
  return { ...made, get }
}

describe('reading a page of the public web', () => {
  test('goes to the number that was looked up, with the name in the Host header and nothing about who asks', async () => {
    const seen: Record<string, unknown>[] = []
    const { get, connections } = await web({ 'records.example': [[PUBLIC, OTHER]] }, (request, response) => {
      seen.push({ ...request.headers, path: request.url })
      response.writeHead(200, HTML).end('<title>Trees</title>')
    })
    const answer = await get('http://records.example/a?b=1#c')
    expect(answer).toMatchObject({ mime: 'text/html', cut: false })
    expect(answer.bytes.toString()).toBe('<title>Trees</title>')
    expect(connections).toEqual([
      { host: 'records.example', addresses: [PUBLIC, OTHER], port: 80, secure: false },
    ])
    expect(seen).toMatchObject([{ host: 'records.example', path: '/a?b=1' }])
    for (const name of ['cookie', 'referer', 'origin', 'authorization', 'x-forwarded-for', 'via'])
      expect(seen[0]).not.toHaveProperty(name)
  })

  test('a name that leads to a private number, or to a mixture, is refused before anything is sent', async () => {
    const { get, connections } = await web(
      {
        'inside.example': [['10.1.2.3']],
        'mixed.example': [[PUBLIC, '169.254.169.254']],
        'six.example': [[OTHER, '::ffff:127.0.0.1']],
        'nat64.example': [['64:ff9b::a00:1']],
        'nowhere.example': [[]],
      },
      (_request, response) => void response.end(),
    )
    for (const host of ['inside', 'mixed', 'six', 'nat64'])
      await expect(get(`http://${host}.example/`)).rejects.toThrow('private network')
    await expect(get('http://nowhere.example/')).rejects.toThrow('leads nowhere')
    expect(connections).toEqual([])
  })

  test('a name that answers otherwise the second time is not looked up a second time for one connection', async () => {
    const { get, connections, asked } = await web(
      { 'rebinding.example': [[PUBLIC], ['127.0.0.1']] },
      (_request, response) => void response.writeHead(200, HTML).end('fine'),
    )
    expect((await get('http://rebinding.example/')).bytes.toString()).toBe('fine')
    expect(asked).toEqual(['rebinding.example'])
    expect(connections.map((one) => one.addresses)).toEqual([[PUBLIC]])
    // And the next question gets the next answer, which is refused.
    await expect(get('http://rebinding.example/')).rejects.toThrow('private network')
    expect(connections).toHaveLength(1)
  })

  test('redirects are followed by hand, and each is checked anew', async () => {
    const hops: Record<string, string> = {
      '/public': 'http://other.example/end',
      '/relative': '../end',
      '/loopback': 'http://127.0.0.1/',
      '/metadata': 'http://169.254.169.254/latest/meta-data/',
      '/decimal': 'http://2130706433/',
      '/six': 'http://[::1]/',
      '/name': 'http://localhost/',
      '/inside': 'http://inside.example/',
      '/file': 'file:///etc/passwd',
      '/port': 'http://other.example:6379/',
      '/back': 'http://records.example/public-then-private',
      '/round': '/round',
    }
    const { get, connections } = await web(
      {
        'records.example': [[PUBLIC]],
        'other.example': [[OTHER]],
        'inside.example': [['192.168.0.10']],
      },
      (request, response) => {
        const to = hops[request.url ?? '']
        if (to) response.writeHead(302, { location: to, 'set-cookie': 'seen=1' }).end()
        else response.writeHead(200, HTML).end(`cookie: ${request.headers.cookie ?? 'none'}`)
      },
    )
    const found = await get('http://records.example/public')
    expect(found.url.href).toBe('http://other.example/end')
    expect(found.bytes.toString()).toBe('cookie: none')
    expect((await get('http://records.example/relative')).url.pathname).toBe('/end')
    const before = connections.length
    for (const path of ['loopback', 'metadata', 'decimal', 'six', 'name', 'inside'])
      await expect(get(`http://records.example/${path}`)).rejects.toThrow('private network')
    await expect(get('http://records.example/file')).rejects.toThrow('https://')
    await expect(get('http://records.example/port')).rejects.toThrow('port')
    expect(connections.slice(before).every((one) => one.addresses[0] === PUBLIC)).toBe(true)
    await expect(get('http://records.example/round')).rejects.toThrow('without end')
  })

  test('a page without end is cut off, and so is what unpacks to more than it may', async () => {
    const { get } = await web({ 'records.example': [[PUBLIC]] }, (request, response) => {
      const bomb = Buffer.alloc(50_000_000, 32)
      if (request.url === '/gzip')
        return void response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(bomb))
      if (request.url === '/brotli')
        return void response
          .writeHead(200, { ...HTML, 'content-encoding': 'br' })
          .end(brotliCompressSync(bomb, { params: { 1: 1 } }))
      response.writeHead(200, HTML)
      const more = () => {
        while (!response.destroyed && response.write('<p>and on</p>'.repeat(1000)));
        response.once('drain', more)
      }
      more()
    })
    for (const path of ['endless', 'gzip', 'brotli']) {
      const { bytes, cut } = await get(`http://records.example/${path}`, { mostBytes: 100_000 })
      expect([path, bytes.length, cut]).toEqual([path, 100_000, true])
    }
  })

  test('what is packed twice, or in a way nobody knows, is refused; so is what is packed wrongly', async () => {
    const { get } = await web({ 'records.example': [[PUBLIC]] }, (request, response) => {
      const coding = request.url === '/twice' ? 'gzip, gzip' : request.url === '/odd' ? 'zip' : 'gzip'
      response.writeHead(200, { ...HTML, 'content-encoding': coding }).end('this is not packed')
    })
    await expect(get('http://records.example/twice')).rejects.toThrow('packed')
    await expect(get('http://records.example/odd')).rejects.toThrow('packed')
    await expect(get('http://records.example/wrong')).rejects.toThrow('broken')
  })

  test('a server that never answers, or drips, is left when the time is over', async () => {
    const { get, server } = await web({ 'records.example': [[PUBLIC]] }, (request, response) => {
      if (request.url === '/head') return // not a byte
      response.writeHead(200, HTML)
      const drip = setInterval(() => response.write('<'), 20)
      response.once('close', () => clearInterval(drip))
    })
    for (const path of ['head', 'body'])
      await expect(get(`http://records.example/${path}`, { totalMs: 1000 })).rejects.toThrow(
        'The page did not answer in 1 seconds.',
      )
    await expect
      .poll(() => new Promise((resolve) => server.getConnections((_error, count) => resolve(count))))
      .toBe(0)
  })

  test('a name whose server never answers is left when the time is over', async () => {
    const { wire } = await web({}, (_request, response) => void response.end())
    const asked = fetchPublic('http://records.example/', {
      reads,
      wire: { ...wire, lookUp: () => new Promise(() => undefined) },
      limits: { ...PAGE_LIMITS, totalMs: 200 },
    })
    await expect(asked).rejects.toThrow('did not answer')
  })

  test('a connection that nobody accepts is left sooner', async () => {
    const { wire } = await web({ 'records.example': [[PUBLIC]] }, (_request, response) => void response.end())
    const asked = fetchPublic('http://records.example/', {
      reads,
      // Never connects, because its name is never answered.
      wire: {
        ...wire,
        connect: () => net.connect({ host: 'never.example', port: 80, lookup: () => undefined }),
      },
      limits: { ...PAGE_LIMITS, connectMs: 100 },
    })
    await expect(asked).rejects.toThrow('could not be reached')
  })

  test('errors, switched protocols and what is no HTTP are said in a sentence', async () => {
    const { get } = await web({ 'records.example': [[PUBLIC]] }, (request, response) => {
      if (request.url === '/ssh') return void request.socket.end('SSH-2.0-OpenSSH_9.6\r\n')
      response.writeHead(Number(request.url?.slice(1)), HTML).end('<title>Error</title>')
    })
    await expect(get('http://records.example/404')).rejects.toThrow('There is no page at that address.')
    await expect(get('http://records.example/403')).rejects.toThrow('does not let this server read it (403)')
    await expect(get('http://records.example/500')).rejects.toThrow('answered with an error (500)')
    await expect(get('http://records.example/ssh')).rejects.toThrow('does not answer as a page does')
  })

  test('what is not read is not downloaded: only its head is taken', async () => {
    let written = 0
    const { wire } = await web({ 'records.example': [[PUBLIC]] }, (_request, response) => {
      response.writeHead(200, {
        'content-type': 'video/mp4',
        'content-disposition': 'inline; filename=a.mp4',
      })
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64_000))) written += 64_000
        response.once('drain', more)
      }
      more()
    })
    const answer = await fetchPublic('http://records.example/a', {
      wire,
      reads: (mime) => mime === 'text/html',
    })
    expect(answer).toMatchObject({ mime: 'video/mp4', contentDisposition: 'inline; filename=a.mp4' })
    expect(answer.bytes).toHaveLength(0)
    expect(written).toBeLessThan(20_000_000)
  })
})

describe('the wire', () => {
  test('ends a connection that stands elsewhere than was checked', async () => {
    const server = net.createServer((socket) => {
      // The other side hangs up on it.
      socket.on('error', () => undefined)
      socket.end('secret')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const got: string[] = []
    const socket = heldTo(net.connect({ host: '127.0.0.1', port }), [PUBLIC])
    socket.on('data', (bytes) => got.push(String(bytes)))
    await expect(new Promise((_resolve, reject) => socket.once('error', reject))).rejects.toThrow('elsewhere')
    expect(got).toEqual([])
    await new Promise((resolve) => server.close(resolve))
  })

  test('connects to the numbers given and asks no resolver for the name', async () => {
    const server = net.createServer((socket) => socket.end('reached'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const socket = publicWire.connect({
      host: 'never-looked-up.example',
      addresses: ['127.0.0.1'],
      port,
      secure: false,
    })
    expect(socket).toBeInstanceOf(Duplex)
    const [bytes] = await new Promise<unknown[]>((resolve, reject) => {
      socket.once('data', (...given) => resolve(given)).once('error', reject)
    })
    expect(String(bytes)).toBe('reached')
    await new Promise((resolve) => server.close(resolve))
  })
})
