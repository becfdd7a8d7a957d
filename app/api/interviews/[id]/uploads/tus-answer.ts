import { TUS_VERSION } from '@/transcripts/tus'

type Params = Record<string, string | string[] | undefined>

/** An answer as the tus protocol frames it: no body, what there is to say in headers. */
export function tusAnswer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { 'Tus-Resumable': TUS_VERSION, ...headers } })
}

/** Refuses a client of another version of the protocol, as it demands; null where all is well. */
export function otherVersion(request: Request): Response | null {
  return request.headers.get('tus-resumable') === TUS_VERSION
    ? null
    : tusAnswer(412, { 'Tus-Version': TUS_VERSION })
}

/** Which upload a path names; what is no text becomes an id that nothing has. */
export function uploadIn(params: Params): { interviewId: string; uploadId: string } {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : '')
  return { interviewId: text('id'), uploadId: text('uploadId') }
}
