import type { NoticeKind } from '@/claims/words-of-the-trade'

/** What a notice is about, as far as its sentence needs it. */
export type NoticeAbout = {
  kind: NoticeKind
  /** Who caused it; empty where only time passed. */
  actorName: string
  /** Null for what concerns the interview itself, or a claim that is gone. */
  claimNumber: number | null
  /** For a comment: whether it answers in a conversation. */
  isAnswer: boolean
}

/** A notice as one sentence, for the inbox and for e-mail. */
export function noticeSentence({ kind, actorName, claimNumber, isAnswer }: NoticeAbout): string {
  const who = actorName || 'Somebody'
  const what = claimNumber === null ? 'the interview' : `claim ${claimNumber}`
  switch (kind) {
    case 'assigned':
      return `${who} assigned ${what} to you`
    case 'mentioned':
      return `${who} named you in the talk about ${what}`
    case 'replied':
      return isAnswer
        ? `${who} answered in a conversation of yours about ${what}`
        : `${who} said something about ${what}${claimNumber === null ? '' : ', which is assigned to you'}`
    case 'handedBack':
      return `${who} handed ${what} back to you`
    case 'deadline':
      return `A deadline of ${what}`
    case 'talk':
      return `The verdicts on ${what} differ: it asks for a talk`
    case 'reported':
      return claimNumber === null
        ? 'A reader reports an error on the page'
        : `A reader reports an error at ${what}`
    case 'planned':
      return 'The publication that was planned'
  }
}
