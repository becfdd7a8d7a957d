import { readdirSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { SCOPES, type Scope } from '@/newsroom/api-tokens/scopes'
import { REQUESTS_A_MINUTE } from '@/newsroom/api-tokens/token-actor'
import { db } from '@/platform/db'
import { buildToken } from '@/prisma/factories/api-token'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { TOKEN_OPERATIONS, type TokenOperation } from '@/publishing/api/newsroom-operations'
import { type Json, openApiDocument } from '@/publishing/api/openapi'
import { GET as changes } from './interviews/[id]/changes/route'
import { PUT as recording } from './interviews/[id]/recording/route'
import { GET as draft } from './interviews/[id]/route'
import { GET as transcript } from './interviews/[id]/transcript/route'
import { GET as list, POST as load } from './interviews/route'

type Handler = typeof list
const HANDLERS: Record<string, Handler> = {
  loadInterview: load,
  putRecording: recording,
  listDrafts: list,
  getDraft: draft,
  getDraftChanges: changes,
  getDraftTranscript: transcript,
}
/** The list has no parameters in its path. */
const plainList: Handler = (request) => list(request, { params: Promise.resolve(undefined) })
const WORDS =
  'WEBVTT\n\n00:01.000 --> 00:03.500\n<v Ada Quill>Good evening.\n\n00:04.000 --> 00:06.000\n<v Bo Marsh>We planted trees.\n'
let files = 0
/** A file that nobody loaded before. */
const aFile = () => ({
  fileName: 'Harbour hour.vtt',
  text: WORDS.replace('evening', `evening number ${++files}`),
})

const anMp3 = () => new Uint8Array(Buffer.from(`SUQzBAAAAAAAAA==`, 'base64'))

/** A request that would be carried out if its sender might. */
function asked(
  { id, method, path }: TokenOperation,
  interviewId: string,
  headers: Record<string, string>,
): Request {
  const query = id === 'getDraftChanges' ? '?since=0' : ''
  const address = `http://localhost:3000/api/newsroom/v1${path.replace('{id}', interviewId)}${query}`
  const body = id === 'loadInterview' ? JSON.stringify(aFile()) : id === 'putRecording' ? anMp3() : null
  const type: Record<string, string> = id === 'loadInterview' ? { 'content-type': 'application/json' } : {}
  return new Request(address, { method: method.toUpperCase(), headers: { ...type, ...headers }, body })
}

function call(
  operation: TokenOperation,
  interviewId: string,
  headers: Record<string, string>,
): Promise<Response> {
  const handler = HANDLERS[operation.id]
  if (!handler) throw new Error(`${operation.id} has no handler in this test.`)
  const params = operation.path.includes('{id}') ? { id: interviewId } : undefined
  return handler(asked(operation, interviewId, headers), { params: Promise.resolve(params) })
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
const document = openApiDocument({ origin: 'http://localhost:3000', siteName: 'The desk' })
ajv.addSchema({ $id: 'api', ...(document as Record<string, Json>) })

async function faults({ path, method }: TokenOperation, answer: Response): Promise<unknown[]> {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const at = [
    'paths',
    `/newsroom/v1${path}`,
    method,
    'responses',
    String(answer.status),
    'content',
    type,
    'schema',
  ]
  const pointer = at.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  const validate = ajv.getSchema(`api#/${encodeURI(pointer)}`)
  if (!validate) return [`The document has no ${pointer}.`]
  validate(await answer.clone().json())
  return validate.errors ?? []
}

const post = async (headers: Record<string, string>, body: BodyInit, type = 'application/json') =>
  load(
    new Request('http://localhost:3000/api/newsroom/v1/interviews', {
      method: 'POST',
      headers: { ...(type ? { 'content-type': type } : {}), ...headers },
      body,
    }),
    { params: Promise.resolve(undefined) },
  )

describe('the newsroom’s own API', () => {
  it('has every route in the document, and no other', () => {
    const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)route\.ts$/.test(file))
      .map((file) => `/${file.replace(/\/?route\.ts$/, '').replaceAll(/\[([a-z]+)\]/g, '{$1}')}`)
    expect(routes.sort()).toEqual([...new Set(TOKEN_OPERATIONS.map(({ path }) => path))].sort())
    expect(Object.keys(HANDLERS).sort()).toEqual(TOKEN_OPERATIONS.map(({ id }) => id).sort())
  })

  it('does for a token what its scopes say, whoever its member is, and answers as its document says', async () => {
    const interview = await buildInterview(db())
    await buildClaim(db(), interview)
    for (const role of ['reporter', 'admin'] as const) {
      const member = await buildMember(db(), { role })
      const kinds: (readonly Scope[])[] =
        role === 'reporter' ? [['read:drafts'], ['write:transcripts'], SCOPES] : [SCOPES]
      for (const scopes of kinds) {
        const { headers } = await buildToken(db(), member.id, { scopes })
        for (const operation of TOKEN_OPERATIONS) {
          const answer = await call(operation, interview.id, headers)
          const name = `${role} ${scopes.join(' ')} ${operation.id}`
          const may = scopes.some((scope: Scope) => scope === operation.scope)
          // The bytes are no recording that could be played, which is said by the command, after the door.
          const expected = may ? (operation.id === 'putRecording' ? [200, 422] : [operation.status]) : [403]
          expect.soft(expected, name).toContain(answer.status)
          expect.soft(answer.headers.get('cache-control'), name).toBe('private, no-store')
          expect.soft(answer.headers.get('access-control-allow-origin'), name).toBeNull()
          if (operation.answer || !may) expect.soft(await faults(operation, answer), name).toEqual([])
        }
      }
    }
  })

  it('opens nothing to a token that is wrong, ended, revoked or whose member left, nor to a cookie', async () => {
    const interview = await buildInterview(db())
    const [member, gone] = [
      await buildMember(db(), { role: 'admin' }),
      await buildMember(db(), { role: 'admin' }),
    ]
    const past = { createdAt: new Date(Date.now() - 9_000), expiresAt: new Date(Date.now() - 1_000) }
    const good = await buildToken(db(), member.id)
    const bad = [
      (await buildToken(db(), member.id, past)).headers,
      (await buildToken(db(), member.id, { revokedAt: new Date() })).headers,
      (await buildToken(db(), gone.id)).headers,
      { authorization: `Bearer ${good.token.slice(0, -1)}_` },
      { authorization: `Basic ${good.token}` },
      { authorization: good.token },
      { authorization: '' },
      { cookie: `next-auth.session-token=${good.token}` },
    ]
    await db().member.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } })
    for (const headers of bad)
      for (const operation of TOKEN_OPERATIONS) {
        const answer = await call(operation, interview.id, headers)
        expect.soft(answer.status, JSON.stringify(headers)).toBe(401)
        expect.soft(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
        expect.soft(await faults(operation, answer)).toEqual([])
      }
    const getDraft = TOKEN_OPERATIONS.find(({ id }) => id === 'getDraft')
    if (!getDraft) throw new Error('There is no such operation.')
    expect((await call(getDraft, interview.id, good.headers)).status).toBe(200)
    await db().apiToken.update({ where: { id: good.id }, data: { revokedAt: new Date() } })
    expect((await call(getDraft, interview.id, good.headers)).status).toBe(401)
  })

  it('loads a file by the desk’s own path, names the token in the trail, and fills in what the sender left out', async () => {
    const member = await buildMember(db())
    const { headers, name } = await buildToken(db(), member.id)
    const about = {
      title: 'Sent from afar',
      speakers: [{ label: 'Bo Marsh', name: 'Bo A. Marsh', part: 'guest' }],
    }
    const form = new FormData()
    form.set('file', new File([aFile().text], 'afar 2026-03-04.vtt'))
    form.set('about', JSON.stringify(about))
    const answer = await post(headers, form, '')
    expect(answer.status).toBe(201)
    const loaded = await answer.json()
    expect(loaded).toMatchObject({ slug: 'sent-from-afar', format: 'webvtt', turns: 2, problems: [] })
    expect(answer.headers.get('location')).toBe(loaded.self)
    const row = await db().interview.findUniqueOrThrow({
      where: { id: loaded.id },
      include: { participants: { orderBy: { position: 'asc' } } },
    })
    expect(row).toMatchObject({
      title: 'Sent from afar',
      happenedOn: new Date('2026-03-04'),
      createdById: member.id,
    })
    expect(row.participants.map((one) => one.name)).toEqual(['Ada Quill', 'Bo A. Marsh'])
    const entry = await db().auditEntry.findFirstOrThrow({ where: { interviewId: loaded.id } })
    expect(entry).toMatchObject({ actorId: member.id, actorName: `${member.name} (token “${name}”)` })
  })

  it('loads once what is sent twice under one key, and refuses the key for another file', async () => {
    const { headers } = await buildToken(db(), (await buildMember(db())).id)
    const keyed = { ...headers, 'idempotency-key': 'evening/7' }
    const body = JSON.stringify(aFile())
    const [one, other] = await Promise.all([post(keyed, body), post(keyed, body)])
    expect([one.status, other.status]).toEqual([201, 201])
    const first = await one.json()
    expect(await other.json()).toEqual(first)
    expect(await (await post(keyed, body)).json()).toEqual(first)
    expect((await post(keyed, JSON.stringify(aFile()))).status).toBe(409)
    const again = await post(headers, body)
    expect(again.status).toBe(409)
    expect((await again.json()).detail).toContain('loadAgain')
  })

  it('says on which line a file cannot be read, and which field of a request is wrong', async () => {
    const { headers } = await buildToken(db(), (await buildMember(db())).id)
    const before = await db().interview.count()
    const broken = '1\n00:00:01,000 --> 00:00:03,000\n'
    const unread = await post(
      headers,
      JSON.stringify({ fileName: 'cut.json', text: '{"segments": [{"start": 0' }),
    )
    expect(unread.status).toBe(422)
    expect(await unread.json()).toMatchObject({
      type: expect.stringMatching(/#invalid$/),
      errors: [{ line: 1 }],
    })
    expect((await post(headers, JSON.stringify({ fileName: 'empty.srt', text: broken }))).status).toBe(422)
    const wrong = await post(headers, JSON.stringify({ ...aFile(), slug: 'Not A Slug' }))
    expect(wrong.status).toBe(422)
    expect((await wrong.json()).errors[0]).toMatchObject({ pointer: '#/slug' })
    const stray = await post(
      headers,
      JSON.stringify({ ...aFile(), speakers: [{ label: 'Nobody', name: 'N', part: 'guest' }] }),
    )
    expect((await stray.json()).errors[0]).toMatchObject({ pointer: '#/speakers/0/label' })
    expect((await post(headers, '{')).status).toBe(422)
    expect(
      (await post({ ...headers, 'content-length': '99999999999' }, JSON.stringify(aFile()))).status,
    ).toBe(413)
    expect(await db().interview.count()).toBe(before)
  })

  it('tells what changed since a revision, and ends a flood with the seconds to wait', async () => {
    const { headers } = await buildToken(db(), (await buildMember(db())).id)
    const interview = await buildInterview(db())
    const first = await buildClaim(db(), interview)
    const read = async (address: string, handler: Handler) =>
      handler(new Request(`http://localhost:3000/api/newsroom/v1${address}`, { headers }), {
        params: Promise.resolve({ id: interview.id }),
      })
    const { revision, items } = await (await read(`/interviews/${interview.id}`, draft)).json()
    expect(items).toMatchObject([{ number: first.number, status: 'inReview', verdict: 'false' }])
    const second = await buildClaim(db(), interview)
    const after = await (await read(`/interviews/${interview.id}/changes?since=${revision}`, changes)).json()
    expect(after.claims.map(({ number }: { number: number }) => number)).toEqual([second.number])
    for (const since of ['-1', '9007199254740991'])
      expect((await read(`/interviews/${interview.id}/changes?since=${since}`, changes)).status).toBe(422)
    const { items: newest, next } = await (await read('/interviews?limit=1', plainList)).json()
    const { items: older } = await (await read(`/interviews${new URL(next).search}`, plainList)).json()
    expect(newest.map((one: { id: string }) => one.id)).toEqual([interview.id])
    expect(older.map((one: { id: string }) => one.id)).not.toContain(interview.id)
    expect((await read('/interviews?cursor=made-up', plainList)).status).toBe(422)
    // As many as a minute allows were counted already.
    const token = await db().apiToken.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    await db()
      .$executeRaw`UPDATE rate_limits SET points = ${REQUESTS_A_MINUTE} WHERE key = ${`api-token:${token.id}`}`
    const flooded = await read(`/interviews/${interview.id}`, draft)
    expect(flooded.status).toBe(429)
    expect(Number(flooded.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
