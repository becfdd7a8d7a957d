import type { DeskActions } from '@/claims/desk-actions'
import { ACT_KINDS, type ActName } from '@/components/claims/outbox/act-kinds'
import type { Outbox } from '@/components/claims/outbox/outbox'
import { newRequestId } from '@/components/claims/request-id'
import type { ActionResult } from '@/platform/action-result'

/**
 * The desk's actions through the outbox: each is kept in the browser before it is sent. Fields and corrections keep what
 * is typed in their own way (claim-saver.ts, corrections.ts).
 */
export function durableActions(actions: DeskActions, outbox: Outbox, interviewId: string): DeskActions {
  function kept<Input extends { requestId?: string | undefined }, Value>(
    act: ActName,
    perform: (input: Input) => Promise<ActionResult<Value>>,
  ): (input: Input) => Promise<ActionResult<Value>> {
    return (given) => {
      const requestId = given.requestId ?? newRequestId()
      const input = { ...given, requestId }
      const lane = ACT_KINDS[act].lane(input)
      const wish = { act, interviewId, lane, input, requestId, madeHere: given.requestId === undefined }
      return outbox.submit(wish, (id) => perform({ ...given, requestId: id }))
    }
  }
  return {
    ...actions,
    flagClaim: kept('flagClaim', actions.flagClaim),
    flagOutsideClaim: kept('flagOutsideClaim', actions.flagOutsideClaim),
    reanchorClaim: kept('reanchorClaim', actions.reanchorClaim),
    saveEvidence: kept('saveEvidence', actions.saveEvidence),
    removeEvidence: kept('removeEvidence', actions.removeEvidence),
    saveReply: kept('saveReply', actions.saveReply),
    removeReply: kept('removeReply', actions.removeReply),
    moveClaim: kept('moveClaim', actions.moveClaim),
    approveClaim: kept('approveClaim', actions.approveClaim),
    handBackClaim: kept('handBackClaim', actions.handBackClaim),
    hearClaim: kept('hearClaim', actions.hearClaim),
    giveOpinion: kept('giveOpinion', actions.giveOpinion),
    endTalk: kept('endTalk', actions.endTalk),
    saveAppearance: kept('saveAppearance', actions.saveAppearance),
    placeEvidence: kept('placeEvidence', actions.placeEvidence),
    removeCopy: kept('removeCopy', actions.removeCopy),
    linkRepeat: kept('linkRepeat', actions.linkRepeat),
    unlinkRepeat: kept('unlinkRepeat', actions.unlinkRepeat),
    reuseCheck: kept('reuseCheck', actions.reuseCheck),
    addComment: kept('addComment', actions.addComment),
    resolveThread: kept('resolveThread', actions.resolveThread),
    saveBackground: kept('saveBackground', actions.saveBackground),
    removeBackground: kept('removeBackground', actions.removeBackground),
    saveChapter: kept('saveChapter', actions.saveChapter),
    removeChapter: kept('removeChapter', actions.removeChapter),
  }
}
