// Longer than most files: every field of a claim against every way two people can meet in it.
import { beforeAll, describe, expect, test } from 'vitest'
import { claimView, deskChanges } from '@/claims/queries'
import { reanchorClaim } from '@/claims/reanchor-claim'
import { reviseClaim } from '@/claims/revise-claim'
import { removeEvidence, saveEvidence } from '@/claims/save-evidence'
import { removeReply, saveReply } from '@/claims/save-reply'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'
import { type BuildClaim, buildClaim, selectWords } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt } from '@/prisma/factories/publication'

let ana: Actor
let ben: Actor
let editor: Actor
beforeAll(async () => {
  ana = await buildMember(db(), { name: 'Ana' })
  ben = await buildMember(db(), { name: 'Ben' })
  editor = await buildMember(db(), { role: 'editor', name: 'Edda' })
})

async function inHand(wanted: BuildClaim = {}) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, {
    status: 'researching',
    explanation: 'As it stood.',
    claimReviewed: 'The sentence.',
    writers: [ana.id],
    ...wanted,
  })
  return { interview, claim }
}
const explain = (to: string, from = 'As it stood.') => ({ explanation: { from, to } })

describe('two editors on one claim at once', () => {
  test('of one field: one is saved, the other is told, and both texts are there', async () => {
    const { claim } = await inHand()
    const ends = await Promise.allSettled([
      reviseClaim(ana, { claimId: claim.id, changes: explain('What Ana wrote.') }),
      reviseClaim(ben, { claimId: claim.id, changes: explain('What Ben wrote.') }),
    ])
    const saved = (await claimView(ana, claim.id)).explanation
    expect(['What Ana wrote.', 'What Ben wrote.']).toContain(saved)
    const refused = ends.filter((end) => end.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toBeInstanceOf(Conflict)
    expect(refused[0]?.reason).toMatchObject({ current: { id: claim.id, explanation: saved } })
  })

  test('of different fields: both are kept', async () => {
    const { claim } = await inHand()
    await Promise.all([
      reviseClaim(ana, { claimId: claim.id, changes: explain('What Ana wrote.') }),
      reviseClaim(ben, {
        claimId: claim.id,
        changes: { claimReviewed: { from: 'The sentence.', to: 'Ben’s.' } },
      }),
      reviseClaim(editor, { claimId: claim.id, changes: { verdictKey: { from: 'false', to: 'correct' } } }),
    ])
    expect(await claimView(ana, claim.id)).toMatchObject({
      explanation: 'What Ana wrote.',
      claimReviewed: 'Ben’s.',
      verdictKey: 'correct',
      version: claim.version + 3,
    })
  })

  test('a refused revision saves none of its fields, not even those nobody else touched', async () => {
    const { claim } = await inHand()
    const half = { ...explain('Mine.', 'Not what stands.'), internalNote: { from: '', to: 'A note.' } }
    await expect(reviseClaim(ben, { claimId: claim.id, changes: half })).rejects.toThrow(Conflict)
    expect(await claimView(ana, claim.id)).toMatchObject({
      explanation: 'As it stood.',
      internalNote: '',
      version: 1,
    })
  })

  test('a revision sent again after a lost answer is saved once', async () => {
    const { claim } = await inHand()
    const revision = { claimId: claim.id, changes: explain('Once.') }
    await reviseClaim(ana, revision)
    await reviseClaim(ana, revision)
    expect(await claimView(ana, claim.id)).toMatchObject({ explanation: 'Once.', version: 2 })
  })

  test('the other asks what changed and gets the whole claim', async () => {
    const { interview, claim } = await inHand()
    const { revision } = await deskChanges(ben, interview.id, 0)
    expect((await deskChanges(ben, interview.id, revision)).claims).toEqual([])
    await reviseClaim(ana, { claimId: claim.id, changes: explain('New.') })
    const changes = await deskChanges(ben, interview.id, revision)
    expect(changes.revision).toBeGreaterThan(revision)
    expect(changes.claims).toMatchObject([{ id: claim.id, explanation: 'New.' }])
  })
})

describe('an approval', () => {
  async function approved() {
    const held = await inHand({ status: 'inReview' })
    await approveBuilt(editor, held.claim.id)
    return held
  }

  test('ends with any change to what readers would see, and the claim goes back to review', async () => {
    const { claim } = await approved()
    await reviseClaim(editor, { claimId: claim.id, changes: explain('Better.') })
    expect(await claimView(editor, claim.id)).toMatchObject({
      status: 'inReview',
      approval: { current: false },
    })
  })

  test('stands when only the desk’s own note or the assignee changes', async () => {
    const { claim } = await approved()
    const changes = { internalNote: { from: '', to: 'Call back.' }, assigneeId: { from: null, to: ben.id } }
    await reviseClaim(editor, { claimId: claim.id, changes })
    expect(await claimView(editor, claim.id)).toMatchObject({
      status: 'approved',
      approval: { current: true },
      internalNote: 'Call back.',
      assignee: { id: ben.id },
      contributors: [{ id: ana.id }],
    })
  })

  test('is not touched by a reporter', async () => {
    const { claim } = await approved()
    await expect(reviseClaim(ana, { claimId: claim.id, changes: explain('Mine.') })).rejects.toThrow(
      Forbidden,
    )
    await expect(removeEvidence(ana, { claimId: claim.id, itemId: claim.evidence[0] })).rejects.toThrow(
      Forbidden,
    )
    expect(await claimView(editor, claim.id)).toMatchObject({
      status: 'approved',
      explanation: 'As it stood.',
    })
  })

  test('ends with a source added or taken away', async () => {
    for (const change of [
      (claimId: string) =>
        saveEvidence(editor, {
          claimId,
          evidenceId: null,
          requestId: crypto.randomUUID(),
          from: null,
          to: SOURCE,
        }),
      (claimId: string, itemId?: string) => removeEvidence(editor, { claimId, itemId }),
    ]) {
      const { claim } = await approved()
      await change(claim.id, claim.evidence[0])
      expect((await claimView(editor, claim.id)).status).toBe('inReview')
    }
  })
})

const SOURCE = { kind: 'report', stance: 'disputes', title: 'The register', url: 'https://register.example' }

describe('what a revision may say', () => {
  const revise = async (changes: object) => {
    const { claim } = await inHand()
    await reviseClaim(ana, { claimId: claim.id, changes })
    return claimView(ana, claim.id)
  }

  test('a verdict of the scale, and no other', async () => {
    await expect(revise({ verdictKey: { from: 'false', to: 'nonsense' } })).rejects.toThrow(Invalid)
    await db().verdict.update({ where: { key: 'exaggerated' }, data: { retiredAt: new Date() } })
    await expect(revise({ verdictKey: { from: 'false', to: 'exaggerated' } })).rejects.toThrow(Invalid)
  })

  test('an assignee who is active, and no other', async () => {
    const gone = await buildMember(db(), { deactivatedAt: new Date() })
    await expect(revise({ assigneeId: { from: null, to: gone.id } })).rejects.toThrow(Invalid)
  })

  test('a reply’s turn of this interview, whose second the server looks up', async () => {
    const { interview, claim } = await inHand()
    const other = await buildInterview(db())
    const changes = (turnId: string | undefined) => ({
      challenge: { from: 'unchallenged', to: 'challenged' },
      challengeTurnId: { from: null, to: turnId },
    })
    await expect(reviseClaim(ana, { claimId: claim.id, changes: changes(other.turns[2]) })).rejects.toThrow(
      Invalid,
    )
    await reviseClaim(ana, { claimId: claim.id, changes: changes(interview.turns[2]) })
    expect(await claimView(ana, claim.id)).toMatchObject({
      challengeTurnId: interview.turns[2],
      challengeMs: 5000,
    })
    const back = { challenge: { from: 'challenged', to: 'unchallenged' } }
    await reviseClaim(ana, { claimId: claim.id, changes: back })
    expect(await claimView(ana, claim.id)).toMatchObject({ challengeTurnId: null, challengeMs: null })
  })

  test('topics by name: made once, whatever their case and accents, and shared', async () => {
    const first = await revise({ topics: { from: [], to: ['Économie', 'economie', 'Trees'] } })
    expect(first.topics).toEqual(['Trees', 'Économie'])
    const second = await revise({ topics: { from: [], to: ['ECONOMIE'] } })
    expect(second.topics).toEqual(['Économie'])
    await expect(revise({ topics: { from: [], to: ['!!!'] } })).rejects.toThrow(Invalid)
  })

  test('not a text longer than can be kept', async () => {
    await expect(revise(explain('x'.repeat(20_001)))).rejects.toThrow(Invalid)
  })
})

describe('sources and replies', () => {
  const REPLY = { asked: 'Bo Marsh', askedAt: '2026-03-04T08:00:00Z', outcome: 'waiting' }

  test('a source that a colleague changed meanwhile is a conflict, and the colleague’s stays', async () => {
    const { claim } = await inHand({ evidence: [] })
    const requestId = crypto.randomUUID()
    await saveEvidence(ana, { claimId: claim.id, evidenceId: null, requestId, from: null, to: SOURCE })
    const change = (title: string) => ({
      claimId: claim.id,
      evidenceId: requestId,
      requestId: crypto.randomUUID(),
      from: SOURCE,
      to: { ...SOURCE, title },
    })
    await saveEvidence(ana, change('Ana’s title'))
    await expect(saveEvidence(ben, change('Ben’s title'))).rejects.toThrow(Conflict)
    expect((await claimView(ana, claim.id)).evidence).toMatchObject([{ title: 'Ana’s title' }])
  })

  test('what is corrected about an expert is kept, and a new source leaves what is known of them', async () => {
    const { claim } = await inHand({ evidence: [] })
    const name = `Dana Birch ${crypto.randomUUID()}`
    const expert = (affiliation: string) => ({
      ...SOURCE,
      kind: 'expert',
      expert: { name, affiliation, description: 'Forester', basis: 'opinion' },
    })
    const save = (evidenceId: string | null, from: object | null, to: object) => {
      const requestId = crypto.randomUUID()
      return saveEvidence(ana, { claimId: claim.id, evidenceId, requestId, from, to }).then(() => requestId)
    }
    const first = await save(null, null, expert('Univercity'))
    await save(first, expert('Univercity'), expert('University of Alder'))
    await save(null, null, expert(''))
    const { evidence } = await claimView(ana, claim.id)
    expect(evidence.map((item) => item.expert?.affiliation)).toEqual([
      'University of Alder',
      'University of Alder',
    ])
  })

  test('a source or a reply sent twice is kept once, and removed twice is gone once', async () => {
    const { claim } = await inHand({ evidence: [] })
    const [source, reply] = [crypto.randomUUID(), crypto.randomUUID()]
    for (let time = 0; time < 2; time++) {
      await saveEvidence(ana, {
        claimId: claim.id,
        evidenceId: null,
        requestId: source,
        from: null,
        to: SOURCE,
      })
      await saveReply(ana, { claimId: claim.id, replyId: null, requestId: reply, from: null, to: REPLY })
    }
    expect(await claimView(ana, claim.id)).toMatchObject({
      evidence: [{ id: source }],
      replies: [{ id: reply }],
      version: 3,
    })
    for (let time = 0; time < 2; time++) {
      await removeEvidence(ana, { claimId: claim.id, itemId: source })
      await removeReply(ana, { claimId: claim.id, itemId: reply })
    }
    expect(await claimView(ana, claim.id)).toMatchObject({ evidence: [], replies: [], version: 5 })
  })

  test.each([
    ['an answer without words', { ...REPLY, outcome: 'replied', answer: ' ' }, 'answer'],
    ['words without an answer', { ...REPLY, outcome: 'noAnswer', answer: 'No.' }, 'outcome'],
    ['a deadline before the question', { ...REPLY, deadline: '2026-03-03T08:00:00Z' }, 'deadline'],
  ])('%s is refused where it stands', async (_what, to, field) => {
    const { claim } = await inHand()
    const wrong = saveReply(ana, {
      claimId: claim.id,
      replyId: null,
      requestId: crypto.randomUUID(),
      from: null,
      to,
    })
    await expect(wrong).rejects.toMatchObject({ fields: { [`to.${field}`]: expect.any(String) } })
  })
})

describe('putting a claim on other words', () => {
  test('takes its quote and seconds from there, and remembers who did it', async () => {
    const { interview, claim } = await inHand()
    const selection = selectWords(interview, { turn: 2, from: 0, to: 1 })
    await reanchorClaim(ben, { claimId: claim.id, version: 1, selection })
    expect(await claimView(ana, claim.id)).toMatchObject({
      quote: 'Did you?',
      startMs: 5000,
      speaker: 'Ada Quill',
      version: 2,
    })
    await expect(reanchorClaim(ana, { claimId: claim.id, version: 1, selection })).rejects.toThrow(Conflict)
  })
})
