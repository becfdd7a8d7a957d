import 'server-only'
import { agreementOf } from '@/claims/agreement'
import { speakerOf } from '@/claims/check-claim'
import { renderMarkdown } from '@/claims/markdown'
import {
  type ClaimStanding,
  canApprove,
  canDrop,
  canEdit,
  canEndTalk,
  canGiveOpinion,
  canHandBack,
  canHear,
  canRestore,
  movesFor,
  movesRefused,
} from '@/claims/policy'
import {
  agreementInputs,
  agreementView,
  completenessOf,
  handedBackView,
  hasClip,
  hearingView,
  opinionsNeeded,
} from '@/claims/present-life'
import { repeatStanding, saidView, writerIds } from '@/claims/repeat/shared-check'
import type { ClaimFields } from '@/claims/schema'
import type { ClaimRecord } from '@/claims/store'
import type { ClaimView, EvidenceView, ReplyView } from '@/claims/views'
import type { Actor } from '@/newsroom/roles'
import type { Settings } from '@/newsroom/settings-schema'
import { isoDay, isoMoment } from '@/platform/clock'

/** What the policies ask of a claim. */
export function standingOf(claim: ClaimRecord): ClaimStanding {
  return {
    status: claim.status,
    droppedFrom: claim.droppedFrom,
    contributorIds: writerIds(claim),
    repeat: repeatStanding(claim),
  }
}

/** The fields people write, as they stand; what a revision's `from` is compared with. */
export function fieldsOf(claim: ClaimRecord): ClaimFields {
  return {
    claimReviewed: claim.claimReviewed,
    verdictKey: claim.verdictKey,
    explanation: claim.explanation,
    challenge: claim.challenge,
    challengeTurnId: claim.challengeTurnId,
    internalNote: claim.internalNote,
    assigneeId: claim.assigneeId,
    priority: claim.priority,
    dueAt: isoMoment(claim.dueAt),
    topics: claim.topics.map(({ topic }) => topic.name).sort(),
  }
}

export function evidenceView(item: ClaimRecord['evidence'][number]): EvidenceView {
  return {
    id: item.id,
    kind: item.kind,
    stance: item.stance,
    primary: item.primary,
    title: item.title,
    publisher: item.publisher,
    url: item.url,
    archivedUrl: item.archivedUrl,
    quote: item.quote,
    publishedOn: isoDay(item.publishedOn),
    accessedOn: isoDay(item.accessedOn),
    internal: item.internal,
    expert: item.expert && {
      name: item.expert.name,
      affiliation: item.affiliation ?? item.expert.affiliation,
      description: item.description ?? item.expert.description,
      basis: item.basis,
    },
    personId: item.expertId,
    copy: copyView(item),
  }
}

function copyView(item: ClaimRecord['evidence'][number]): EvidenceView['copy'] {
  const { copyName: name, copyMime: mime, copyBytes: bytes, copyAt, copyUrl: url } = item
  if (name === null || mime === null || bytes === null || copyAt === null) return null
  return { name, mime, bytes, at: copyAt.toISOString(), url }
}

export function replyView(reply: ClaimRecord['replies'][number]): ReplyView {
  return {
    id: reply.id,
    asked: reply.asked,
    askedAt: reply.askedAt.toISOString(),
    deadline: isoMoment(reply.deadline),
    outcome: reply.outcome,
    answer: reply.answer,
    answeredAt: isoMoment(reply.answeredAt),
  }
}

/** A claim as this member sees it at the desk, with what they may do to it. */
export function presentClaim(claim: ClaimRecord, actor: Actor, settings: Settings): ClaimView {
  const standing = standingOf(claim)
  const complete = completenessOf(claim, settings)
  const approval = claim.approvals[0]
  const { firstTurnId, firstWord, lastTurnId, lastWord } = claim
  const anchored = firstTurnId !== null && firstWord !== null && lastTurnId !== null && lastWord !== null
  return {
    id: claim.id,
    number: claim.number,
    version: claim.version,
    revision: claim.revision,
    origin: claim.origin,
    status: claim.status,
    droppedFrom: claim.droppedFrom,
    anchor: anchored ? { firstTurnId, firstWord, lastTurnId, lastWord } : null,
    quote: claim.quote,
    prefix: claim.prefix,
    suffix: claim.suffix,
    startMs: claim.startMs,
    endMs: claim.endMs,
    needsAnchor: claim.needsAnchor,
    speaker: speakerOf(claim).name,
    appearance: claim.appearanceKind && {
      kind: claim.appearanceKind,
      title: claim.appearanceTitle ?? '',
      url: claim.appearanceUrl ?? '',
      archivedUrl: claim.appearanceArchivedUrl ?? '',
      on: isoDay(claim.appearanceOn),
    },
    ...fieldsOf(claim),
    explanationHtml: renderMarkdown(claim.explanation),
    challengeMs: claim.challengeMs,
    handedBackAt: isoMoment(claim.handedBackAt),
    handedBack: handedBackView(claim),
    sentBy: claim.sentBy,
    hearing: hearingView(claim, settings),
    agreement: agreementView(claim, actor, settings),
    evidence: claim.evidence.map(evidenceView),
    replies: claim.replies.map(replyView),
    openThreads: claim._count.comments,
    assignee: claim.assignee,
    createdBy: claim.createdBy,
    contributors: claim.contributors.map((contributor) => contributor.member),
    approval: approval
      ? {
          by: approval.approvedBy?.name ?? 'Claimline',
          at: approval.approvedAt.toISOString(),
          current:
            claim.status === 'approved' &&
            !claim.needsAnchor &&
            approval.claimVersion === claim.version &&
            (standing.repeat?.state ?? 'holds') === 'holds',
        }
      : null,
    said: saidView(claim),
    missing: complete.missing,
    warnings: complete.warnings,
    abilities: {
      edit: canEdit(actor, standing),
      approve: canApprove(actor, { ...standing, missing: complete.missing }, settings),
      handBack: canHandBack(actor, standing),
      hear: canHear(actor, { ...standing, hasClip: hasClip(claim) }),
      giveOpinion: canGiveOpinion(actor, {
        ...standing,
        opinionsNeeded: opinionsNeeded(claim, settings),
        claimReviewed: claim.claimReviewed,
      }),
      endTalk: canEndTalk(actor, {
        ...standing,
        agreement: agreementOf(agreementInputs(claim, settings)).state,
        verdictKey: claim.verdictKey,
      }),
      drop: canDrop(actor, standing),
      restore: canRestore(actor, standing),
      moves: movesFor(actor, standing),
      movesRefused: movesRefused(actor, standing),
    },
  }
}
