import type { z } from 'zod'
import type { DeskActions } from '@/claims/desk-actions'
import { linkRepeatSchema, reuseCheckSchema, unlinkRepeatSchema } from '@/claims/repeat/schema'
import {
  approveClaimSchema,
  endTalkSchema,
  flagClaimSchema,
  flagOutsideClaimSchema,
  giveOpinionSchema,
  handBackSchema,
  hearClaimSchema,
  moveClaimSchema,
  placeEvidenceSchema,
  reanchorClaimSchema,
  removeBackgroundSchema,
  removeChapterSchema,
  removeItemSchema,
  saveAppearanceSchema,
  saveBackgroundSchema,
  saveChapterSchema,
  saveEvidenceSchema,
  saveReplySchema,
} from '@/claims/schema'
import { addCommentSchema, resolveThreadSchema } from '@/claims/talk/schema'
import { STATUS_LABELS } from '@/claims/words-of-the-trade'
import type { ActionResult } from '@/platform/action-result'

/** What the outbox knows of each act that it keeps: how it is sent, in which order it stands, and how people are told of it. */
type ActKind = {
  /** Sends input from the browser's storage as it stands; null where it is of no shape that the server would take. */
  send: (actions: DeskActions, input: unknown) => Promise<ActionResult<unknown>> | null
  lane: (input: unknown) => string
  title: string
  /** What was written or meant, in one line. */
  words: (input: unknown) => string
}

function kind<Schema extends z.ZodType>(
  schema: Schema,
  pick: (actions: DeskActions) => (input: z.input<Schema>) => Promise<ActionResult<unknown>>,
  {
    title,
    words,
    lane,
  }: Pick<ActKind, 'title'> & {
    words: (input: z.output<Schema>) => string
    lane: (input: z.output<Schema>) => string
  },
): ActKind {
  const fits = (input: unknown): input is z.input<Schema> => schema.safeParse(input).success
  const read = (input: unknown) => schema.safeParse(input).data
  return {
    send: (actions, input) => (fits(input) ? pick(actions)(input) : null),
    title,
    words: (input) => {
      const known = read(input)
      return known ? words(known) : ''
    },
    lane: (input) => {
      const known = read(input)
      return known ? lane(known) : ''
    },
  }
}

const ofClaim = ({ claimId }: { claimId: string }) => claimId
const ofRequest = ({ requestId }: { requestId: string }) => requestId
const nothing = () => ''

export const ACT_KINDS = {
  flagClaim: kind(flagClaimSchema, (actions) => actions.flagClaim, {
    title: 'Flag',
    words: ({ seen }) => seen ?? '',
    lane: ofRequest,
  }),
  flagOutsideClaim: kind(flagOutsideClaimSchema, (actions) => actions.flagOutsideClaim, {
    title: 'Claim made elsewhere',
    words: ({ quote }) => quote,
    lane: ofRequest,
  }),
  reanchorClaim: kind(reanchorClaimSchema, (actions) => actions.reanchorClaim, {
    title: 'Move to other words',
    words: ({ seen }) => seen ?? '',
    lane: ofClaim,
  }),
  saveEvidence: kind(saveEvidenceSchema, (actions) => actions.saveEvidence, {
    title: 'Source',
    words: ({ to }) => to.title,
    lane: ofClaim,
  }),
  removeEvidence: kind(removeItemSchema, (actions) => actions.removeEvidence, {
    title: 'Remove a source',
    words: nothing,
    lane: ofClaim,
  }),
  saveReply: kind(saveReplySchema, (actions) => actions.saveReply, {
    title: 'Right of reply',
    words: ({ to }) => [to.asked, to.answer].filter(Boolean).join(': '),
    lane: ofClaim,
  }),
  removeReply: kind(removeItemSchema, (actions) => actions.removeReply, {
    title: 'Remove a right of reply',
    words: nothing,
    lane: ofClaim,
  }),
  moveClaim: kind(moveClaimSchema, (actions) => actions.moveClaim, {
    title: 'Move',
    words: ({ to }) => STATUS_LABELS[to],
    lane: ofClaim,
  }),
  approveClaim: kind(approveClaimSchema, (actions) => actions.approveClaim, {
    title: 'Approve',
    words: nothing,
    lane: ofClaim,
  }),
  handBackClaim: kind(handBackSchema, (actions) => actions.handBackClaim, {
    title: 'Hand back',
    words: ({ reason }) => reason,
    lane: ofClaim,
  }),
  hearClaim: kind(hearClaimSchema, (actions) => actions.hearClaim, {
    title: 'Checked by ear',
    words: nothing,
    lane: ofClaim,
  }),
  giveOpinion: kind(giveOpinionSchema, (actions) => actions.giveOpinion, {
    title: 'Your opinion',
    words: ({ reason }) => reason,
    lane: ofClaim,
  }),
  endTalk: kind(endTalkSchema, (actions) => actions.endTalk, {
    title: 'How the talk ended',
    words: ({ outcome }) => outcome,
    lane: ofClaim,
  }),
  saveAppearance: kind(saveAppearanceSchema, (actions) => actions.saveAppearance, {
    title: 'Where it was made',
    words: ({ to }) => to.quote,
    lane: ofClaim,
  }),
  placeEvidence: kind(placeEvidenceSchema, (actions) => actions.placeEvidence, {
    title: 'Order of the sources',
    words: nothing,
    lane: ofClaim,
  }),
  removeCopy: kind(removeItemSchema, (actions) => actions.removeCopy, {
    title: 'Remove a kept copy',
    words: nothing,
    lane: ofClaim,
  }),
  linkRepeat: kind(linkRepeatSchema, (actions) => actions.linkRepeat, {
    title: 'Share the check of an earlier claim',
    words: nothing,
    lane: ofClaim,
  }),
  unlinkRepeat: kind(unlinkRepeatSchema, (actions) => actions.unlinkRepeat, {
    title: 'Part from the check of an earlier claim',
    words: nothing,
    lane: ofClaim,
  }),
  reuseCheck: kind(reuseCheckSchema, (actions) => actions.reuseCheck, {
    title: 'Take an earlier check as a start',
    words: nothing,
    lane: ofClaim,
  }),
  addComment: kind(addCommentSchema, (actions) => actions.addComment, {
    title: 'Comment',
    words: ({ body }) => body,
    lane: ({ claimId, interviewId }) => claimId ?? interviewId,
  }),
  resolveThread: kind(resolveThreadSchema, (actions) => actions.resolveThread, {
    title: 'Resolve',
    words: nothing,
    lane: ({ threadId }) => threadId,
  }),
  saveBackground: kind(saveBackgroundSchema, (actions) => actions.saveBackground, {
    title: 'Background note',
    words: ({ title }) => title,
    lane: ({ noteId, requestId }) => noteId ?? requestId,
  }),
  removeBackground: kind(removeBackgroundSchema, (actions) => actions.removeBackground, {
    title: 'Remove a background note',
    words: nothing,
    lane: ({ noteId }) => noteId,
  }),
  saveChapter: kind(saveChapterSchema, (actions) => actions.saveChapter, {
    title: 'Chapter',
    words: ({ title }) => title,
    lane: ({ noteId, requestId }) => noteId ?? requestId,
  }),
  removeChapter: kind(removeChapterSchema, (actions) => actions.removeChapter, {
    title: 'Remove a chapter',
    words: nothing,
    lane: ({ noteId }) => noteId,
  }),
} satisfies Record<string, ActKind>

export type ActName = keyof typeof ACT_KINDS

/** Null for an act of a newer or older version of this page. */
export function kindOf(act: string): ActKind | null {
  const known: Record<string, ActKind | undefined> = ACT_KINDS
  return known[act] ?? null
}
