// Longer than most files: the life of a claim from flag to approval, each promise on the same few people and claims.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { approveClaim } from '@/claims/approve-claim'
import { endTalk } from '@/claims/end-talk'
import { giveOpinion } from '@/claims/give-opinion'
import { handBackClaim } from '@/claims/hand-back-claim'
import { hearClaim } from '@/claims/hear-claim'
import { changesSinceLook, lookAtClaim } from '@/claims/looks'
import { moveClaim } from '@/claims/move-claim'
import { claimView, deskChanges, deskView } from '@/claims/queries'
import { reviseClaim } from '@/claims/revise-claim'
import { saveEvidence } from '@/claims/save-evidence'
import { auditCsv } from '@/newsroom/audit-csv'
import { listAuditEntries } from '@/newsroom/audit-queries'
import type { Actor } from '@/newsroom/roles'
import { saveSettings } from '@/newsroom/settings'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid } from '@/platform/errors'
import { type BuildClaim, buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

let reporter: Actor
let editor: Actor
let second: Actor
let third: Actor
let admin: Actor
beforeAll(async () => {
  reporter = await buildMember(db())
  editor = await buildMember(db(), { role: 'editor', name: 'Ada Judge' })
  second = await buildMember(db(), { role: 'editor', name: 'Bo Judge' })
  third = await buildMember(db(), { role: 'editor', name: 'Cy Judge' })
  admin = await buildMember(db(), { role: 'admin' })
})

async function built(wanted: BuildClaim = {}) {
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview, { writers: [reporter.id], ...wanted })
  return { interviewId: interview.id, interview, claimId: claim.id, version: claim.version }
}
const noticesOf = (memberId: string, claimId: string) =>
  db().notice.findMany({ where: { memberId, claimId } })

describe('handing back', () => {
  test('goes to who sent it, says why at the top, in the talk and in the inbox, and is over with the next review', async () => {
    const { claimId } = await built({ status: 'researching', assigneeId: editor.id })
    const sender = await buildMember(db())
    await moveClaim(sender, { claimId, from: 'researching', to: 'inReview' })
    await handBackClaim(editor, { claimId, from: 'inReview', reason: ' The register is of another year. ' })
    const view = await claimView(reporter, claimId)
    expect(view).toMatchObject({
      status: 'researching',
      assignee: { id: sender.id },
      handedBack: { by: editor.name, why: 'The register is of another year.' },
    })
    expect(await db().comment.findMany({ where: { claimId } })).toMatchObject([{ kind: 'handedBack' }])
    expect(await noticesOf(sender.id, claimId)).toMatchObject([
      { kind: 'handedBack', text: 'The register is of another year.' },
    ])
    await moveClaim(sender, { claimId, from: 'researching', to: 'inReview' })
    expect(await claimView(reporter, claimId)).toMatchObject({ handedBack: null, handedBackAt: null })
  })

  test('goes to whom it is assigned where the sender is gone, and never to the reviewer', async () => {
    const gone = await buildMember(db(), { deactivatedAt: new Date() })
    const { claimId } = await built({ assigneeId: reporter.id, writers: [editor.id] })
    await db().claim.update({ where: { id: claimId }, data: { sentById: gone.id } })
    await handBackClaim(editor, { claimId, from: 'inReview', reason: 'Again.' })
    expect((await claimView(editor, claimId)).assignee?.id).toBe(reporter.id)
  })

  test('without a reason, by a reporter, or where a colleague was faster, nothing is handed back', async () => {
    const { claimId } = await built()
    const back = (actor: Actor, reason: string) => handBackClaim(actor, { claimId, from: 'inReview', reason })
    await expect(back(editor, ' \n')).rejects.toThrow(Invalid)
    await expect(back(reporter, 'No.')).rejects.toThrow(Forbidden)
    await back(second, 'First.')
    await expect(back(editor, 'Second.')).rejects.toThrow(Conflict)
    expect(await db().comment.count({ where: { claimId } })).toBe(1)
  })

  test('out of review nobody slips past the reason by a move', async () => {
    const { claimId } = await built()
    await expect(moveClaim(admin, { claimId, from: 'inReview', to: 'researching' })).rejects.toThrow(/reason/)
  })

  test('an approval that was handed back stays on record and holds no more', async () => {
    const { claimId, version } = await built()
    await approveClaim(editor, { claimId, version })
    await handBackClaim(second, { claimId, from: 'approved', reason: 'A new source.' })
    expect((await claimView(editor, claimId)).approval).toMatchObject({ current: false })
    expect(await db().claimApproval.count({ where: { claimId } })).toBe(1)
  })
})

test('who a claim is assigned to finds it in the inbox, and nobody who takes it for themselves', async () => {
  const { claimId } = await built()
  const assign = (actor: Actor, from: string | null, to: string | null) =>
    reviseClaim(actor, { claimId, changes: { assigneeId: { from, to } } })
  await assign(editor, null, reporter.id)
  await assign(editor, reporter.id, editor.id)
  expect(await noticesOf(reporter.id, claimId)).toMatchObject([{ kind: 'assigned' }])
  expect(await noticesOf(editor.id, claimId)).toEqual([])
})

describe('what changed since a look', () => {
  const revise = (actor: Actor, claimId: string, from: string, to: string) =>
    reviseClaim(actor, { claimId, changes: { explanation: { from, to } } })
  const lookOf = async (actor: Actor, interviewId: string, claimId: string) =>
    (await deskView(actor, interviewId)).looks.find((look) => look.claimId === claimId)

  test('a look raises no revision and writes no line of the trail', async () => {
    const { claimId, interviewId } = await built()
    const [before, lines] = [await claimView(editor, claimId), await db().auditEntry.count()]
    await lookAtClaim(editor, claimId)
    await lookAtClaim(editor, claimId)
    expect((await claimView(editor, claimId)).revision).toBe(before.revision)
    expect(await db().auditEntry.count()).toBe(lines)
    expect(await lookOf(editor, interviewId, claimId)).toMatchObject({ unseen: false })
    expect(await lookOf(reporter, interviewId, claimId)).toBeUndefined()
  })

  test('shows what colleagues changed, and neither what one changed oneself nor what was only said', async () => {
    const { claimId, interviewId } = await built()
    const first = (await claimView(editor, claimId)).explanation
    await lookAtClaim(editor, claimId)
    await revise(editor, claimId, first, 'Mine.')
    await hearOrTalk(claimId)
    expect(await lookOf(editor, interviewId, claimId)).toMatchObject({ unseen: false })
    expect(await changesSinceLook(editor, claimId)).toMatchObject({ changes: [] })

    await revise(reporter, claimId, 'Mine.', 'Theirs now.')
    await saveEvidence(reporter, {
      claimId,
      evidenceId: null,
      requestId: randomUUID(),
      from: null,
      to: { kind: 'report', stance: 'disputes', title: 'Forest census' },
    })
    expect(await lookOf(editor, interviewId, claimId)).toMatchObject({ unseen: true })
    expect(await changesSinceLook(editor, claimId)).toMatchObject({
      by: [reporter.name],
      changes: [
        { field: 'explanation', before: first, after: 'Theirs now.' },
        { field: 'evidence', kind: 'added', after: expect.stringContaining('Forest census') },
      ],
    })
    // The poll says so of the claims that changed, without the page being read again.
    expect((await deskChanges(editor, interviewId, 0)).looks).toMatchObject([{ claimId, unseen: true }])
    await lookAtClaim(editor, claimId)
    expect(await changesSinceLook(editor, claimId)).toMatchObject({ changes: [] })
  })

  test('a move of a colleague’s is a change, whatever the claim says', async () => {
    const { claimId } = await built({ status: 'researching' })
    await lookAtClaim(editor, claimId)
    await moveClaim(reporter, { claimId, from: 'researching', to: 'inReview' })
    expect(await changesSinceLook(editor, claimId)).toMatchObject({
      changes: [{ field: 'status', before: 'Researching', after: 'In review' }],
    })
  })

  test('who never looked is told of no changes', async () => {
    expect(await changesSinceLook(editor, (await built()).claimId)).toBeNull()
  })

  async function hearOrTalk(claimId: string) {
    await db().recording.create({
      data: {
        interviewId: (await db().claim.findUniqueOrThrow({ where: { id: claimId } })).interviewId,
        url: 'https://a.example/a.mp3',
        mime: 'audio/mpeg',
      },
    })
    const { quote, startMs, endMs } = await claimView(reporter, claimId)
    await hearClaim(reporter, { claimId, quote, startMs, endMs })
  }
})

describe('checked by ear', () => {
  async function fromMachine(recording = true) {
    const made = await built()
    await db().transcript.update({ where: { interviewId: made.interviewId }, data: { machineMade: true } })
    if (recording)
      await db().recording.create({
        data: { interviewId: made.interviewId, url: 'https://a.example/a.mp3', mime: 'audio/mpeg' },
      })
    return made
  }
  const heard = async (actor: Actor, claimId: string) => {
    const { quote, startMs, endMs } = await claimView(actor, claimId)
    await hearClaim(actor, { claimId, quote, startMs, endMs })
  }

  test('a machine’s words are approved only after somebody replayed the clip against them', async () => {
    const { claimId, version } = await fromMachine()
    await expect(approveClaim(editor, { claimId, version })).rejects.toThrow(/replay the clip/)
    await heard(reporter, claimId)
    expect((await claimView(editor, claimId)).hearing).toMatchObject({
      needed: true,
      heard: { by: reporter.name },
    })
    await approveClaim(editor, { claimId, version })
  })

  test('other words or other seconds have not been heard', async () => {
    const { claimId } = await fromMachine()
    await heard(reporter, claimId)
    await db().claim.update({ where: { id: claimId }, data: { endMs: { increment: 1 } } })
    expect((await claimView(editor, claimId)).hearing).toMatchObject({
      heard: null,
      before: { by: reporter.name },
    })
    expect((await claimView(editor, claimId)).abilities.approve.allowed).toBe(false)
    await db().claim.update({
      where: { id: claimId },
      data: { endMs: { decrement: 1 }, quote: 'Other words' },
    })
    expect((await claimView(editor, claimId)).hearing.heard).toBeNull()
  })

  test('nobody hears words that a colleague changed meanwhile, and the same words twice are heard once', async () => {
    const { claimId } = await fromMachine()
    const { startMs, endMs } = await claimView(editor, claimId)
    await expect(hearClaim(editor, { claimId, quote: 'What was', startMs, endMs })).rejects.toThrow(Conflict)
    await heard(editor, claimId)
    await heard(editor, claimId)
    expect(await db().claimHearing.count({ where: { claimId } })).toBe(1)
  })

  test('without a recording there is nothing to replay, and nothing is asked', async () => {
    const { claimId, version } = await fromMachine(false)
    await expect(heard(editor, claimId)).rejects.toThrow(Forbidden)
    await approveClaim(editor, { claimId, version })
  })

  test('an administrator may relax it', async () => {
    const { claimId, version } = await fromMachine()
    await saveSettings(admin, { hearingRequired: false })
    try {
      await approveClaim(editor, { claimId, version })
    } finally {
      await saveSettings(admin, { hearingRequired: true })
    }
  })
})

describe('the right of reply', () => {
  const ask = (claimId: string, deadline: Date | null) =>
    db().rightOfReply.create({
      data: { claimId, position: 0, asked: 'Bo Marsh', askedAt: new Date('2026-01-01'), deadline },
    })

  test('a deadline that passes stands before the approval until the silence is written down', async () => {
    const { claimId, version } = await built()
    const { id } = await ask(claimId, new Date(Date.now() + 3_600_000))
    expect((await claimView(editor, claimId)).warnings).toEqual([
      expect.stringContaining('Bo Marsh was asked'),
    ])
    expect((await claimView(editor, claimId)).abilities.approve.allowed).toBe(true)
    const back = moveClock(3_600_001)
    try {
      await expect(approveClaim(editor, { claimId, version })).rejects.toThrow(/record the silence/i)
      await db().rightOfReply.update({ where: { id }, data: { outcome: 'noAnswer' } })
      await approveClaim(editor, { claimId, version })
    } finally {
      back()
    }
  })

  test('nobody asked is worth knowing, and no more', async () => {
    const { claimId, version } = await built()
    expect((await claimView(editor, claimId)).warnings).toEqual([
      expect.stringContaining('Nobody has asked Bo Marsh'),
    ])
    await approveClaim(editor, { claimId, version })
  })
})

describe('blind agreement', () => {
  const REASON = 'CANARY because of the register'
  async function judging(needed: number, run: (claim: Awaited<ReturnType<typeof built>>) => Promise<void>) {
    await saveSettings(admin, { opinionsNeeded: needed })
    try {
      await run(await built())
    } finally {
      await saveSettings(admin, { opinionsNeeded: 0 })
    }
  }
  async function give(actor: Actor, claimId: string, verdictKey: string, reason = REASON) {
    const { quote, claimReviewed } = await claimView(actor, claimId)
    await giveOpinion(actor, { claimId, verdictKey, reason, quote, claimReviewed })
  }
  const stateOf = async (actor: Actor, claimId: string) => (await claimView(actor, claimId)).agreement

  /** Everything that a member can read of a claim at the desk. */
  async function readable(actor: Actor, interviewId: string, claimId: string): Promise<string> {
    let csv = ''
    if (actor.role !== 'reporter') {
      for await (const chunk of auditCsv(actor, { claimId })) csv += chunk
      csv += JSON.stringify(await listAuditEntries(actor, { claimId }))
    }
    return [
      csv,
      JSON.stringify(await claimView(actor, claimId)),
      JSON.stringify(await deskView(actor, interviewId)),
      JSON.stringify(await deskChanges(actor, interviewId, 0)),
      JSON.stringify(await changesSinceLook(actor, claimId)),
      JSON.stringify(await db().notice.findMany({ where: { memberId: actor.id } })),
    ].join('\n')
  }

  test('nobody is shown another’s before all are in: not in a view, a poll, a notice, the trail or its file', async () => {
    await judging(2, async ({ claimId, interviewId }) => {
      await lookAtClaim(second, claimId)
      await give(editor, claimId, 'misleading')
      for (const actor of [reporter, second, third, admin]) {
        const all = await readable(actor, interviewId, claimId)
        expect(all).not.toContain('CANARY')
        expect(all).not.toMatch(/"verdict(Key)?":"misleading"/)
      }
      expect(await stateOf(second, claimId)).toMatchObject({
        state: 'sealed',
        given: 1,
        givenBy: ['Ada Judge'],
      })
      expect(await readable(editor, interviewId, claimId)).toContain('CANARY')
    })
  })

  test('a conflict’s answer gives nothing away either', async () => {
    await judging(2, async ({ claimId }) => {
      await give(editor, claimId, 'misleading')
      const conflict = await giveOpinion(second, {
        claimId,
        verdictKey: 'false',
        reason: 'Read yesterday.',
        quote: 'x',
        claimReviewed: 'x',
      }).catch((thrown: unknown) => thrown)
      expect(conflict).toBeInstanceOf(Conflict)
      expect(JSON.stringify(conflict)).not.toContain('CANARY')
    })
  })

  test('all of one mind with the claim agree, are written into the trail, and let it pass', async () => {
    await judging(2, async ({ claimId, version }) => {
      await give(editor, claimId, 'false')
      await expect(approveClaim(third, { claimId, version })).rejects.toThrow('1 of 2 editors')
      await give(second, claimId, 'false')
      expect(await stateOf(third, claimId)).toMatchObject({ state: 'agree', given: 2 })
      const opened = await db().auditEntry.findFirst({ where: { claimId, action: 'claim.opinions-opened' } })
      expect(opened?.after).toEqual({
        opinions: [
          { by: 'Ada Judge', verdict: 'false', reason: REASON },
          { by: 'Bo Judge', verdict: 'false', reason: REASON },
        ],
      })
      await approveClaim(third, { claimId, version })
    })
  })

  test('verdicts that differ ask for a talk, tell those involved, and are changed openly', async () => {
    await judging(2, async ({ claimId, version }) => {
      await give(editor, claimId, 'false')
      await give(second, claimId, 'misleading')
      expect((await stateOf(reporter, claimId)).state).toBe('differ')
      for (const judge of [editor, second])
        expect(await noticesOf(judge.id, claimId)).toMatchObject([{ kind: 'talk' }])
      await expect(approveClaim(third, { claimId, version })).rejects.toThrow(/talk/)
      await give(second, claimId, 'false', 'After the talk.')
      expect(await stateOf(third, claimId)).toMatchObject({
        state: 'agree',
        others: [{ openly: false }, { openly: true, reason: 'After the talk.' }],
      })
      const changed = await db().auditEntry.findFirst({
        where: { claimId, action: 'claim.opinion-given' },
        orderBy: { id: 'desc' },
      })
      expect(changed).toMatchObject({ before: { verdict: 'misleading' }, after: { verdict: 'false' } })
      await approveClaim(third, { claimId, version })
    })
  })

  test('an editor writes down how a talk ended, and it holds for that verdict alone', async () => {
    await judging(2, async ({ claimId, version }) => {
      const end = { claimId, verdictKey: 'false', outcome: 'We agreed on the register.' }
      await expect(endTalk(editor, end)).rejects.toThrow(Forbidden)
      await give(editor, claimId, 'false')
      await give(second, claimId, 'misleading')
      await expect(endTalk(reporter, end)).rejects.toThrow(Forbidden)
      await expect(endTalk(editor, { ...end, verdictKey: 'misleading' })).rejects.toThrow(Conflict)
      await endTalk(editor, end)
      expect((await stateOf(third, claimId)).state).toBe('settled')
      await approveClaim(third, { claimId, version })
      await reviseClaim(editor, { claimId, changes: { verdictKey: { from: 'false', to: 'correct' } } })
      expect((await stateOf(third, claimId)).state).toBe('differ')
    })
  })

  test('an opinion on another sentence is stale, says so, and is sealed again from the others', async () => {
    await judging(1, async ({ claimId }) => {
      await give(editor, claimId, 'false')
      expect((await stateOf(second, claimId)).others).toHaveLength(1)
      const { claimReviewed } = await claimView(editor, claimId)
      await reviseClaim(reporter, {
        claimId,
        changes: { claimReviewed: { from: claimReviewed, to: 'Other.' } },
      })
      expect(await stateOf(editor, claimId)).toMatchObject({
        state: 'sealed',
        given: 0,
        mine: { current: false },
      })
      expect((await stateOf(second, claimId)).others).toEqual([])
    })
  })

  test('a newsroom that asks for none takes none, and a context note asks nobody', async () => {
    const { claimId } = await built()
    await expect(give(editor, claimId, 'false')).rejects.toThrow(Forbidden)
    await judging(2, async () => {
      const context = await built({ verdictKey: 'context' })
      await expect(give(editor, context.claimId, 'false')).rejects.toThrow(Forbidden)
      await approveClaim(editor, context)
    })
  })
})
