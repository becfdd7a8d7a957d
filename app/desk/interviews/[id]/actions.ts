'use server'

import { z } from 'zod'
import { action } from '@/app/_boundary/action'
import { addComment as addCommentCommand } from '@/claims/add-comment'
import { approveClaim as approveClaimCommand } from '@/claims/approve-claim'
import { correctTranscript as correctTranscriptCommand } from '@/claims/correct-transcript'
import { correctionResult } from '@/claims/correction-result'
import { endTalk as endTalkCommand } from '@/claims/end-talk'
import { flagClaim as flagClaimCommand } from '@/claims/flag-claim'
import { flagOutsideClaim as flagOutsideClaimCommand } from '@/claims/flag-outside-claim'
import { giveOpinion as giveOpinionCommand } from '@/claims/give-opinion'
import { handBackClaim as handBackClaimCommand } from '@/claims/hand-back-claim'
import { hearClaim as hearClaimCommand } from '@/claims/hear-claim'
import { moveClaim as moveClaimCommand } from '@/claims/move-claim'
import { claimView } from '@/claims/queries'
import { reanchorClaim as reanchorClaimCommand } from '@/claims/reanchor-claim'
import { linkRepeat as linkRepeatCommand } from '@/claims/repeat/link-repeat'
import { reuseCheck as reuseCheckCommand } from '@/claims/repeat/reuse-check'
import { unlinkRepeat as unlinkRepeatCommand } from '@/claims/repeat/unlink-repeat'
import { reviseClaim as reviseClaimCommand } from '@/claims/revise-claim'
import {
  removeBackground as removeBackgroundCommand,
  saveBackground as saveBackgroundCommand,
} from '@/claims/save-background'
import {
  removeChapter as removeChapterCommand,
  saveChapter as saveChapterCommand,
} from '@/claims/save-chapter'
import {
  removeEvidence as removeEvidenceCommand,
  saveEvidence as saveEvidenceCommand,
} from '@/claims/save-evidence'
import { removeReply as removeReplyCommand, saveReply as saveReplyCommand } from '@/claims/save-reply'
import { removeCopy as removeCopyCommand } from '@/claims/sources/keep-copy'
import { placeEvidence as placeEvidenceCommand } from '@/claims/sources/place-evidence'
import { saveAppearance as saveAppearanceCommand } from '@/claims/sources/save-appearance'
import { talkView } from '@/claims/talk/queries'
import { resolveThread as resolveThreadCommand } from '@/claims/talk/resolve-thread'
import type { TalkView } from '@/claims/talk/views'
import { undoStep as undoStepCommand } from '@/claims/undo-step'
import type { ClaimView, CorrectionResult } from '@/claims/views'
import type { Actor } from '@/newsroom/roles'
import { parseInput } from '@/platform/command'

/** A claim command as an action: runs it and answers with the claim as it stands afterwards. */
function onClaim(command: (actor: Actor, input: unknown) => Promise<string>) {
  return action(
    async (actor, input: unknown): Promise<ClaimView> => claimView(actor, await command(actor, input)),
  )
}

export const flagClaim = onClaim(flagClaimCommand)
export const flagOutsideClaim = onClaim(flagOutsideClaimCommand)
export const reviseClaim = onClaim(reviseClaimCommand)
export const reanchorClaim = onClaim(reanchorClaimCommand)
export const saveEvidence = onClaim(saveEvidenceCommand)
export const placeEvidence = onClaim(placeEvidenceCommand)
export const removeCopy = onClaim(removeCopyCommand)
export const saveAppearance = onClaim(saveAppearanceCommand)
export const removeEvidence = onClaim(removeEvidenceCommand)
export const saveReply = onClaim(saveReplyCommand)
export const removeReply = onClaim(removeReplyCommand)
export const moveClaim = onClaim(moveClaimCommand)
export const approveClaim = onClaim(approveClaimCommand)
export const linkRepeat = onClaim(linkRepeatCommand)
export const unlinkRepeat = onClaim(unlinkRepeatCommand)
export const reuseCheck = onClaim(reuseCheckCommand)
export const handBackClaim = onClaim(handBackClaimCommand)
export const hearClaim = onClaim(hearClaimCommand)
export const giveOpinion = onClaim(giveOpinionCommand)
export const endTalk = onClaim(endTalkCommand)

/** What is said at the desk, as an action: answers with the talk of its place. The command gives the claim's id, or null. */
function onTalk(command: (actor: Actor, input: unknown) => Promise<string | null>) {
  return action(async (actor, input: unknown): Promise<TalkView> => {
    const claimId = await command(actor, input)
    return talkView(actor, { ...parseInput(talkInput, input), claimId })
  })
}

const talkInput = z.object({ interviewId: z.uuid() })
export const addComment = onTalk(addCommentCommand)
export const resolveThread = onTalk(resolveThreadCommand)

/** A correction as an action: does it and answers with all that it changed. */
function onTranscript(command: (actor: Actor, input: unknown) => Promise<string>) {
  return action(
    async (actor, input: unknown): Promise<CorrectionResult> =>
      correctionResult(actor, await command(actor, input)),
  )
}

export const correctTranscript = onTranscript(correctTranscriptCommand)
export const undoStep = onTranscript(undoStepCommand)
export const saveBackground = action((actor, input: unknown) => saveBackgroundCommand(actor, input))
export const removeBackground = action((actor, input: unknown) => removeBackgroundCommand(actor, input))
export const saveChapter = action((actor, input: unknown) => saveChapterCommand(actor, input))
export const removeChapter = action((actor, input: unknown) => removeChapterCommand(actor, input))
