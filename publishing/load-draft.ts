import 'server-only'
import { checkedClaimSchema } from '@/claims/checked-claim'
import { renderMarkdown } from '@/claims/markdown'
import { checkState } from '@/claims/repeat/check-state'
import { readSettings } from '@/newsroom/settings'
import { isoMoment } from '@/platform/clock'
import type { Prisma, Reader } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import type { Draft, DraftClaim } from '@/publishing/draft'
import { publicChangeSchema, snapshotSchema } from '@/publishing/snapshot-schema'
import { embedOfRow } from '@/transcripts/embed'
import { directionOf } from '@/transcripts/language'

/** What of a root tells whether its check holds for a repeat, and who was asked about it. */
const repeatOf = {
  select: {
    status: true,
    version: true,
    approvals: {
      select: { approvedAt: true, claimVersion: true },
      orderBy: { approvedAt: 'desc' },
      take: 1,
    },
    replies: { select: { asked: true, deadline: true, outcome: true } },
  },
} satisfies Prisma.Claim$repeatOfArgs

const draftInclude = {
  credits: { orderBy: { position: 'asc' } },
  participants: { include: { person: true }, orderBy: { position: 'asc' } },
  picture: true,
  recording: true,
  transcript: { include: { turns: { orderBy: { position: 'asc' } } } },
  claims: {
    include: {
      repeatOf,
      approvals: { orderBy: { approvedAt: 'desc' } },
      replies: { select: { asked: true, deadline: true, outcome: true } },
    },
    orderBy: { number: 'asc' },
  },
  backgroundNotes: { orderBy: { createdAt: 'asc' } },
  publicChanges: {
    include: { publication: { select: { number: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  },
} satisfies Prisma.InterviewInclude

type InterviewRecord = Prisma.InterviewGetPayload<{ include: typeof draftInclude }>

/** Everything a publication is decided from. @throws NotFound */
export async function loadDraft(reader: Reader, interviewId: string): Promise<Draft> {
  const interview = await reader.interview.findUnique({ where: { id: interviewId }, include: draftInclude })
  if (!interview) throw new NotFound('There is no such interview.')
  const settings = await readSettings(reader)
  const newest = await reader.publication.findFirst({
    where: { interviewId },
    orderBy: { number: 'desc' },
    select: { number: true, kind: true },
  })
  const page = await reader.publication.findFirst({
    where: { interviewId, kind: { not: 'takedown' } },
    orderBy: { number: 'desc' },
    select: { snapshot: true },
  })
  const last = page ? snapshotSchema.parse(page.snapshot) : null
  return {
    revision: interview.revision,
    embargoUntil: interview.embargoUntil?.toISOString() ?? null,
    site: { name: settings.siteName, timeZone: settings.timeZone },
    interview: interviewOf(interview),
    participants: participantsOf(interview),
    turns: (interview.transcript?.turns ?? []).map((turn) => ({
      id: turn.id,
      position: turn.position,
      participantId: turn.participantId,
      text: turn.text,
      startMs: turn.startMs,
      endMs: turn.endMs,
      wordStarts: turn.wordStarts,
      wordEnds: turn.wordEnds,
    })),
    claims: interview.claims.map((claim) =>
      claimOf({ ...claim, replies: (claim.repeatOf ?? claim).replies }),
    ),
    background: interview.backgroundNotes
      .filter((note) => note.kind === 'background' && note.status === 'approved')
      .map((note) => ({ turnId: note.turnId, title: note.title, html: renderMarkdown(note.body) })),
    chapters: interview.backgroundNotes
      .filter((note) => note.kind === 'chapter')
      .map(({ turnId, title }) => ({ turnId, title })),
    backgroundDrafts: interview.backgroundNotes.filter(
      (note) => note.kind === 'background' && note.status !== 'approved',
    ).length,
    lastPage: last?.kind === 'page' ? last : null,
    lastNumber: newest?.number ?? 0,
    takenDown: newest?.kind === 'takedown',
    changes: interview.publicChanges.map((change) =>
      publicChangeSchema.parse({
        kind: change.kind,
        wrong: change.wrong,
        note: change.note,
        claimNumber: change.claimNumber,
        at: change.at.toISOString(),
        publication: change.publication.number,
      }),
    ),
  }
}

function interviewOf(interview: InterviewRecord): Draft['interview'] {
  const { picture, recording } = interview
  const credited = (part: 'byline' | 'contributor') =>
    interview.credits.filter((credit) => credit.part === part).map((credit) => credit.name)
  return {
    slug: interview.slug,
    title: interview.title,
    standfirst: interview.standfirst,
    dateline: interview.dateline,
    happenedOn: interview.happenedOn?.toISOString().slice(0, 10) ?? null,
    place: interview.place,
    platform: interview.platform,
    language: interview.language,
    direction: directionOf(interview.language),
    bylines: credited('byline'),
    contributors: credited('contributor'),
    picture: picture && {
      fileHash: picture.fileHash,
      mime: picture.mime,
      width: picture.width,
      height: picture.height,
      alt: picture.alt,
      caption: picture.caption,
      credit: picture.credit,
    },
    recording: recording && {
      fileHash: recording.fileHash,
      url: recording.url,
      mime: recording.mime,
      durationMs: recording.durationMs,
      embed: embedOfRow(recording),
    },
  }
}

function participantsOf(interview: InterviewRecord): Draft['participants'] {
  return interview.participants.map((participant) => ({
    id: participant.id,
    slug: participant.person?.slug ?? null,
    name: participant.name,
    affiliation: participant.person?.affiliation ?? '',
    description: participant.person?.description ?? '',
    part: participant.part,
  }))
}

function claimOf(claim: InterviewRecord['claims'][number]): DraftClaim {
  const { firstTurnId, firstWord, lastTurnId, lastWord } = claim
  const anchored = firstTurnId !== null && firstWord !== null && lastTurnId !== null && lastWord !== null
  return {
    id: claim.id,
    number: claim.number,
    status: claim.status,
    version: claim.version,
    needsAnchor: claim.needsAnchor,
    anchorVersion: claim.anchorVersion,
    quote: claim.quote,
    anchor: anchored ? { firstTurnId, firstWord, lastTurnId, lastWord } : null,
    challengeTurnId: claim.challengeTurnId,
    waitingReplies: claim.replies
      .filter((reply) => reply.outcome === 'waiting')
      .map(({ asked, deadline }) => ({ asked, deadline: isoMoment(deadline) })),
    asked: claim.replies.length,
    check: claim.repeatOf ? checkState(claim.repeatOf, claim.approvals[0]) : 'holds',
    approvals: claim.approvals.map((approval) => ({
      claimVersion: approval.claimVersion,
      approvedAt: approval.approvedAt.toISOString(),
      content: checkedClaimSchema.parse(approval.content),
    })),
  }
}
