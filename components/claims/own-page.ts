import type { DeskActions } from '@/claims/desk-actions'
import type { ActionResult } from '@/platform/action-result'

/**
 * The server's actions as this page sends them: each input says whose page it is, and the server refuses it where somebody else has
 * signed in with this browser since. What waits here is sent by itself, so without this it would be done in their name.
 */
export function actionsOfPage(server: DeskActions, memberId: string): DeskActions {
  const own =
    <Input extends object, Value>(act: (input: Input) => Promise<ActionResult<Value>>) =>
    (input: Input) =>
      act({ ...input, pageOf: memberId })
  return {
    flagClaim: own(server.flagClaim),
    flagOutsideClaim: own(server.flagOutsideClaim),
    reviseClaim: own(server.reviseClaim),
    reanchorClaim: own(server.reanchorClaim),
    saveAppearance: own(server.saveAppearance),
    saveEvidence: own(server.saveEvidence),
    placeEvidence: own(server.placeEvidence),
    removeCopy: own(server.removeCopy),
    removeEvidence: own(server.removeEvidence),
    saveReply: own(server.saveReply),
    removeReply: own(server.removeReply),
    moveClaim: own(server.moveClaim),
    approveClaim: own(server.approveClaim),
    linkRepeat: own(server.linkRepeat),
    unlinkRepeat: own(server.unlinkRepeat),
    reuseCheck: own(server.reuseCheck),
    handBackClaim: own(server.handBackClaim),
    hearClaim: own(server.hearClaim),
    giveOpinion: own(server.giveOpinion),
    endTalk: own(server.endTalk),
    addComment: own(server.addComment),
    resolveThread: own(server.resolveThread),
    correctTranscript: own(server.correctTranscript),
    undoStep: own(server.undoStep),
    saveBackground: own(server.saveBackground),
    removeBackground: own(server.removeBackground),
    saveChapter: own(server.saveChapter),
    removeChapter: own(server.removeChapter),
  }
}
