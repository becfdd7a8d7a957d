import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addComment } from '@/claims/add-comment'
import { saveBackground } from '@/claims/save-background'
import { resolveThread } from '@/claims/talk/resolve-thread'
import { db } from '@/platform/db'
import { buildClaim } from '@/prisma/factories/claim'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, buildPublished, publishBuilt } from '@/prisma/factories/publication'

const CANARY = 'zqcanary'
const canary = (where: string) => `${CANARY} ${where}`
const words = { turn: 1, from: 2, to: 6 }
/** Looked for as well: it is a file's name here, and no part of what is published. */
const HASH = 'c0ffee'.repeat(11).slice(0, 64)

test('a stored publication holds nothing that was not for readers', async () => {
  const secret = await buildMember(db(), { role: 'editor', name: canary('member') })
  const { interview, claims, editor } = await buildPublished({
    claims: [
      {
        internalNote: canary('note'),
        assigneeId: secret.id,
        writers: [secret.id],
        evidence: [
          {},
          {
            internal: true,
            title: canary('source'),
            expert: canary('expert'),
            url: `https://${CANARY}.example`,
          },
        ],
      },
    ],
  })
  const claimId = claims[0]?.id ?? ''
  // In every way that something can stay at the desk:
  for (const status of ['flagged', 'researching', 'awaitingReply', 'inReview', 'held', 'dropped'] as const)
    await buildClaim(db(), interview, {
      words,
      status,
      claimReviewed: canary(`${status} sentence`),
      explanation: canary(`${status} explanation`),
      evidence: [{ title: canary(`${status} source`), expert: canary(`${status} expert`) }],
    })
  const reopened = await buildClaim(db(), interview, {
    words,
    explanation: canary('reopened'),
    writers: [secret.id],
  })
  await approveBuilt(editor, reopened.id)
  await db().claim.update({ where: { id: reopened.id }, data: { status: 'researching' } })
  const changed = await buildClaim(db(), interview, {
    words,
    explanation: canary('changed'),
    writers: [secret.id],
  })
  await approveBuilt(editor, changed.id)
  await db().claim.update({ where: { id: changed.id }, data: { status: 'inReview', version: 2 } })
  for (const about of [claimId, null]) {
    const place = { interviewId: interview.id, claimId: about }
    const threadId = randomUUID()
    await addComment(secret, { ...place, requestId: threadId, body: canary('comment') })
    // Names the editor: a mention, an answer and what stands in the inbox are the desk's too.
    const body = `${canary('answer')} @${editor.name}`
    await addComment(secret, { ...place, requestId: randomUUID(), threadId, body })
    await resolveThread(secret, {
      interviewId: interview.id,
      threadId,
      resolved: true,
      requestId: randomUUID(),
    })
  }
  await saveBackground(secret, {
    interviewId: interview.id,
    noteId: null,
    requestId: randomUUID(),
    version: null,
    turnId: interview.turns[0],
    title: canary('background title'),
    body: canary('background body'),
    approved: false,
  })
  // A copy is kept of a source that readers see, before anything of it was approved.
  const copied = await buildClaim(db(), interview, { words, writers: [secret.id] })
  await db().evidence.updateMany({
    where: { claimId: copied.id },
    data: {
      copyHash: HASH,
      copyName: canary('copy.html'),
      copyMime: 'text/html',
      copyBytes: 9,
      copyAt: new Date(),
      copyUrl: `https://${CANARY}.example/copy`,
    },
  })
  await approveBuilt(editor, copied.id)
  // An unapproved change to what readers know already.
  await db().claim.update({
    where: { id: claimId },
    data: {
      explanation: canary('unapproved'),
      claimReviewed: canary('unapproved'),
      status: 'inReview',
      version: 2,
    },
  })
  await db().evidence.create({
    data: { claimId, position: 5, kind: 'report', stance: 'context', title: canary('unapproved source') },
  })

  await db().interview.update({
    where: { id: interview.id },
    data: { standfirst: 'Something new for readers.' },
  })
  const { number } = await publishBuilt(editor, interview.id)
  const stored = await db().publication.findMany({ where: { interviewId: interview.id } })
  expect(stored.map((row) => row.number)).toContain(number)
  expect(JSON.stringify(stored).toLowerCase()).not.toContain(CANARY)
  expect(JSON.stringify(stored)).not.toContain(HASH)
  // The trail of a publication is the desk's, but it names numbers and not texts.
  const atDesk = await db().claim.findMany({ where: { interviewId: interview.id } })
  expect(JSON.stringify(atDesk).toLowerCase()).toContain(CANARY)
  const inbox = await db().notice.findMany({ where: { interviewId: interview.id } })
  expect(JSON.stringify(inbox).toLowerCase()).toContain(CANARY)
})
