import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DeskStreams, MOST_A_MEMBER } from '@/claims/live/desk-streams'
import { notePresence } from '@/claims/presence/note-presence'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { endSession } from '@/newsroom/end-sessions'
import { beginSession } from '@/newsroom/session'
import { db } from '@/platform/db'
import { RateLimited, SignedOut } from '@/platform/errors'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { bumpRevision } from '@/transcripts/store'

let streams: DeskStreams
beforeEach(() => {
  streams = new DeskStreams()
})
afterEach(() => streams.close())

async function signedIn(role: 'reporter' | 'editor' | 'admin' = 'reporter') {
  const member = await buildMember(db(), { role })
  return { ...member, session: await beginSession(member.id, { userAgent: '', address: '' }) }
}

/** Reads a stream until a line of it says what is sought. @returns everything that was read */
function reading(body: ReadableStream<Uint8Array>) {
  const reader = body.pipeThrough(lines()).getReader()
  const seen: string[] = []
  const next = async () => {
    const { value, done } = await reader.read()
    if (value) seen.push(value)
    return done
  }
  return {
    seen,
    async until(sought: string) {
      while (!seen.some((text) => text.includes(sought)))
        if (await next()) throw new Error(`The stream ended without ${sought}: ${seen.join(' ')}`)
      return seen
    },
    async end() {
      while (!(await next()));
      return seen.join('')
    },
    cancel: () => reader.cancel(),
  }
}

function lines() {
  const decoder = new TextDecoder()
  return new TransformStream<Uint8Array, string>({
    transform: (chunk, controller) => controller.enqueue(decoder.decode(chunk, { stream: true })),
  })
}

const join = async (member: { id: string; session: string }) =>
  reading(await streams.join({ id: member.session, memberId: member.id }))

describe('what a desk page is told', () => {
  test('a change of any interview, by number and without a word of it', async () => {
    const ada = await join(await signedIn())
    await ada.until('event: resume')
    const interview = await buildInterview(db(), { title: 'Secret title' })
    await db().$transaction((tx) => bumpRevision(tx, interview.id))
    await ada.until(`{"id":"${interview.id}","revision":1}`)
    expect(ada.seen.join('')).not.toContain('Secret')
  })

  test('how much is unread in one’s own inbox, and in nobody else’s', async () => {
    const [ada, bo] = [await signedIn(), await signedIn()]
    const [hers, his] = [await join(ada), await join(bo)]
    await hers.until('{"unread":0}')
    await db().notice.create({ data: { memberId: ada.id, kind: 'mentioned', key: 'k' } })
    await hers.until('{"unread":1}')
    const fence = await buildInterview(db())
    await db().$transaction((tx) => bumpRevision(tx, fence.id))
    await his.until(fence.id)
    expect(his.seen.join('')).not.toContain('"unread":1')
    hers.seen.length = 0
    await db().notice.updateMany({ where: { memberId: ada.id }, data: { readAt: new Date() } })
    await hers.until('{"unread":0}')
  })

  test('who is in the interviews that one has open, and of no others', async () => {
    const [ada, bo, cy] = [await signedIn(), await signedIn(), await signedIn()]
    const [hers, outside] = [await join(ada), await join(cy)]
    const interview = await buildInterview(db())
    const claimId = crypto.randomUUID()
    const here = (pageId: string, field = '') => ({
      kind: 'here',
      pageId,
      interviewId: interview.id,
      claimId,
      field,
    })
    await notePresence(ada, here(crypto.randomUUID()))
    await notePresence(bo, here(crypto.randomUUID(), 'explanation'))
    await hers.until('"field":"explanation"')
    const fence = await buildInterview(db())
    await db().$transaction((tx) => bumpRevision(tx, fence.id))
    await outside.until(fence.id)
    expect(outside.seen.join('')).not.toContain('presence')
  })
})

describe('who may listen', () => {
  test('a deactivated member’s stream ends at once, and no new one opens', async () => {
    const [admin, ada] = [await signedIn('admin'), await signedIn()]
    const hers = await join(ada)
    await hers.until('event: resume')
    await deactivateMember(admin, { memberId: ada.id })
    expect(await hers.end()).toContain('"signed-out"')
    await expect(streams.join({ id: ada.session, memberId: ada.id })).rejects.toThrow(SignedOut)
    expect(streams.size).toBe(0)
  })

  test('an ended session’s stream ends; the member’s other browser goes on', async () => {
    const ada = await signedIn()
    const other = await beginSession(ada.id, { userAgent: '', address: '' })
    const [ended, kept] = [await join(ada), await join({ ...ada, session: other })]
    await endSession(ada, { sessionId: ada.session })
    expect(await ended.end()).toContain('"signed-out"')
    const interview = await buildInterview(db())
    await db().$transaction((tx) => bumpRevision(tx, interview.id))
    await kept.until(interview.id)
  })

  test('what was missed while the database was not heard is asked for, and an end missed then still counts', async () => {
    const ada = await signedIn()
    const hers = await join(ada)
    await hers.until('event: resume')
    const before = hers.seen.length
    // The session ends without a word, as in the moment between two connections.
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.memberSession.deleteMany({ where: { id: ada.session } })
    })
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'claimline live' AND datname = current_database()`
    const all = await hers.end()
    expect(hers.seen.slice(before).join('')).toContain('event: resume')
    expect(all).toContain('"signed-out"')
  })

  test('one member cannot take all streams; one that is closed makes room', async () => {
    const ada = await signedIn()
    const open = []
    for (let count = 0; count < MOST_A_MEMBER; count++) open.push(await join(ada))
    await expect(join(ada)).rejects.toThrow(RateLimited)
    await (await join(await signedIn())).until('event: resume')
    await open[0]?.cancel()
    await (await join(ada)).until('event: resume')
  })

  test('a server that ends lets its streams end', async () => {
    const hers = await join(await signedIn())
    await hers.until('event: resume')
    await streams.close()
    expect(await hers.end()).toContain('"again"')
    await expect(join(await signedIn())).rejects.toThrow(RateLimited)
  })
})
