import { get, type IncomingHttpHeaders } from 'node:http'

/** An answer as it comes over the wire: fetch would unpack it. */
export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer }

/** Asks once, in one coding. */
export function ask(url: string, coding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': coding }, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      )
    }).on('error', reject)
  })
}
