import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { POST as report } from '@/app/api/report/route'
import { PUBLIC_ROUTES } from '@/e2e/public-routes'
import { siteOrigin } from '@/platform/env'
import { buildPublished } from '@/prisma/factories/publication'

// Pages name the built stylesheet and scripts.
execFileSync(process.execPath, ['platform/boot/build-reader.mjs'], { stdio: 'ignore' })

const moduleSchema = z.object({
  GET: z.custom<(...args: unknown[]) => unknown>((value) => typeof value === 'function'),
})
const cursor = (at: number) => `o${at.toString(36)}-${'0'.repeat(32)}-1`
const names = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** What no page links to and anybody can write into an address. */
const SLUGS = ['\0', 'a\0b', '%', '..', '\ud800', "'", 'x'.repeat(3000)]
const MOMENTS = [8.64e15, Date.UTC(10_000, 0), 0].map(cursor)
const of = (query: Record<string, string>) => new URLSearchParams(query).toString()
const FILTER = { verdict: 'a\0', person: 'a\0', topic: 'a\0', kind: 'a\0', challenged: 'a\0' }
const SEARCHES = [
  ...MOMENTS.flatMap((at) => [
    of({ q: 'trees', after: `0-c-${at}` }),
    of({ q: 'trees', cursor: `0-s-${at}` }),
    of({ q: 'trees', sort: 'newest', cursor: `zzzzzz-s-${at}` }),
  ]),
  of({ q: 'trees', from: '0000-01-01' }),
  of({ q: 'trees', to: '0000-02-29' }),
  of({ q: 'trees', ...FILTER }),
  ...['\0', 'a\0b', '\ud800', "'", '\\', '"\\" -"\'" & | <-> ! (', '%_'.repeat(99)].map((q) => of({ q })),
]
const LISTS = [
  ...MOMENTS.flatMap((at) => [of({ after: at }), of({ cursor: at })]),
  of({ cursor: names('\0', 'a') }),
  of({ cursor: names('a', '\ud800') }),
  of({ updatedSince: '0000-01-01T00:00:00Z' }),
  of(FILTER),
]
const OTHERS = [
  of({ w: '1e3', v: '\0', claim: '99999999999', page: '1e99' }),
  of({ url: `${siteOrigin()}/interviews/%00`, maxwidth: '1e99' }),
  of({ url: `${siteOrigin()}/interviews/%00` }),
]

function queriesFor(folder: string): string[] {
  if (folder.endsWith('/search')) return SEARCHES
  return folder.includes('interviews/[slug]') || folder.endsWith('/oembed') ? OTHERS : LISTS
}

test('whatever is written into an address, the answer is a page or says what is wrong', async () => {
  const { interview } = await buildPublished({ interview: { title: 'Nine million trees' } })
  const faults: string[] = []
  for (const folder of Object.keys(PUBLIC_ROUTES)) {
    const { GET } = moduleSchema.parse(await import(path.resolve('app', folder, 'route.ts')))
    const slugs = folder.includes('[') ? SLUGS : []
    const asked = [
      ...queriesFor(folder).map((query) => ({ slug: interview.slug, query })),
      ...slugs.map((slug) => ({ slug, query: '' })),
    ]
    for (const { slug, query } of asked) {
      const address = `/${folder}?${query} at ${JSON.stringify(slug).slice(0, 20)}`
      const request = new NextRequest(`http://localhost:3000/x?${query}`)
      const params = { slug, number: '1', file: `${slug}.atom`, token: slug, path: [slug] }
      try {
        const answer = await GET(request, { params: Promise.resolve(params) })
        if (!(answer instanceof Response) || answer.status >= 500)
          faults.push(`${address}: ${answer instanceof Response ? answer.status : 'nothing'}`)
      } catch (error) {
        faults.push(`${address}: ${String(error).replace(/\s+/g, ' ').slice(-90)}`)
      }
    }
  }
  expect(faults).toEqual([])
})

test('a report from nowhere is refused in words', async () => {
  for (const slug of ['\0', '\ud800', '..', 'x'.repeat(3000), '']) {
    const answer = await report(
      new Request(`${siteOrigin()}/api/report`, {
        method: 'POST',
        headers: { origin: siteOrigin(), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ slug, claim: '', publication: '1', message: 'Wrong.', replyTo: '' }),
      }),
    )
    expect([404, 422]).toContain(answer.status)
  }
})
