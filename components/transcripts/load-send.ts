import { z } from 'zod'

/** A refusal as the server's routes put it (app/_boundary/route), or one of the browser's own. */
const refusalSchema = z.object({
  kind: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).default({}),
  current: z.unknown().optional(),
})
export type Refused = z.infer<typeof refusalSchema>
export type Sent = { ok: true; body: unknown } | { ok: false; error: Refused }

export function refused(kind: string, message: string): Refused {
  return { kind, message, fields: {} }
}

type Options = {
  method?: 'POST' | 'PUT' | 'DELETE'
  /** Share of the body that has left this browser, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Sends a body and reads the JSON that answers. XMLHttpRequest, because fetch tells nothing of an upload's progress. */
export function sendBody(
  address: string,
  body: FormData | Blob | null,
  options: Options = {},
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const fail = (kind: string, message: string) => resolve({ ok: false, error: refused(kind, message) })
    request.open(options.method ?? 'POST', address)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) options.onProgress?.(event.loaded / event.total)
    })
    request.addEventListener('load', () => resolve(answerOf(request.status, request.responseText)))
    request.addEventListener('abort', () => fail('stopped', 'Stopped. Nothing was stored.'))
    request.addEventListener('error', () =>
      fail(
        'unreachable',
        'The server could not be reached, so nothing was stored. What you entered is still here; try again.',
      ),
    )
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

/** What an answer means; a server in between may answer with something that is no JSON. */
export function answerOf(status: number, text: string): Sent {
  let body: unknown = null
  try {
    body = JSON.parse(text)
  } catch {
    body = null // not from one of our routes: the status has to do
  }
  if (status >= 200 && status < 300) return { ok: true, body }
  const said = refusalSchema.safeParse(body)
  if (said.success) return { ok: false, error: said.data }
  if (status === 413)
    return { ok: false, error: refused('too-large', 'The file is larger than this server accepts.') }
  return {
    ok: false,
    error: refused('fault', `The server answered with an error (${status}). Nothing was stored; try again.`),
  }
}
