import type { z } from 'zod'
import type { linkRepeatSchema, reuseCheckSchema, unlinkRepeatSchema } from '@/claims/repeat/schema'
import type {
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
  reviseClaimSchema,
  saveAppearanceSchema,
  saveBackgroundSchema,
  saveChapterSchema,
  saveEvidenceSchema,
  saveReplySchema,
} from '@/claims/schema'
import type { addCommentSchema, resolveThreadSchema } from '@/claims/talk/schema'
import type { TalkView } from '@/claims/talk/views'
import type { BackgroundView, ClaimView, CorrectionResult } from '@/claims/views'
import type { ActionResult } from '@/platform/action-result'
import type { correctTranscriptSchema, undoStepSchema } from '@/transcripts/correction-schema'

type Act<Schema extends z.ZodType, Value> = (input: z.input<Schema>) => Promise<ActionResult<Value>>

/**
 * What the workspace may ask of the server; `app/desk/interviews/[id]/actions.ts` provides it, components get it as props.
 * Those on a claim answer with the whole claim as it stands afterwards.
 */
export type DeskActions = {
  flagClaim: Act<typeof flagClaimSchema, ClaimView>
  flagOutsideClaim: Act<typeof flagOutsideClaimSchema, ClaimView>
  reviseClaim: Act<typeof reviseClaimSchema, ClaimView>
  reanchorClaim: Act<typeof reanchorClaimSchema, ClaimView>
  saveAppearance: Act<typeof saveAppearanceSchema, ClaimView>
  saveEvidence: Act<typeof saveEvidenceSchema, ClaimView>
  placeEvidence: Act<typeof placeEvidenceSchema, ClaimView>
  removeCopy: Act<typeof removeItemSchema, ClaimView>
  removeEvidence: Act<typeof removeItemSchema, ClaimView>
  saveReply: Act<typeof saveReplySchema, ClaimView>
  removeReply: Act<typeof removeItemSchema, ClaimView>
  moveClaim: Act<typeof moveClaimSchema, ClaimView>
  approveClaim: Act<typeof approveClaimSchema, ClaimView>
  linkRepeat: Act<typeof linkRepeatSchema, ClaimView>
  unlinkRepeat: Act<typeof unlinkRepeatSchema, ClaimView>
  reuseCheck: Act<typeof reuseCheckSchema, ClaimView>
  handBackClaim: Act<typeof handBackSchema, ClaimView>
  hearClaim: Act<typeof hearClaimSchema, ClaimView>
  giveOpinion: Act<typeof giveOpinionSchema, ClaimView>
  endTalk: Act<typeof endTalkSchema, ClaimView>
  /** Both answer with the talk of the place as it stands afterwards. */
  addComment: Act<typeof addCommentSchema, TalkView>
  resolveThread: Act<typeof resolveThreadSchema, TalkView>
  correctTranscript: Act<typeof correctTranscriptSchema, CorrectionResult>
  undoStep: Act<typeof undoStepSchema, CorrectionResult>
  saveBackground: Act<typeof saveBackgroundSchema, BackgroundView>
  removeBackground: Act<typeof removeBackgroundSchema, { noteId: string }>
  saveChapter: Act<typeof saveChapterSchema, BackgroundView>
  removeChapter: Act<typeof removeChapterSchema, { noteId: string }>
}
