import type { SimilarClaim } from '@/claims/similar/views'
import type { ClaimView } from '@/claims/views'
import type { Repeating } from '@/components/claims/said-before/use-repeat'
import type { Act } from '@/components/desk/acts/registry'

/** What can be done about a claim that was made before; `nearest` is the earlier claim that reads most alike. */
export function repeatActs(claim: ClaimView, nearest: SimilarClaim | null, repeating: Repeating): Act[] {
  const { edit } = claim.abilities
  const root = claim.said.repeatOf
  const refused = (reason: string | null) =>
    !edit.allowed ? { refusal: edit.reason } : reason === null ? {} : { refusal: reason }
  const none = nearest ? null : 'No earlier claim reads like this one.'
  return [
    {
      id: 'claim.share-check',
      label: 'Share the check of the nearest earlier claim',
      group: 'Claim',
      keys: ['z', 'Alt+z'],
      also: 'repeat said before link same',
      ...refused(root ? 'It shares a check already.' : none),
      run: () => nearest && void repeating.link(nearest),
    },
    {
      id: 'claim.reuse-check',
      label: 'Use the earlier check as a start',
      group: 'Claim',
      keys: ['Shift+z', 'Alt+Shift+z'],
      also: 'said before copy reuse',
      ...refused(root ? null : none),
      run: () => {
        const from = root ? { rootId: root.claimId } : nearest
        if (from) void repeating.reuse(from)
      },
    },
    {
      id: 'claim.part-check',
      label: 'Part this claim from the check that it shares',
      group: 'Claim',
      keys: ['Alt+Shift+x'],
      also: 'unlink repeat',
      ...refused(root ? null : 'It has a check of its own.'),
      run: () => void repeating.part(),
    },
    {
      id: 'claim.approve-repeats',
      label: 'Approve again all repeats of this check',
      group: 'Claim',
      keys: ['Alt+Shift+y'],
      ...(claim.said.changed.length > 0 ? {} : { refusal: 'No repeat waits for that.' }),
      run: () => void repeating.approveRepeats(),
    },
  ]
}
