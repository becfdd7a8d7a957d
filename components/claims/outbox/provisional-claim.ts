import { flagClaimSchema, flagOutsideClaimSchema } from '@/claims/schema'
import type { ClaimView } from '@/claims/views'
import type { KeptAct } from '@/components/claims/outbox/kept-act'
import { deny } from '@/platform/decision'

const NOT_YET = deny('The server does not have this claim yet.')

/**
 * A claim that was flagged and that the server does not have yet, as the browser knows it: its words, and nothing that
 * only the server can say. It can be written on; its number is 0 until it has one.
 * @returns null for any other act.
 */
export function provisionalClaim({ act, input }: KeptAct): ClaimView | null {
  if (act === 'flagClaim') {
    const flag = flagClaimSchema.safeParse(input).data
    if (!flag) return null
    return { ...blank(flag.requestId), anchor: flag.selection, quote: flag.seen ?? '' }
  }
  if (act !== 'flagOutsideClaim') return null
  const flag = flagOutsideClaimSchema.safeParse(input).data
  if (!flag) return null
  return {
    ...blank(flag.requestId),
    origin: 'elsewhere',
    quote: flag.quote,
    speaker: flag.claimant,
    appearance: flag.appearance,
  }
}

/** True for a claim that the server does not have yet. */
export function isProvisional(claim: Pick<ClaimView, 'number'>): boolean {
  return claim.number === 0
}

/** What a claim is called: by its number, once it has one. */
export function claimName(claim: Pick<ClaimView, 'number'> | undefined): string {
  if (!claim) return 'Claim'
  return isProvisional(claim) ? 'New claim' : `Claim ${claim.number}`
}

function blank(id: string): ClaimView {
  return {
    id,
    number: 0,
    version: 0,
    revision: 0,
    origin: 'interview',
    status: 'flagged',
    droppedFrom: null,
    anchor: null,
    quote: '',
    prefix: '',
    suffix: '',
    startMs: null,
    endMs: null,
    needsAnchor: false,
    speaker: '',
    appearance: null,
    claimReviewed: '',
    verdictKey: null,
    explanation: '',
    explanationHtml: '',
    challenge: 'unchallenged',
    challengeTurnId: null,
    challengeMs: null,
    internalNote: '',
    topics: [],
    priority: 'normal',
    dueAt: null,
    handedBackAt: null,
    handedBack: null,
    sentBy: null,
    hearing: { machineMade: false, needed: false, heard: null, before: null },
    agreement: { state: 'off', needed: 0, given: 0, givenBy: [], mine: null, others: [], talk: null },
    evidence: [],
    replies: [],
    openThreads: 0,
    assignee: null,
    createdBy: null,
    contributors: [],
    approval: null,
    said: { times: 1, repeatOf: null, changed: [] },
    missing: [],
    warnings: [],
    abilities: {
      edit: { allowed: true },
      approve: NOT_YET,
      drop: NOT_YET,
      restore: NOT_YET,
      handBack: NOT_YET,
      hear: NOT_YET,
      giveOpinion: NOT_YET,
      endTalk: NOT_YET,
      moves: [],
      movesRefused: [],
    },
  }
}
