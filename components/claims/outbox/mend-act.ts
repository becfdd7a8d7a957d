import { moveClaimSchema, reanchorClaimSchema } from '@/claims/schema'
import type { ClaimView } from '@/claims/views'
import type { PanelPlace } from '@/components/claims/desk-context'
import type { KeptAct } from '@/components/claims/outbox/kept-act'

/**
 * The input of an act that named how its claim stood, with how it stands now. Somebody who saw both decides for it.
 * @returns null where nothing is to be mended so: an approval is of what was read, and is read again.
 */
export function renewed({ act, input, refusal }: KeptAct, claim: ClaimView | undefined): unknown {
  if (!claim || refusal?.kind !== 'conflict') return null
  if (act === 'moveClaim') {
    const move = moveClaimSchema.safeParse(input).data
    return move && move.from !== claim.status ? { ...move, from: claim.status } : null
  }
  if (act === 'reanchorClaim') {
    const move = reanchorClaimSchema.safeParse(input).data
    return move && move.version !== claim.version ? { ...move, version: claim.version } : null
  }
  return null
}

/** Where the form of this name stands; null for one that this page does not show. */
export function placeOfForm(name: string, interviewId: string): PanelPlace | null {
  const [, of = '', kind = ''] = name.split(':')
  if (of !== interviewId) return { kind: 'claim', claimId: of }
  if (kind === 'outside') return { kind: 'outside' }
  if (kind === 'note' || kind === 'chapter') return { kind: 'background' }
  return kind === 'comment' ? { kind: 'talk' } : null
}
