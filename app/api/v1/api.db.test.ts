import { readdirSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'
import { API } from '@/publishing/api/addresses'
import { type Json, openApiDocument } from '@/publishing/api/openapi'
import { PUBLIC_OPERATIONS } from '@/publishing/api/operations'
import { takeDown } from '@/publishing/take-down'
import { GET as changes } from './changes/route'
import { GET as claim } from './claims/[slug]/[number]/route'
import { GET as claims } from './claims/route'
import { GET as interviewClaims } from './interviews/[slug]/claims/route'
import { GET as interview } from './interviews/[slug]/route'
import { GET as transcript } from './interviews/[slug]/transcript/route'
import { GET as interviews, OPTIONS } from './interviews/route'
import { GET as document } from './openapi.json/route'
import { GET as people } from './people/route'
import { GET as search } from './search/route'
import { GET as topics } from './topics/route'
import { GET as verdicts } from './verdicts/route'

type Handler = typeof interviews
const HANDLERS: Record<string, Handler> = {
  '/interviews': interviews,
  '/interviews/{slug}': interview,
  '/interviews/{slug}/transcript': transcript,
  '/interviews/{slug}/claims': interviewClaims,
  '/claims': claims,
  '/claims/{slug}/{number}': claim,
  '/people': people,
  '/topics': topics,
  '/verdicts': verdicts,
  '/changes': changes,
  '/search': search,
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000${API}${path}`, { headers })

/** Asks the operation at `path` with its parameters filled in. */
function call(path: string, slug = '', query = '', headers: Record<string, string> = {}): Promise<Response> {
  const handler = HANDLERS[path]
  if (!handler) throw new Error(`${path} has no handler in this test.`)
  const filled = path.replace('{slug}', slug).replace('{number}', '1')
  const asked = path === '/search' && query === '' ? '?q=planted' : query
  return handler(ask(`${filled}${asked}`, headers), {
    params: Promise.resolve(
      path.includes('{slug}') ? { slug, ...(path.includes('{number}') ? { number: '1' } : {}) } : {},
    ),
  })
}

const made = openApiDocument({ origin: 'http://localhost:3000', siteName: 'The desk' })
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema({ $id: 'api', ...(made as Record<string, Json>) })

/** Faults that an independent validator finds in an answer, by the document's word for that status. */
async function faults(path: string, answer: Response): Promise<unknown[]> {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const at = ['paths', `/v1${path}`, 'get', 'responses', String(answer.status), 'content', type, 'schema']
  const pointer = at.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  const validate = ajv.getSchema(`api#/${encodeURI(pointer)}`)
  if (!validate) return [`The document has no ${pointer}.`]
  validate(await answer.clone().json())
  return validate.errors ?? []
}

describe('the public API', () => {
  it('has a document that the OpenAPI schema accepts, and that names every route and no other', async () => {
    const checked = await new Validator().validate(JSON.parse(JSON.stringify(made)))
    expect(checked.errors).toBeUndefined()
    expect(checked.valid).toBe(true)
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    const routes = files
      .filter((file) => file.endsWith('route.ts'))
      .map((file) => `/${file.replace(/\/?route\.ts$/, '').replaceAll(/\[([a-z]+)\]/g, '{$1}')}`)
    const about = ['/', '/openapi.json']
    expect(routes.filter((route) => !about.includes(route)).sort()).toEqual(
      PUBLIC_OPERATIONS.map(({ path }) => path).sort(),
    )
    expect(Object.keys(HANDLERS).sort()).toEqual(PUBLIC_OPERATIONS.map(({ path }) => path).sort())
    const answer = await document(ask('/openapi.json'))
    expect(await answer.json()).toMatchObject({
      openapi: '3.1.1',
      servers: [{ url: expect.stringMatching(/\/api$/) }],
    })
  })

  it('answers every operation as its document says, with validators and to any origin', async () => {
    const { interview: built } = await buildPublished({ claims: [{}, {}] })
    for (const { path } of PUBLIC_OPERATIONS) {
      const answer = await call(path, built.slug)
      expect.soft(answer.status, path).toBe(200)
      expect.soft(await faults(path, answer), path).toEqual([])
      expect.soft(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect.soft(answer.headers.get('set-cookie')).toBeNull()
      const etag = answer.headers.get('etag') ?? ''
      expect.soft(etag).toMatch(/^"/)
      expect.soft((await call(path, built.slug, '', { 'if-none-match': etag })).status, path).toBe(304)
    }
    const found = await (await call('/search')).json()
    expect(found.items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['claim', 'said']),
    )
    expect(found.items[0].passage.parts).toContainEqual({ text: 'planted', hit: true })
    const words = await (await call('/interviews/{slug}/transcript', built.slug, '?words=true')).json()
    expect(words.turns[1]).toMatchObject({ turn: 1, wordStarts: [2000, 2300, 2700, 3000, 3400, 3900, 4200] })
    expect(OPTIONS().headers.get('access-control-allow-headers')).toBe('If-None-Match')
  })

  it('answers refusals as problem details that name the parameter, and refuses what it does not know', async () => {
    for (const [query, detail] of [
      ['?limit=0', { parameter: 'limit' }],
      ['?limit=101', { parameter: 'limit' }],
      ['?limit=', { parameter: 'limit' }],
      ['?cursor=zzz', { parameter: 'cursor' }],
      ['?cursor=WyJ4IiwieSJd', { parameter: 'cursor' }],
      ['?updatedSince=yesterday', { parameter: 'updatedSince' }],
      ['?challenged=perhaps', { parameter: 'challenged' }],
      ['?verdikt=false', { detail: expect.stringContaining('verdikt') }],
      ['?verdict=a&verdict=b', { parameter: 'verdict' }],
    ] as const) {
      const answer = await call('/claims', '', query)
      expect.soft(answer.status, query).toBe(422)
      expect.soft(answer.headers.get('content-type')).toContain('application/problem+json')
      expect.soft(answer.headers.get('cache-control')).toBe('no-store')
      expect.soft(await answer.json()).toMatchObject({
        type: expect.stringMatching(/^http.*\/api\/v1#invalid$/),
        errors: [detail],
      })
    }
  })

  it('knows nothing of what is not out, says 410 with its notice for what was taken down, and lists it nowhere', async () => {
    const draft = await buildInterview(db(), { title: 'zqcanary of a draft' })
    const { interview: built, editor } = await buildPublished({ interview: { title: 'zqcanary gone' } })
    await takeDown(editor, { interviewId: built.id, notice: 'Withdrawn by the desk.' })
    for (const { path } of PUBLIC_OPERATIONS) {
      const [hidden, gone] = [await call(path, draft.slug), await call(path, built.slug)]
      expect.soft([200, 404]).toContain(hidden.status)
      expect.soft(await hidden.clone().text(), path).not.toContain('zqcanary')
      expect.soft(await gone.clone().text(), path).not.toContain('zqcanary')
      if (!path.includes('{slug}')) continue
      expect.soft(hidden.status, path).toBe(404)
      expect.soft(gone.status, path).toBe(410)
      expect.soft(await faults(path, hidden)).toEqual([])
      expect.soft(await gone.json()).toMatchObject({ detail: 'Withdrawn by the desk.' })
    }
    expect(
      (await claim(ask('/claims/x/0'), { params: Promise.resolve({ slug: 'x', number: '0' }) })).status,
    ).toBe(404)
  })

  it('gives every claim exactly once over the pages of a list, also where more is published meanwhile', async () => {
    const before = await allClaims('?limit=100')
    await buildPublished({ claims: [{}, {}, {}] })
    const first = await (await call('/claims', '', '?limit=2')).json()
    expect(first.items).toHaveLength(2)
    const { interview: later } = await buildPublished()
    const rest = await allClaims(new URL(first.next).search)
    const seen = [...first.items.map(({ self }: { self: string }) => self), ...rest]
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(before.length + 3)
    expect(seen.join()).not.toContain(later.slug)
  })

  it('narrows claims by verdict, person, topic, challenge and the moment of publication', async () => {
    const start = new Date()
    const { built, editor } = await withTopic()
    const all = await (
      await call('/claims', '', `?updatedSince=${encodeURIComponent(start.toISOString())}`)
    ).json()
    const own = all.items.filter((one: { interview: { slug: string } }) => one.interview.slug === built.slug)
    expect(own).toHaveLength(2)
    const [one] = own
    const topic = own.flatMap((each: { topics: { slug: string }[] }) => each.topics)[0]?.slug
    for (const [query, many] of [
      [`?person=${one.speaker.slug}`, 2],
      [`?person=${one.speaker.slug}&topic=${topic}`, 1],
      [`?person=${one.speaker.slug}&verdict=${one.verdict.key}&challenged=${one.challenge.kind}`, 2],
      [`?person=${one.speaker.slug}&verdict=never-given`, 0],
    ] as const)
      expect.soft((await (await call('/claims', '', query)).json()).items, query).toHaveLength(many)
    await db().interview.update({ where: { id: built.id }, data: { standfirst: 'One word more.' } })
    await publishBuilt(editor, built.id, [
      { kind: 'update', note: 'A word was added.', claimNumber: null, wrong: '' },
    ])
    expect(await (await call('/changes')).json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ note: 'A word was added.', kind: 'update' })]),
    })
    expect((await call('/people', '', '?limit=1')).headers.get('link')).toMatch(
      /; rel="next", <.*openapi\.json>/,
    )
  })

  it('tells who comes in a flood of searches to come again, as its document says', async () => {
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, at) => call('/search', '', `?q=flood${at}`)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
    const late = answers.find(({ status }) => status === 429) ?? new Response()
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(late.headers.get('cache-control')).toBe('no-store')
    expect(await faults('/search', late)).toEqual([])
    expect((await call('/search', '', '?q=flood')).status).toBe(200)
  })
})

/** `self` of every claim from a query on, over all pages. */
async function allClaims(query: string): Promise<string[]> {
  const page = await (await call('/claims', '', query)).json()
  const own = page.items.map(({ self }: { self: string }) => self)
  return page.next ? [...own, ...(await allClaims(new URL(page.next).search))] : own
}

/** A publication of two claims, one of them on a topic. */
async function withTopic() {
  const [writer, editor] = [await buildMember(db()), await buildMember(db(), { role: 'editor' })]
  const built = await buildInterview(db())
  const made = [
    await buildClaim(db(), built, { writers: [writer.id] }),
    await buildClaim(db(), built, { writers: [writer.id] }),
  ]
  const topic = await db().topic.create({ data: { name: 'Harbour dues', slug: 'harbour-dues' } })
  await db().claimTopic.create({ data: { claimId: made[0]?.id ?? '', topicId: topic.id } })
  for (const { id } of made) await approveBuilt(editor, id)
  await publishBuilt(editor, built.id)
  return { built, editor }
}
