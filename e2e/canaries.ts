import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { addComment } from '@/claims/add-comment'
import { correctTranscript } from '@/claims/correct-transcript'
import { saveBackground } from '@/claims/save-background'
import { db } from '@/platform/db'
import { keepFile } from '@/platform/storage'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, publishBuilt } from '@/prisma/factories/publication'

/** Interviews with words in them that only the desk may read: one word, in every place where the desk keeps words. */

export const mark = randomUUID().slice(0, 8)
export const CANARY = `zqcanary${mark}`
const canary = (where: string) => `${CANARY} ${where}`
const WORDS = { turn: 1, from: 2, to: 6 }

const keep = (text: string) => keepFile(Readable.from([Buffer.from(`ID3 ${text} `.repeat(50))]), 1_000_000)
const recordingOf = async (text: string) => {
  const { hash, bytes } = await keep(text)
  return { fileHash: hash, mime: 'audio/mpeg', bytes, durationMs: 7000 }
}
const pictureOf = async (text: string) => ({
  fileHash: (await keep(text)).hash,
  mime: 'image/png',
  width: 10,
  height: 10,
  alt: text,
  caption: text,
})

/** An interview with secrets in every place of it, and nothing published of it. */
export async function unpublished(slug: string, embargoUntil: Date | null) {
  const interview = await buildInterview(db(), {
    slug,
    title: canary('title'),
    standfirst: canary('standfirst'),
    turns: [
      { speaker: canary('speaker'), text: `${CANARY} and nothing else.`, wordStarts: [0, 1, 2, 3] },
      { speaker: canary('guest'), text: `We planted ${CANARY} million trees last year.` },
    ],
  })
  await db().interview.update({
    where: { id: interview.id },
    data: {
      embargoUntil,
      recording: { create: await recordingOf(canary('recording')) },
      picture: { create: await pictureOf(canary('picture')) },
      credits: { create: { position: 0, part: 'byline', name: canary('byline') } },
    },
  })
  const writer = await buildMember(db())
  const claim = await buildClaim(db(), interview, {
    words: { turn: 1, from: 0, to: 3 },
    claimReviewed: canary('sentence'),
    explanation: canary('explanation'),
    writers: [writer.id],
  })
  // The transcript's history keeps the words of before a correction, and a sentence about it.
  const seen = `${CANARY} and nothing else.`
  const step = { kind: 'words', turnId: interview.turns[0], seen, text: `${CANARY} and much else.` }
  await correctTranscript(writer, { interviewId: interview.id, stepId: randomUUID(), step })
  await approveBuilt(await buildMember(db(), { role: 'editor' }), claim.id)
  return interview
}

/** A published interview around which the desk goes on working. */
export async function publishedWithSecrets() {
  const [writer, editor] = [
    await buildMember(db(), { name: canary('writer') }),
    await buildMember(db(), { role: 'editor', name: canary('editor') }),
  ]
  const interview = await buildInterview(db(), { title: `Marsh on trees ${mark}`, slug: `open-${mark}` })
  await db().interview.update({
    where: { id: interview.id },
    data: {
      recording: { create: await recordingOf('for everybody') },
      picture: { create: await pictureOf('for everybody') },
    },
  })
  const open = await buildClaim(db(), interview, {
    explanation: `Published finding ${mark}.`,
    internalNote: canary('note'),
    assigneeId: writer.id,
    writers: [writer.id],
    evidence: [
      { title: 'The register' },
      {
        internal: true,
        title: canary('source'),
        expert: canary('expert'),
        url: `https://${CANARY}.example/`,
      },
    ],
  })
  // A copy is kept of what readers may see: of the copy itself they see nothing.
  const { hash, bytes } = await keep(canary('copy'))
  await db().evidence.updateMany({
    where: { claimId: open.id },
    data: {
      copyHash: hash,
      copyName: canary('copy.txt'),
      copyMime: 'text/plain',
      copyBytes: bytes,
      copyAt: new Date(),
      copyUrl: `https://${CANARY}.example/copy`,
    },
  })
  await approveBuilt(editor, open.id)
  for (const status of ['flagged', 'inReview', 'held', 'dropped'] as const)
    await buildClaim(db(), interview, {
      words: WORDS,
      status,
      claimReviewed: canary(`${status} sentence`),
      explanation: canary(`${status} explanation`),
      internalNote: canary(`${status} note`),
      evidence: [{ title: canary(`${status} source`), expert: canary(`${status} expert`) }],
    })
  const reopened = await buildClaim(db(), interview, {
    words: WORDS,
    explanation: canary('reopened'),
    writers: [writer.id],
  })
  await approveBuilt(editor, reopened.id)
  await db().claim.update({ where: { id: reopened.id }, data: { status: 'researching' } })
  await addComment(editor, {
    interviewId: interview.id,
    claimId: open.id,
    requestId: randomUUID(),
    body: canary('comment'),
  })
  await saveBackground(editor, {
    interviewId: interview.id,
    noteId: null,
    requestId: randomUUID(),
    version: null,
    turnId: interview.turns[0],
    title: canary('background'),
    body: canary('background'),
    approved: false,
  })
  const topic = await db().topic.create({ data: { slug: `topic-${mark}`, name: canary('topic') } })
  await publishBuilt(editor, interview.id)

  // And after publication, all of it unapproved or not yet published:
  await db().claim.update({
    where: { id: open.id },
    data: {
      claimReviewed: canary('later sentence'),
      explanation: canary('later explanation'),
      status: 'inReview',
      version: { increment: 1 },
      topics: { create: { topicId: topic.id } },
    },
  })
  await db().interview.update({
    where: { id: interview.id },
    data: {
      title: canary('later title'),
      standfirst: canary('later standfirst'),
      recording: { update: await recordingOf(canary('later recording')) },
      picture: { update: await pictureOf(canary('later picture')) },
    },
  })
  await db().person.updateMany({
    where: { id: { in: Object.values(interview.persons) } },
    data: { affiliation: canary('later affiliation'), description: canary('later description') },
  })
  return { interview, editor }
}
