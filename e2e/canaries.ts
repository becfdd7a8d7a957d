import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { addComment } from '@/claims/add-comment'
import { correctTranscript } from '@/claims/correct-transcript'
import { saveBackground } from '@/claims/save-background'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { keepFile } from '@/platform/storage'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'
import { approveBuilt, publishBuilt } from '@/prisma/factories/publication'
import { planPublication } from '@/publishing/plan/plan-publication'
import { createPreviewLink } from '@/publishing/preview-link/create-preview-link'
import { hashOfToken } from '@/publishing/preview-link/token'

/** Interviews with words in them that only the desk may read: one word, in every place where the desk keeps words. */

export const mark = randomUUID().slice(0, 8)
export const CANARY = `zqcanary${mark}`
/** Stands in a publication that another one has taken the place of. */
export const EARLIER = `zqearlier${mark}`
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

const later = (days: number) => new Date(Date.now() + days * 86_400_000)

/** What the desk keeps about a claim and about an interview besides what it is made of. */
async function talkAbout(interview: { id: string; turns: string[] }, claimId: string, memberId: string) {
  const judged = {
    claimId,
    memberId,
    verdictKey: 'false',
    quote: canary('judged'),
    claimReviewed: canary('judged'),
  }
  await db().claimOpinion.create({ data: { ...judged, reason: canary('opinion') } })
  await db().claimTalk.create({ data: { ...judged, outcome: canary('talk') } })
  await db().rightOfReply.create({
    data: {
      claimId,
      position: 9,
      asked: canary('asked'),
      askedAt: new Date(),
      outcome: 'replied',
      answer: canary('answer not yet approved'),
      answeredAt: new Date(),
    },
  })
  const turnId = interview.turns[1] ?? ''
  await db().backgroundNote.create({
    data: { interviewId: interview.id, turnId, kind: 'chapter', title: canary('chapter'), body: '' },
  })
  const token = { memberId, tokenHash: hashOfToken(randomUUID()), start: 'clm_cana', scopes: ['read:drafts'] }
  await db().apiToken.create({ data: { ...token, name: canary('token') } })
  await db().savedFilter.create({
    data: { memberId, name: canary(`filter ${claimId}`), query: '', position: 0 },
  })
}

/** A link to the draft for somebody outside. @returns its token */
async function linkTo(interviewId: string): Promise<string> {
  const editor = await buildMember(db(), { role: 'editor', name: canary('sharer') })
  const { path } = await createPreviewLink(editor, { interviewId, label: canary('link'), days: 3 })
  return path.replace('/preview/', '')
}

/** An interview with secrets in every place of it, planned, and nothing published of it. */
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
  const editor = await buildMember(db(), { role: 'editor' })
  await approveBuilt(editor, claim.id)
  await talkAbout(interview, claim.id, writer.id)
  const { revision } = await db().interview.findUniqueOrThrow({ where: { id: interview.id } })
  const publishAt = (embargoUntil ?? later(1)).toISOString()
  await planPublication(editor, { interviewId: interview.id, revision, publishAt })
  return { ...interview, token: await linkTo(interview.id) }
}

/**
 * A published interview around which the desk goes on working.
 * @param publish makes its first publication.
 */
export async function publishedWithSecrets(
  publish: (editor: Actor, interviewId: string) => Promise<unknown> = publishBuilt,
) {
  const [writer, editor] = [
    await buildMember(db(), { name: canary('writer') }),
    await buildMember(db(), { role: 'editor', name: canary('editor') }),
  ]
  const interview = await buildInterview(db(), { title: `Marsh on trees ${mark}`, slug: `open-${mark}` })
  await db().interview.update({
    where: { id: interview.id },
    data: {
      standfirst: `Said at first: ${EARLIER}.`,
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
  const shown = await db().topic.create({ data: { slug: `open-topic-${mark}`, name: `Trees ${mark}` } })
  await db().claimTopic.create({ data: { claimId: open.id, topicId: shown.id } })
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
  await publish(editor, interview.id)
  // What was said at first is no secret of the desk's, but nothing public says it any more.
  await db().interview.update({ where: { id: interview.id }, data: { standfirst: 'Said now.' } })
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
  await talkAbout(interview, open.id, writer.id)
  await db().readerReport.create({
    data: {
      interviewId: interview.id,
      publication: 1,
      message: canary('report'),
      replyTo: `${CANARY}@reader.example`,
    },
  })
  return { interview, editor, token: await linkTo(interview.id) }
}

/** People, topics and files of all these interviews, known to readers or not, for the table of addresses. */
export async function namesAround(): Promise<{ persons: string[]; topics: string[]; hashes: string[] }> {
  const interview = { slug: { contains: mark } }
  const [persons, recordings, pictures] = await Promise.all([
    db().person.findMany({
      where: { OR: [{ participations: { some: { interview } } }, { name: { contains: CANARY } }] },
      select: { slug: true },
    }),
    db().recording.findMany({ where: { interview }, select: { fileHash: true } }),
    db().picture.findMany({ where: { interview }, select: { fileHash: true } }),
  ])
  return {
    persons: persons.map(({ slug }) => slug),
    topics: [`topic-${mark}`, `open-topic-${mark}`],
    hashes: [...recordings, ...pictures].flatMap(({ fileHash }) => fileHash ?? []),
  }
}
