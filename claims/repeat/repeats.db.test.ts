// Longer than most files: everything that is promised of a check that several claims share, in one place.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { approveClaim } from '@/claims/approve-claim'
import { checkedClaimSchema } from '@/claims/checked-claim'
import { moveClaim } from '@/claims/move-claim'
import { claimView } from '@/claims/queries'
import { linkRepeat } from '@/claims/repeat/link-repeat'
import { reuseCheck } from '@/claims/repeat/reuse-check'
import { saidHere } from '@/claims/repeat/said-here'
import { unlinkRepeat } from '@/claims/repeat/unlink-repeat'
import { reviseClaim } from '@/claims/revise-claim'
import { removeEvidence, saveEvidence } from '@/claims/save-evidence'
import { db } from '@/platform/db'
import { Forbidden, Invalid, Refusal } from '@/platform/errors'
import { type BuildClaim, buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt } from '@/prisma/factories/publication'

let editor: Awaited<ReturnType<typeof buildMember>>
let writer: typeof editor
beforeAll(async () => {
  editor = await buildMember(db(), { role: 'editor' })
  writer = await buildMember(db())
})

async function aClaim(wanted: BuildClaim = {}) {
  const interview = await buildInterview(db())
  return { ...(await buildClaim(db(), interview, { writers: [writer.id], ...wanted })), interview }
}

const view = (claimId: string) => claimView(editor, claimId)
const approvedContent = async (claimId: string) =>
  checkedClaimSchema.parse(
    (await db().claimApproval.findFirstOrThrow({ where: { claimId }, orderBy: { approvedAt: 'desc' } }))
      .content,
  )

/** A root whose check was approved, and a repeat of it that was not. */
async function family(wanted: BuildClaim = {}) {
  const root = await aClaim({ claimReviewed: 'Nine million trees were planted.', ...wanted })
  await approveBuilt(editor, root.id)
  const repeat = await aClaim({
    words: { turn: 1, from: 1, to: 3 },
    claimReviewed: 'Own sentence.',
    explanation: 'Own text.',
  })
  await linkRepeat(writer, { claimId: repeat.id, toClaimId: root.id })
  return { root, repeat }
}

async function revise(claimId: string, to: string) {
  const { claimReviewed } = await view(claimId)
  await reviseClaim(editor, { claimId, changes: { claimReviewed: { from: claimReviewed, to } } })
}

/** Changes the root's sentence and has it approved anew. */
async function approveAnew(claimId: string, to: string) {
  await revise(claimId, to)
  await db().claimContributor.upsert({
    where: { claimId_memberId: { claimId, memberId: writer.id } },
    create: { claimId, memberId: writer.id },
    update: {},
  })
  await approveBuilt(editor, claimId)
}

describe('one check, said twice', () => {
  test('a repeat shows its own words and its root’s check', async () => {
    const { root, repeat } = await family()
    const seen = await view(repeat.id)
    expect(seen).toMatchObject({
      quote: repeat.quote,
      claimReviewed: 'Nine million trees were planted.',
      verdictKey: 'false',
      said: { times: 2, repeatOf: { claimId: root.id, number: root.number, state: 'holds' } },
    })
    expect(seen.evidence.map(({ id }) => id)).toEqual(root.evidence)
    expect((await view(root.id)).said).toEqual({ times: 2, repeatOf: null, changed: [] })
  })

  test('is approved as the root was approved, with the repeat’s own words', async () => {
    const { root, repeat } = await family()
    await approveBuilt(editor, repeat.id)
    const [own, shared] = [await approvedContent(repeat.id), await approvedContent(root.id)]
    expect(own).toMatchObject({ quote: repeat.quote, number: repeat.number, startMs: 2300 })
    for (const key of [
      'claimReviewed',
      'verdict',
      'explanationHtml',
      'evidence',
      'replies',
      'topics',
      'checkId',
    ] as const)
      expect(own[key]).toEqual(shared[key])
  })

  test('cannot be approved while the root is not, and says why', async () => {
    const { root, repeat } = await family()
    await revise(root.id, 'Nine million trees were planted last year.')
    const { missing, said } = await view(repeat.id)
    expect(said.repeatOf?.state).toBe('open')
    expect(missing).toEqual([
      `The check is not approved yet: approve claim ${root.number} of “${root.interview.title}” first.`,
    ])
    await expect(approveBuilt(editor, repeat.id)).rejects.toThrow(Forbidden)
  })

  test('is to be approved again once the root was, and until then nothing of the new check is its own', async () => {
    const { root, repeat } = await family()
    await approveBuilt(editor, repeat.id)
    await approveAnew(root.id, 'Nine million trees were planted in March.')
    const stale = await view(repeat.id)
    expect(stale).toMatchObject({
      status: 'approved',
      approval: { current: false },
      said: { repeatOf: { state: 'changed' } },
    })
    expect((await view(root.id)).said.changed).toEqual([{ claimId: repeat.id, version: stale.version }])
    expect((await approvedContent(repeat.id)).claimReviewed).toBe('Nine million trees were planted.')
    await approveClaim(editor, { claimId: repeat.id, version: stale.version })
    expect((await approvedContent(repeat.id)).claimReviewed).toBe('Nine million trees were planted in March.')
    expect((await view(root.id)).said.changed).toEqual([])
    expect(await view(repeat.id)).toMatchObject({
      approval: { current: true },
      said: { repeatOf: { state: 'holds' } },
    })
  })

  test('its check cannot be changed there, from no side', async () => {
    const { root, repeat } = await family()
    await expect(revise(repeat.id, 'Another sentence.')).rejects.toThrow(Forbidden)
    const to = { kind: 'report', stance: 'disputes', title: 'T' }
    const requestId = crypto.randomUUID()
    await expect(
      saveEvidence(editor, { claimId: repeat.id, evidenceId: null, requestId, from: null, to }),
    ).rejects.toThrow('checked once')
    await expect(removeEvidence(editor, { claimId: repeat.id, itemId: root.evidence[0] })).rejects.toThrow(
      Forbidden,
    )
    const challenge = { from: 'unchallenged', to: 'challenged' }
    await reviseClaim(writer, { claimId: repeat.id, changes: { challenge } })
    expect((await view(repeat.id)).challenge).toBe('challenged')
    expect((await view(root.id)).challenge).toBe('unchallenged')
  })

  test('nobody approves alone what they wrote alone, counting both', async () => {
    const root = await aClaim()
    await approveBuilt(editor, root.id)
    await db().claimContributor.updateMany({ where: { claimId: root.id }, data: { memberId: editor.id } })
    const repeat = await aClaim({ writers: [] })
    await linkRepeat(editor, { claimId: repeat.id, toClaimId: root.id })
    await expect(approveBuilt(editor, repeat.id)).rejects.toThrow('second person')
  })

  test('the root’s desk hears when a repeat was approved', async () => {
    const { root, repeat } = await family()
    const { revision } = await view(root.id)
    await approveBuilt(editor, repeat.id)
    expect((await view(root.id)).revision).toBeGreaterThan(revision)
  })

  test('the desks of both hear of a change of the check', async () => {
    const { root, repeat } = await family()
    const before = await db().interview.findUniqueOrThrow({ where: { id: repeat.interview.id } })
    await revise(root.id, 'Another sentence.')
    const after = await db().claim.findUniqueOrThrow({ where: { id: repeat.id } })
    expect(after.revision).toBeGreaterThan(before.revision)
  })

  test('how often it was said counts no dropped ones', async () => {
    const { root, repeat } = await family()
    await moveClaim(editor, { claimId: repeat.id, from: 'inReview', to: 'dropped' })
    expect((await view(root.id)).said.times).toBe(1)
    expect((await saidHere(root.id)).map(({ claimId }) => claimId)).toEqual([root.id])
  })
})

describe('linking and parting', () => {
  test('parting brings back what was written before, and linking again takes that back', async () => {
    const { root, repeat } = await family()
    await unlinkRepeat(writer, { claimId: repeat.id })
    expect(await view(repeat.id)).toMatchObject({
      claimReviewed: 'Own sentence.',
      said: { times: 1, repeatOf: null },
    })
    await linkRepeat(writer, { claimId: repeat.id, toClaimId: root.id })
    expect((await view(repeat.id)).claimReviewed).toBe('Nine million trees were planted.')
  })

  test('an approval of its own check does not outlive the link', async () => {
    const { root } = await family()
    const other = await aClaim()
    await approveBuilt(editor, other.id)
    await linkRepeat(editor, { claimId: other.id, toClaimId: root.id })
    expect(await view(other.id)).toMatchObject({ status: 'inReview', approval: { current: false } })
  })

  test('to a repeat is to its root; a root takes its repeats along', async () => {
    const [first, second] = [await family(), await family()]
    await linkRepeat(editor, { claimId: first.root.id, toClaimId: second.repeat.id })
    for (const { id } of [first.root, first.repeat, second.repeat])
      expect((await view(id)).said).toMatchObject({ times: 4, repeatOf: { claimId: second.root.id } })
    expect(
      (await saidHere(first.repeat.id)).map((one) => [one.claimId === second.root.id, one.root]),
    ).toEqual([
      [true, true],
      [false, false],
      [false, false],
      [false, false],
    ])
    // What was taken along says so in its own trail, and not only in that of the claim that took it.
    expect(
      await db().auditEntry.findFirstOrThrow({
        where: { claimId: first.repeat.id },
        orderBy: { id: 'desc' },
      }),
    ).toMatchObject({
      action: 'claim.linked-as-repeat',
      interviewId: first.repeat.interview.id,
      before: { repeatOf: first.root.id },
      after: { repeatOf: second.root.id },
    })
  })

  test('to itself, to its own repeat or to a dropped claim is refused', async () => {
    const { root, repeat } = await family()
    await expect(linkRepeat(editor, { claimId: root.id, toClaimId: root.id })).rejects.toThrow(Invalid)
    await expect(linkRepeat(editor, { claimId: root.id, toClaimId: repeat.id })).rejects.toThrow(Invalid)
    const gone = await aClaim({ status: 'dropped' })
    await expect(linkRepeat(editor, { claimId: root.id, toClaimId: gone.id })).rejects.toThrow('dropped')
  })

  test('twice is once', async () => {
    const { root, repeat } = await family()
    const { version } = await view(repeat.id)
    await linkRepeat(writer, { claimId: repeat.id, toClaimId: root.id })
    expect((await view(repeat.id)).version).toBe(version)
  })

  test('a reporter does not link away what an editor approved', async () => {
    const { root } = await family()
    const other = await aClaim()
    await approveBuilt(editor, other.id)
    await expect(linkRepeat(writer, { claimId: other.id, toClaimId: root.id })).rejects.toThrow(Forbidden)
  })

  test('in whatever order claims are linked and parted, also at once, there is never a circle or a chain', async () => {
    const step = fc.record({
      act: fc.constantFrom('link', 'link', 'unlink', 'reuse'),
      a: fc.nat(4),
      b: fc.nat(4),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        async (rounds) => {
          const interviews = [await buildInterview(db()), await buildInterview(db())]
          const claims: string[] = []
          for (let at = 0; at < 5; at++) {
            const interview = interviews[at % 2]
            if (interview)
              claims.push((await buildClaim(db(), interview, { words: { turn: 1, from: at, to: 6 } })).id)
          }
          const quotes = await quotesOf(claims)
          for (const round of rounds)
            await Promise.all(
              round.map(async ({ act, a, b }) => {
                const [claimId, other] = [claims[a], claims[b]]
                const done =
                  act === 'unlink'
                    ? unlinkRepeat(editor, { claimId })
                    : act === 'link'
                      ? linkRepeat(editor, { claimId, toClaimId: other })
                      : reuseCheck(editor, { claimId, fromClaimId: other })
                // A refusal is an answer; anything else is a fault, but for two that the database let only one of have.
                await done.catch((error: unknown) => {
                  if (!(error instanceof Refusal) && !/claim_repeats_a_root|repeat/.test(String(error)))
                    throw error
                })
              }),
            )
          const rows = await db().claim.findMany({
            where: { id: { in: claims } },
            include: { repeatOf: true },
          })
          for (const row of rows) expect(row.repeatOf?.repeatOfId ?? null).toBeNull()
          expect(await quotesOf(claims)).toEqual(quotes)
        },
      ),
      { numRuns: 12 },
    )
  })
})

async function quotesOf(claims: readonly string[]) {
  const rows = await db().claim.findMany({ where: { id: { in: [...claims] } }, orderBy: { id: 'asc' } })
  return rows.map(({ id, quote }) => [id, quote])
}

describe('a check as a start', () => {
  test('becomes the claim’s own, sources and all, and stays apart', async () => {
    const root = await aClaim({
      evidence: [{ title: 'Register' }, { title: 'A whisper', internal: true }, { expert: 'Dr Reed' }],
    })
    const fresh = await aClaim({ claimReviewed: '', explanation: '', verdictKey: null, evidence: [] })
    await reuseCheck(editor, { claimId: fresh.id, fromClaimId: root.id })
    const taken = await view(fresh.id)
    expect(taken).toMatchObject({
      claimReviewed: `Sentence of claim ${root.number}.`,
      verdictKey: 'false',
      said: { times: 1, repeatOf: null },
    })
    expect(taken.evidence.map(({ title, internal, expert }) => [title, internal, expert?.name])).toEqual([
      ['Register', false, undefined],
      ['A whisper', true, undefined],
      ['Register of planted trees', false, 'Dr Reed'],
    ])
    await revise(fresh.id, 'Another sentence.')
    expect((await view(root.id)).claimReviewed).toBe(`Sentence of claim ${root.number}.`)
  })

  test('replaces nothing that is written, and taken twice doubles nothing', async () => {
    const root = await aClaim({ claimReviewed: 'Theirs.', explanation: 'Theirs.' })
    const own = await aClaim({ claimReviewed: 'Mine.', explanation: '', evidence: [{ title: 'Mine' }] })
    await reuseCheck(editor, { claimId: own.id, fromClaimId: root.id })
    await reuseCheck(editor, { claimId: own.id, fromClaimId: root.id })
    expect(await view(own.id)).toMatchObject({
      claimReviewed: 'Mine.',
      explanation: 'Theirs.',
      evidence: [{ title: 'Mine' }, { title: 'Register of planted trees' }],
    })
  })

  test('a repeat that takes it over is none any more', async () => {
    const { root, repeat } = await family()
    await db().claim.update({ where: { id: repeat.id }, data: { claimReviewed: '', explanation: '' } })
    await reuseCheck(editor, { claimId: repeat.id, fromClaimId: root.id })
    expect(await view(repeat.id)).toMatchObject({
      claimReviewed: 'Nine million trees were planted.',
      said: { repeatOf: null },
    })
  })

  test('who takes it over answers for it: a second person has to agree', async () => {
    const root = await aClaim()
    const fresh = await aClaim({
      claimReviewed: '',
      explanation: '',
      verdictKey: null,
      evidence: [],
      writers: [],
    })
    await reuseCheck(editor, { claimId: fresh.id, fromClaimId: root.id })
    await expect(approveBuilt(editor, fresh.id)).rejects.toThrow('second person')
  })
})
