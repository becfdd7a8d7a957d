import { Invalid, TooLarge } from '@/platform/errors'

/**
 * The same request with a body that breaks off with TooLarge after `maxBytes`, whatever its Content-Length claims.
 * Nothing is held in memory here.
 * @throws TooLarge at once where Content-Length says so already.
 */
export function limitBody(request: Request, maxBytes: number): Request {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > maxBytes) throw tooLarge(maxBytes)
  if (!request.body) return request
  let bytes = 0
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) controller.error(tooLarge(maxBytes))
      else controller.enqueue(chunk)
    },
  })
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers: request.headers,
    body: request.body.pipeThrough(meter),
    duplex: 'half',
    signal: request.signal,
  }
  return new Request(request.url, init)
}

function tooLarge(maxBytes: number): TooLarge {
  const size =
    maxBytes >= 1_000_000 ? `${Math.floor(maxBytes / 1_000_000)} MB` : `${Math.ceil(maxBytes / 1000)} kB`
  return new TooLarge(`That is too large. At most ${size} can be sent here.`)
}

/** The body as JSON, unparsed by any schema. @throws Invalid where it is not JSON, TooLarge past the route's limit. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    const where = error instanceof SyntaxError ? ` (${error.message})` : ''
    throw new Invalid(`The body is not valid JSON${where}.`)
  }
}
