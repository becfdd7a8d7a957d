import type { ClaimView } from '@/claims/views'
import { blankClaim } from '@/components/claims/outbox/blank-claim'

/** A claim as the desk sees it, for tests of what is pure here. */
export function sampleClaim(more: Partial<ClaimView> = {}): ClaimView {
  return {
    ...blankClaim('018f0000-0000-7000-8000-000000000001'),
    number: 1,
    version: 1,
    revision: 1,
    quote: 'the tide has never been higher',
    speaker: 'A guest',
    abilities: {
      edit: { allowed: true },
      approve: { allowed: false, reason: 'Only an editor approves.' },
      drop: { allowed: true },
      restore: { allowed: false, reason: 'It was not dropped.' },
      handBack: { allowed: false, reason: 'It was not sent on.' },
      hear: { allowed: false, reason: 'There is no clip.' },
      giveOpinion: { allowed: false, reason: 'No second opinion is asked for here.' },
      endTalk: { allowed: false, reason: 'No talk is asked for.' },
      moves: ['researching'],
      movesRefused: ['held'],
    },
    ...more,
  }
}
