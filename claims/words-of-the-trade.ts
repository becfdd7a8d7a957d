import { z } from 'zod'

/**
 * The closed vocabularies of the desk, with the words people see. The keys are the database's enums.
 */

export const STATUSES = [
  'flagged',
  'researching',
  'awaitingReply',
  'inReview',
  'approved',
  'held',
  'dropped',
] as const
export const statusSchema = z.enum(STATUSES)
export type Status = z.infer<typeof statusSchema>
export const STATUS_LABELS: Record<Status, string> = {
  flagged: 'Flagged',
  researching: 'Researching',
  awaitingReply: 'Awaiting reply',
  inReview: 'In review',
  approved: 'Approved',
  held: 'Held',
  dropped: 'Dropped',
}

/** In the order of the queue, the most urgent last as in the database. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export const prioritySchema = z.enum(PRIORITIES)
export type Priority = z.infer<typeof prioritySchema>
export const PRIORITY_LABELS: Record<Priority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
}

export const challengeSchema = z.enum(['unchallenged', 'partly', 'challenged'])
export type Challenge = z.infer<typeof challengeSchema>
export const CHALLENGE_LABELS: Record<Challenge, string> = {
  unchallenged: 'Went unchallenged',
  partly: 'Partly challenged',
  challenged: 'Challenged on air',
}

export const evidenceKindSchema = z.enum([
  'document',
  'dataset',
  'report',
  'post',
  'recording',
  'expert',
  'statement',
])
export type EvidenceKind = z.infer<typeof evidenceKindSchema>
export const EVIDENCE_KIND_LABELS: Record<EvidenceKind, string> = {
  document: 'Document',
  dataset: 'Dataset',
  report: 'Report',
  post: 'Post',
  recording: 'Recording',
  expert: 'Expert',
  statement: 'Statement',
}

export const stanceSchema = z.enum(['supports', 'disputes', 'context'])
export type Stance = z.infer<typeof stanceSchema>
export const STANCE_LABELS: Record<Stance, string> = {
  supports: 'Supports the claim',
  disputes: 'Disputes the claim',
  context: 'Gives context',
}

export const basisSchema = z.enum(['sawData', 'opinion'])
export type Basis = z.infer<typeof basisSchema>
export const BASIS_LABELS: Record<Basis, string> = { sawData: 'Saw the data', opinion: 'Opinion' }

export const replyOutcomeSchema = z.enum(['waiting', 'replied', 'declined', 'noAnswer'])
export type ReplyOutcome = z.infer<typeof replyOutcomeSchema>
export const REPLY_LABELS: Record<ReplyOutcome, string> = {
  waiting: 'Waiting for an answer',
  replied: 'Replied',
  declined: 'Declined to comment',
  noAnswer: 'Did not answer',
}

export const appearanceKindSchema = z.enum([
  'post',
  'speech',
  'interview',
  'article',
  'broadcast',
  'document',
])
export type AppearanceKind = z.infer<typeof appearanceKindSchema>
export const APPEARANCE_LABELS: Record<AppearanceKind, string> = {
  post: 'In a post',
  speech: 'In a speech',
  interview: 'In another interview',
  article: 'In an article',
  broadcast: 'In a broadcast',
  document: 'In a document',
}

export const PART_LABELS = {
  interviewer: 'Interviewer',
  interviewee: 'Interviewee',
  moderator: 'Moderator',
  guest: 'Guest',
  audience: 'Audience',
} as const

/** Why something stands in a member's inbox. */
export const noticeKindSchema = z.enum([
  'assigned',
  'mentioned',
  'replied',
  'handedBack',
  'deadline',
  'talk',
  'reported',
  'planned',
])
export type NoticeKind = z.infer<typeof noticeKindSchema>
