// Longer than most files: one table of every command, so that a new one without its line in the trail is seen at a glance.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addComment } from '@/claims/add-comment'
import { approveClaim } from '@/claims/approve-claim'
import { flagClaim } from '@/claims/flag-claim'
import { flagOutsideClaim } from '@/claims/flag-outside-claim'
import { handBackClaim } from '@/claims/hand-back-claim'
import { moveClaim } from '@/claims/move-claim'
import { reanchorClaim } from '@/claims/reanchor-claim'
import { reviseClaim } from '@/claims/revise-claim'
import { removeBackground, saveBackground } from '@/claims/save-background'
import { removeEvidence, saveEvidence } from '@/claims/save-evidence'
import { removeReply, saveReply } from '@/claims/save-reply'
import { resolveThread } from '@/claims/talk/resolve-thread'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'
import { buildClaim, selectWords } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

/** Every command about claims leaves exactly one line in the trail, saying what it did; a refused one leaves none. */

let editor: Actor
let reporter: Actor
beforeAll(async () => {
  editor = await buildMember(db(), { role: 'editor', name: 'Edda Editor' })
  reporter = await buildMember(db())
})

async function world() {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { status: 'researching', writers: [reporter.id] })
  const reviewed = await buildClaim(db(), interview, { status: 'inReview', writers: [reporter.id] })
  const reply = await db().rightOfReply.create({
    data: { claimId: claim.id, position: 0, asked: 'Bo Marsh', askedAt: new Date() },
  })
  const note = await db().backgroundNote.create({
    data: {
      interviewId: interview.id,
      turnId: interview.turns[0] ?? '',
      title: 'T',
      body: 'B',
      status: 'approved',
    },
  })
  return { interview, claim, reviewed, reply, note }
}
type World = Awaited<ReturnType<typeof world>>

const SOURCE = { kind: 'report', stance: 'disputes', title: 'The register', url: 'https://register.example' }
const REPLY = { asked: 'Bo Marsh', askedAt: '2026-03-04T08:00:00Z', outcome: 'waiting' }
const requestId = () => randomUUID()

const COMMANDS: [string, (made: World) => Promise<unknown>][] = [
  [
    'claim.flagged',
    ({ interview }) =>
      flagClaim(editor, {
        interviewId: interview.id,
        requestId: requestId(),
        selection: selectWords(interview, { turn: 1, from: 0, to: 1 }),
      }),
  ],
  [
    'claim.flagged',
    ({ interview }) =>
      flagOutsideClaim(editor, {
        interviewId: interview.id,
        requestId: requestId(),
        quote: 'Elsewhere.',
        claimant: 'Bo Marsh',
        appearance: { kind: 'post', title: '', url: '', on: null },
      }),
  ],
  [
    'claim.revised',
    ({ claim }) =>
      reviseClaim(editor, { claimId: claim.id, changes: { internalNote: { from: '', to: 'New.' } } }),
  ],
  [
    'claim.reanchored',
    ({ claim, interview }) =>
      reanchorClaim(editor, {
        claimId: claim.id,
        version: 1,
        selection: selectWords(interview, { turn: 2, from: 0, to: 0 }),
      }),
  ],
  [
    'evidence.added',
    ({ claim }) =>
      saveEvidence(editor, {
        claimId: claim.id,
        evidenceId: null,
        requestId: requestId(),
        from: null,
        to: SOURCE,
      }),
  ],
  [
    'evidence.removed',
    ({ claim }) => removeEvidence(editor, { claimId: claim.id, itemId: claim.evidence[0] }),
  ],
  [
    'reply.added',
    ({ claim }) =>
      saveReply(editor, { claimId: claim.id, replyId: null, requestId: requestId(), from: null, to: REPLY }),
  ],
  ['reply.removed', ({ claim, reply }) => removeReply(editor, { claimId: claim.id, itemId: reply.id })],
  ['claim.moved', ({ claim }) => moveClaim(editor, { claimId: claim.id, from: 'researching', to: 'held' })],
  [
    'claim.dropped',
    ({ claim }) => moveClaim(editor, { claimId: claim.id, from: 'researching', to: 'dropped' }),
  ],
  ['claim.approved', ({ reviewed }) => approveClaim(editor, { claimId: reviewed.id, version: 1 })],
  [
    'thread.resolved',
    async ({ claim, interview }) => {
      const { id } = await db().comment.create({
        data: { interviewId: interview.id, claimId: claim.id, body: 'Said.' },
      })
      const settle = { interviewId: interview.id, threadId: id, resolved: true, requestId: requestId() }
      return resolveThread(editor, settle)
    },
  ],
  [
    'comment.added',
    ({ claim, interview }) =>
      addComment(editor, {
        interviewId: interview.id,
        claimId: claim.id,
        requestId: requestId(),
        body: 'Said.',
      }),
  ],
  [
    'background.added',
    ({ interview }) =>
      saveBackground(editor, {
        interviewId: interview.id,
        noteId: null,
        requestId: requestId(),
        version: null,
        turnId: interview.turns[1],
        title: 'N',
        body: 'B',
        approved: true,
      }),
  ],
  [
    'background.changed',
    ({ interview, note }) =>
      saveBackground(editor, {
        interviewId: interview.id,
        noteId: note.id,
        requestId: requestId(),
        version: 1,
        turnId: interview.turns[1],
        title: 'Other',
        body: 'B',
        approved: true,
      }),
  ],
  [
    'claim.handed-back',
    ({ reviewed }) =>
      handBackClaim(editor, { claimId: reviewed.id, from: 'inReview', reason: 'Ask the register.' }),
  ],
  ['background.removed', ({ note }) => removeBackground(editor, { noteId: note.id })],
]

const trail = (interviewId: string) =>
  db().auditEntry.findMany({ where: { interviewId }, orderBy: { id: 'asc' } })
const revision = async (id: string) => (await db().interview.findUniqueOrThrow({ where: { id } })).revision

describe.each(COMMANDS)('%s', (action, run) => {
  test('leaves its one line, by whom and of what, and raises the interview’s revision once', async () => {
    const made = await world()
    const [lines, before] = [await trail(made.interview.id), await revision(made.interview.id)]
    await run(made)
    expect((await trail(made.interview.id)).slice(lines.length)).toMatchObject([
      { action, actorId: editor.id, actorName: 'Edda Editor', subject: expect.stringMatching(/\w/) },
    ])
    expect(await revision(made.interview.id)).toBe(before + 1)
  })
})

const REFUSED: [string, new (...args: never[]) => Error, (made: World) => Promise<unknown>][] = [
  [
    'a reporter’s approval',
    Forbidden,
    ({ reviewed }) => approveClaim(reporter, { claimId: reviewed.id, version: 1 }),
  ],
  [
    'a stale approval',
    Conflict,
    ({ reviewed }) => approveClaim(editor, { claimId: reviewed.id, version: 9 }),
  ],
  [
    'a stale revision',
    Conflict,
    ({ claim }) =>
      reviseClaim(editor, { claimId: claim.id, changes: { internalNote: { from: 'Not so.', to: 'New.' } } }),
  ],
  [
    'a move from where it does not stand',
    Conflict,
    ({ claim }) => moveClaim(editor, { claimId: claim.id, from: 'held', to: 'inReview' }),
  ],
  [
    'a move that goes nowhere',
    Forbidden,
    ({ claim }) => moveClaim(editor, { claimId: claim.id, from: 'researching', to: 'approved' }),
  ],
  [
    'work handed back without a reason',
    Invalid,
    ({ reviewed }) => handBackClaim(editor, { claimId: reviewed.id, from: 'inReview', reason: ' ' }),
  ],
  [
    'a reporter’s approved note',
    Forbidden,
    ({ interview }) =>
      saveBackground(reporter, {
        interviewId: interview.id,
        noteId: null,
        requestId: requestId(),
        version: null,
        turnId: interview.turns[1],
        title: 'N',
        body: 'B',
        approved: true,
      }),
  ],
  [
    'a reporter’s removal of an approved note',
    Forbidden,
    ({ note }) => removeBackground(reporter, { noteId: note.id }),
  ],
  [
    'a stale note',
    Conflict,
    ({ interview, note }) =>
      saveBackground(editor, {
        interviewId: interview.id,
        noteId: note.id,
        requestId: requestId(),
        version: 7,
        turnId: interview.turns[1],
        title: 'N',
        body: 'B',
        approved: true,
      }),
  ],
]

test.each(REFUSED)('%s leaves no line and changes nothing', async (_what, refusal, run) => {
  const made = await world()
  const everything = async () =>
    JSON.stringify([
      await db().interview.findUnique({
        where: { id: made.interview.id },
        include: { backgroundNotes: true },
      }),
      await db().claim.findMany({
        where: { interviewId: made.interview.id },
        include: { approvals: true, comments: true },
      }),
      (await trail(made.interview.id)).length,
    ])
  const before = await everything()
  await expect(run(made)).rejects.toThrow(refusal)
  expect(await everything()).toBe(before)
})

test('a claim that was dropped is restored to where it stood, and each step is in the trail', async () => {
  const { claim, interview } = await world()
  await moveClaim(reporter, { claimId: claim.id, from: 'researching', to: 'dropped' })
  const elsewhere = moveClaim(reporter, { claimId: claim.id, from: 'dropped', to: 'inReview' })
  await expect(elsewhere).rejects.toThrow(Forbidden)
  await moveClaim(reporter, { claimId: claim.id, from: 'dropped', to: 'researching' })
  const [row, lines] = [await db().claim.findUnique({ where: { id: claim.id } }), await trail(interview.id)]
  expect(row).toMatchObject({ status: 'researching', droppedFrom: null })
  expect(lines.map((line) => line.action)).toEqual(['claim.dropped', 'claim.restored'])
})

test('a comment sent twice is said once', async () => {
  const { claim, interview } = await world()
  const comment = { interviewId: interview.id, claimId: claim.id, requestId: randomUUID(), body: 'Once.' }
  await addComment(reporter, comment)
  await addComment(reporter, comment)
  expect(await db().comment.count({ where: { claimId: claim.id } })).toBe(1)
})

test('a comment under a request that said something elsewhere is refused and not swallowed', async () => {
  const { claim, interview } = await world()
  const requestId = randomUUID()
  await addComment(reporter, { interviewId: interview.id, claimId: null, requestId, body: 'On the whole.' })
  const elsewhere = addComment(reporter, {
    interviewId: interview.id,
    claimId: claim.id,
    requestId,
    body: 'Here.',
  })
  await expect(elsewhere).rejects.toThrow(Conflict)
})

test('a move sent again after a lost answer moves once and is no conflict', async () => {
  const { claim, interview } = await world()
  const move = { claimId: claim.id, from: 'researching', to: 'inReview', reason: '' }
  await moveClaim(reporter, move)
  await moveClaim(reporter, move)
  expect((await trail(interview.id)).map((line) => line.action)).toEqual([
    'claim.moved',
    'claim.move-repeated',
  ])
})
