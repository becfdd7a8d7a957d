// Longer than most files: the whole matrix of roles by statuses by commands, written down once by hand.
import { randomUUID } from 'node:crypto'
import { STATUSES, type Status } from '@/claims/words-of-the-trade'
import { builtActions, callAction } from '@/e2e/server-actions'
import { expect, test } from '@/e2e/sign-in'
import { ROLES, type Role } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { buildClaim, selectWords } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

/**
 * Who may do what to a claim that stands where, tried from outside: each command over HTTP with each role's session, on a
 * claim of its own. The table is written by hand and shares nothing with the policy: r(eporter), e(ditor), a(dmin).
 */

type Row = Record<Status, string>
const row = (
  flagged: string,
  researching: string,
  awaitingReply: string,
  inReview: string,
  approved: string,
  held: string,
  dropped: string,
): Row => ({ flagged, researching, awaitingReply, inReview, approved, held, dropped })

const EDIT = row('rea', 'rea', 'rea', 'rea', 'ea', 'rea', '')
const EVERYBODY = row('rea', 'rea', 'rea', 'rea', 'rea', 'rea', 'rea')
const TABLE: Record<string, Row> = {
  reviseClaim: EDIT,
  reanchorClaim: EDIT,
  saveEvidence: EDIT,
  removeEvidence: EDIT,
  saveReply: EDIT,
  removeReply: EDIT,
  addComment: EVERYBODY,
  hearClaim: row('rea', 'rea', 'rea', 'rea', 'rea', 'rea', ''),
  approveClaim: row('', '', '', 'ea', '', '', ''),
  handBackClaim: row('', '', 'ea', 'ea', 'ea', 'ea', ''),
  // This site asks for no second opinion; where one does, claims/life.db.test.ts says who may.
  giveOpinion: row('', '', '', '', '', '', ''),
  endTalk: row('', '', '', '', '', '', ''),
  'moveClaim to flagged': row('', '', '', '', '', '', ''),
  'moveClaim to researching': row('rea', '', 'rea', '', '', 'ea', 'rea'),
  'moveClaim to awaitingReply': row('rea', 'rea', '', 'ea', '', '', ''),
  'moveClaim to inReview': row('rea', 'rea', 'rea', '', '', 'ea', ''),
  'moveClaim to approved': row('', '', '', '', '', '', ''),
  'moveClaim to held': row('ea', 'ea', 'ea', 'ea', 'ea', '', ''),
  'moveClaim to dropped': row('rea', 'rea', 'rea', 'rea', 'ea', 'rea', ''),
}

type Made = {
  interview: Awaited<ReturnType<typeof buildInterview>>
  claim: Awaited<ReturnType<typeof buildClaim>>
  reply: { id: string }
  startMs: number | null
  endMs: number | null
}

const INPUTS: Record<string, (made: Made, status: Status) => unknown> = {
  reviseClaim: ({ claim }) => ({
    claimId: claim.id,
    changes: { internalNote: { from: '', to: 'Changed.' } },
  }),
  reanchorClaim: ({ claim, interview }) => ({
    claimId: claim.id,
    version: 1,
    selection: selectWords(interview, { turn: 2, from: 0, to: 1 }),
  }),
  saveEvidence: ({ claim }) => ({
    claimId: claim.id,
    evidenceId: null,
    requestId: randomUUID(),
    from: null,
    to: { kind: 'report', stance: 'disputes', title: 'The register' },
  }),
  removeEvidence: ({ claim }) => ({ claimId: claim.id, itemId: claim.evidence[0] }),
  saveReply: ({ claim }) => ({
    claimId: claim.id,
    replyId: null,
    requestId: randomUUID(),
    from: null,
    to: { asked: 'Bo Marsh', askedAt: '2026-03-04T08:00:00Z', outcome: 'waiting' },
  }),
  removeReply: ({ claim, reply }) => ({ claimId: claim.id, itemId: reply.id }),
  addComment: ({ claim, interview }) => ({
    interviewId: interview.id,
    claimId: claim.id,
    requestId: randomUUID(),
    body: 'Said.',
  }),
  hearClaim: ({ claim, startMs, endMs }) => ({ claimId: claim.id, quote: claim.quote, startMs, endMs }),
  approveClaim: ({ claim }) => ({ claimId: claim.id, version: claim.version }),
  handBackClaim: ({ claim }, from) => ({ claimId: claim.id, from, reason: 'Another year.' }),
  giveOpinion: ({ claim }) => ({
    claimId: claim.id,
    verdictKey: 'false',
    reason: 'The register.',
    quote: claim.quote,
    claimReviewed: `Sentence of claim ${claim.number}.`,
  }),
  endTalk: ({ claim }) => ({ claimId: claim.id, verdictKey: 'false', outcome: 'We agreed.' }),
}
for (const to of STATUSES)
  INPUTS[`moveClaim to ${to}`] = ({ claim }, from) => ({ claimId: claim.id, from, to })

const actions = builtActions().filter(({ file }) => file === 'app/desk/interviews/[id]/actions.ts')

/** A claim of its own for each try, so that no try leads the next one. */
async function make(interview: Made['interview'], status: Status, writers: readonly string[]): Promise<Made> {
  const claim = await buildClaim(db(), interview, { status, writers })
  const reply = await db().rightOfReply.create({
    data: { claimId: claim.id, position: 0, asked: 'Bo Marsh', askedAt: new Date() },
  })
  const { startMs, endMs } = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
  return { interview, claim, reply, startMs, endMs }
}

async function trace(claimId: string): Promise<string> {
  const claim = await db().claim.findUnique({
    where: { id: claimId },
    include: { evidence: true, replies: true, comments: true, approvals: true, hearings: true },
  })
  const lines = await db().auditEntry.count({ where: { claimId, NOT: { action: { endsWith: 'repeated' } } } })
  return JSON.stringify([claim, lines])
}

for (const status of STATUSES)
  test(`a claim that is ${status}: each role may do what is written down, and nothing else changes it`, async () => {
    test.setTimeout(180_000)
    const writer = await buildMember(db())
    const interview = await buildInterview(db())
    await db().recording.create({
      data: { interviewId: interview.id, url: 'https://a.example/a.mp3', mime: 'audio/mpeg' },
    })
    const members = new Map<Role, Awaited<ReturnType<typeof buildMember>>>()
    for (const role of ROLES) members.set(role, await buildMember(db(), { role }))
    const found: Record<string, string> = {}
    for (const name of Object.keys(TABLE)) {
      const action = actions.find((one) => one.name === name.split(' ')[0])
      const input = INPUTS[name]
      if (!action || !input) throw new Error(`This build has no ${name}.`)
      let may = ''
      for (const role of ROLES) {
        const made = await make(interview, status, [writer.id])
        const before = await trace(made.claim.id)
        const answer = await callAction(action, interview.id, input(made, status), {
          member: members.get(role) ?? null,
        })
        const changed = (await trace(made.claim.id)) !== before
        expect(changed, `${role} ${name}: ${answer.body}`).toBe(answer.ok)
        if (!answer.ok) expect(answer.kind, `${role} ${name}: ${answer.body}`).toBe('forbidden')
        if (answer.ok) may += role.charAt(0)
      }
      found[name] = may
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(TABLE).map(([name, one]) => [name, one[status]])))
  })
