import { beforeAll, describe, expect, it } from 'vitest'
import { parseOffThread } from './parse-off-thread'
import { parseTranscript } from './parse-transcript'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello there\n\n00:03.000 --> 00:04.000\n<v Tom>Bye\n'

describe('parsing in a thread', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    const { buildWorker } = await import(new URL('../platform/boot/build-worker.mjs', import.meta.url).href)
    await buildWorker()
  }, 60_000)

  it('gives what parsing here gives', async () => {
    const request = { bytes: bytesOf(vtt), fileName: 'a.vtt' }
    const here = parseTranscript(request)
    expect(await parseOffThread(request, { withCues: true })).toEqual(here)
    expect(await parseOffThread(request)).toEqual({ ...here, cues: [] })
    expect(request.bytes.length).toBe(vtt.length)
  })

  it('reads legacy encodings there too', async () => {
    const bytes = Uint8Array.from(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nCaf\xe9 \xe0 la cr\xe8me, \xe7a va bien\n',
      (sign) => sign.charCodeAt(0),
    )
    expect((await parseOffThread({ bytes, fileName: 'a.vtt' })).turns[0]?.text).toBe(
      'Café à la crème, ça va bien',
    )
  })

  it('stops a file that takes too long', async () => {
    const bytes = bytesOf(vtt + 'word '.repeat(100_000))
    const { problems, turns } = await parseOffThread({ bytes, fileName: 'a.vtt' }, { timeLimitMs: 0 })
    expect(turns).toEqual([])
    expect(problems).toMatchObject([{ code: 'too-slow', severity: 'error' }])
  })

  it('stops a file that takes too much memory', async () => {
    const bytes = bytesOf(`WEBVTT\n\n${'00:01.000 --> 00:02.000\nsome words are here\n\n'.repeat(200_000)}`)
    const { problems } = await parseOffThread({ bytes, fileName: 'a.vtt' }, { memoryLimitMb: 16 })
    expect(problems).toMatchObject([{ code: 'too-large', severity: 'error' }])
  })

  it.each([
    ['distinct keys in one object', (nth: number) => `"${nth.toString(36)}":1`, '{', '}'],
    [
      'objects with keys of their own',
      (nth: number) => `{"${nth.toString(36)}":1,"z${nth.toString(36)}":2}`,
      '[',
      ']',
    ],
  ])('lives through the worst JSON that may come in: %s', async (_what, part, open, close) => {
    const parts: string[] = []
    for (let nth = 0, size = 0; size < 25_000_000 && nth < 990_000 * (open === '{' ? 3 : 1); nth++) {
      const next = part(nth)
      parts.push(next)
      size += next.length + 1
    }
    const bytes = bytesOf(open + parts.join(',') + close)
    const { problems } = await parseOffThread({ bytes, fileName: 'a.json' }, { timeLimitMs: 50_000 })
    expect(problems).toMatchObject([{ code: 'unknown-format', severity: 'error' }])
  })

  it('refuses what is too large before any thread is started', async () => {
    const { problems } = await parseOffThread({
      bytes: new Uint8Array(30 * 1024 * 1024).fill(97),
      fileName: 'a.txt',
    })
    expect(problems).toMatchObject([{ code: 'too-large', severity: 'error' }])
  })

  it('serves many files at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () => parseOffThread({ bytes: bytesOf(vtt), fileName: 'a.vtt' })),
    )
    expect(results.map((result) => result.turns.length)).toEqual(Array(8).fill(2))
  })
})
