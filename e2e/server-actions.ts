import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { sessionCookie } from '@/newsroom/session'
import { siteOrigin } from '@/platform/env'

/** Server Actions called as somebody who is no page of ours would: over HTTP, by id, with any cookie and any origin. */

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ workers: z.record(z.string(), z.unknown()), filename: z.string(), exportedName: z.string() }),
  ),
})

export type FoundAction = { id: string; file: string; name: string; page: string }

/** Every Server Action of the build that is served, read from Next's own list. */
export function builtActions(): FoundAction[] {
  const file = path.join(process.env.CLAIMLINE_DIST ?? '.next', 'server', 'server-reference-manifest.json')
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    file: filename,
    name: exportedName,
    page:
      Object.keys(workers)[0]
        ?.replace(/^app/, '')
        .replace(/\/page$/, '') ?? '',
  }))
}

export type Caller = {
  member: { id: string; sessionVersion: number } | null
  /** Null sends none; this site's own where nothing is said. */
  origin?: string | null
  headers?: Record<string, string>
}

/** Headers that carry a caller's session and origin. */
export async function headersOf({
  member,
  origin = siteOrigin(),
  headers = {},
}: Caller): Promise<Record<string, string>> {
  const cookie = member ? await sessionCookie(member) : null
  return {
    ...(cookie ? { Cookie: `${cookie.name}=${cookie.value}` } : {}),
    ...(origin === null ? {} : { Origin: origin }),
    ...headers,
  }
}

export type Answer = { status: number; body: string; ok: boolean; kind: string | null }

/** Calls an action with one argument, as its page's script does. */
export async function callAction(
  action: FoundAction,
  id: string,
  input: unknown,
  caller: Caller,
): Promise<Answer> {
  const response = await fetch(new URL(action.page.replace('[id]', id), siteOrigin()), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...(await headersOf(caller)),
      Accept: 'text/x-component',
      'Content-Type': 'text/plain;charset=UTF-8',
      'Next-Action': action.id,
    },
    body: JSON.stringify([input]),
  })
  return answerOf(response)
}

/** What came back: a result of an action, problem details of a route, or neither. */
export async function answerOf(response: Response): Promise<Answer> {
  const body = await response.text()
  const ok =
    /"ok":true/.test(body) || (response.ok && response.headers.get('content-type') === 'application/json')
  return { status: response.status, body, ok, kind: body.match(/"kind":"([a-z-]+)"/)?.[1] ?? null }
}
