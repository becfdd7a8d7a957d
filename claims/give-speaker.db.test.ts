import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { correctTranscript } from '@/claims/correct-transcript'
import { claimView, deskChanges } from '@/claims/queries'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { workspaceTurns } from '@/transcripts/queries'

const TURNS = ['Who counts the boats?', 'We count them all.', 'Nobody else does.', 'Good night.'].map(
  (text) => ({ speaker: null, text }),
)

async function unnamed() {
  const actor = await buildMember(db())
  const interview = await buildInterview(db(), { turns: TURNS })
  const [first = '', second = '', third = '', last = ''] = interview.turns
  const give = (firstTurnId: string, lastTurnId: string, speaker: unknown) =>
    correctTranscript(actor, {
      interviewId: interview.id,
      stepId: randomUUID(),
      step: { kind: 'speaker', firstTurnId, lastTurnId, speaker },
    })
  const speakers = async () => (await workspaceTurns(interview.id)).map((turn) => turn.speaker)
  return { actor, interview, first, second, third, last, give, speakers }
}

test('a run of turns gets a speaker, and a claim on them says who said it', async () => {
  const { actor, interview, second, third, give, speakers } = await unnamed()
  const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 0, to: 2 } })
  const before = await claimView(actor, claim.id)
  const name = `Ivo Marsh ${randomUUID()}`
  await give(second, third, { name, part: 'interviewee' })
  expect(await speakers()).toEqual([null, name, name, null])
  expect(await deskChanges(actor, interview.id, before.revision)).toMatchObject({
    claims: [{ id: claim.id, speaker: name, version: before.version, needsAnchor: false }],
  })
  expect(await db().person.count({ where: { name } })).toBe(1)
})

test('the same name again is the same participant, and turns can be given back to nobody', async () => {
  const { interview, first, second, last, give, speakers } = await unnamed()
  await give(first, first, { name: 'Ada Quill', part: 'interviewer' })
  await give(last, last, { name: ' Ada  Quill ', part: 'guest' })
  const participants = await db().participant.findMany({ where: { interviewId: interview.id } })
  expect(participants).toMatchObject([{ name: 'Ada Quill', part: 'interviewer', position: 0 }])
  await give(second, first, { participantId: participants[0]?.id })
  await give(first, first, null)
  expect(await speakers()).toEqual([null, 'Ada Quill', null, 'Ada Quill'])
})

test('a claim whose words are given to two people waits: no one said them', async () => {
  const { actor, interview, second, third, give } = await unnamed()
  const claim = await buildClaim(db(), interview, { words: { turn: 1, from: 2, lastTurn: 2, to: 1 } })
  await give(third, third, { name: 'Ada Quill', part: 'interviewer' })
  expect((await claimView(actor, claim.id)).needsAnchor).toBe(true)
  const other = await buildClaim(db(), interview, { words: { turn: 1, from: 0, to: 2 } })
  await give(second, third, { name: 'Bo Marsh', part: 'guest' })
  expect((await claimView(actor, other.id)).needsAnchor).toBe(false)
})

test('turns and participants of another interview are refused, and nothing changes', async () => {
  const { interview, first, give, speakers } = await unnamed()
  const other = await buildInterview(db())
  const speaker = { name: 'Bo Marsh', part: 'guest' }
  await expect(give(first, other.turns[0] ?? '', speaker)).rejects.toMatchObject({ kind: 'not-found' })
  const stranger = { participantId: other.participants['Bo Marsh'] }
  await expect(give(first, first, stranger)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(give(first, first, { name: ' ', part: 'guest' })).rejects.toMatchObject({ kind: 'invalid' })
  expect(await speakers()).toEqual([null, null, null, null])
  expect(await db().auditEntry.count({ where: { interviewId: interview.id } })).toBe(0)
})
