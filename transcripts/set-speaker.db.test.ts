import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { claimView, deskChanges } from '@/claims/queries'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { workspaceTurns } from '@/transcripts/queries'
import { setSpeaker } from '@/transcripts/set-speaker'

const TURNS = ['Who counts the boats?', 'We count them all.', 'Nobody else does.', 'Good night.'].map(
  (text) => ({ speaker: null, text }),
)

async function unnamed() {
  const actor = await buildMember(db())
  const interview = await buildInterview(db(), { turns: TURNS })
  const [first = '', second = '', third = '', last = ''] = interview.turns
  return { actor, interview, first, second, third, last }
}

test('a run of turns gets a speaker, and a claim on them says who said it', async () => {
  const { actor, interview, second, third } = await unnamed()
  const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 0, to: 2 } })
  const before = await claimView(actor, claim.id)
  const name = `Ivo Marsh ${randomUUID()}`
  const { revision } = await setSpeaker(actor, {
    interviewId: interview.id,
    firstTurnId: second,
    lastTurnId: third,
    speaker: { name, part: 'interviewee' },
  })
  const turns = await workspaceTurns(interview.id)
  expect(turns.map((turn) => turn.speaker)).toEqual([null, name, name, null])
  const changed = await deskChanges(actor, interview.id, before.revision)
  expect(changed).toMatchObject({
    revision,
    claims: [{ id: claim.id, speaker: name, revision, version: before.version }],
  })
  expect(await db().person.count({ where: { name } })).toBe(1)
  const turn = await db().turn.findUniqueOrThrow({ where: { id: second } })
  expect(turn.version).toBe(2)
})

test('the same name again is the same participant, and turns can be given back to nobody', async () => {
  const { actor, interview, first, second, last } = await unnamed()
  const set = (firstTurnId: string, lastTurnId: string, speaker: unknown) =>
    setSpeaker(actor, { interviewId: interview.id, firstTurnId, lastTurnId, speaker })
  await set(first, first, { name: 'Ada Quill', part: 'interviewer' })
  await set(last, last, { name: ' Ada  Quill ', part: 'guest' })
  const participants = await db().participant.findMany({ where: { interviewId: interview.id } })
  expect(participants).toMatchObject([{ name: 'Ada Quill', part: 'interviewer', position: 0 }])
  await set(second, first, { participantId: participants[0]?.id })
  await set(first, first, null)
  const turns = await workspaceTurns(interview.id)
  expect(turns.map((turn) => turn.speaker)).toEqual([null, 'Ada Quill', null, 'Ada Quill'])
})

test('who spoke before, who speaks now and in how many turns stands in the audit trail', async () => {
  const { actor, interview, first, last } = await unnamed()
  await setSpeaker(actor, {
    interviewId: interview.id,
    firstTurnId: first,
    lastTurnId: last,
    speaker: { name: 'Bo Marsh', part: 'guest' },
  })
  const entries = await db().auditEntry.findMany({ where: { interviewId: interview.id } })
  expect(entries).toMatchObject([
    {
      action: 'turns.speaker-set',
      subject: 'Bo Marsh',
      actorName: actor.name,
      before: { speakers: [null] },
      after: { speaker: 'Bo Marsh', turns: 4 },
    },
  ])
})

test('turns and participants of another interview are refused, and nothing changes', async () => {
  const { actor, interview, first } = await unnamed()
  const other = await buildInterview(db())
  const attempt = (change: object) =>
    setSpeaker(actor, {
      interviewId: interview.id,
      firstTurnId: first,
      lastTurnId: first,
      speaker: { name: 'Bo Marsh', part: 'guest' },
      ...change,
    })
  await expect(attempt({ lastTurnId: other.turns[0] })).rejects.toMatchObject({ kind: 'not-found' })
  await expect(attempt({ speaker: { participantId: other.participants['Bo Marsh'] } })).rejects.toMatchObject(
    { kind: 'not-found' },
  )
  await expect(attempt({ speaker: { name: ' ', part: 'guest' } })).rejects.toMatchObject({ kind: 'invalid' })
  const turns = await workspaceTurns(interview.id)
  expect(turns.map((turn) => turn.speaker)).toEqual([null, null, null, null])
  expect(await db().auditEntry.count({ where: { interviewId: interview.id } })).toBe(0)
})
