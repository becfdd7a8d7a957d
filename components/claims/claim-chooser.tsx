import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { Dialog } from '@/components/ui/dialog.island'

/** Several claims lie on one word: which is meant? */
export function ClaimChooser({
  claims,
  onChoose,
  onClose,
}: {
  claims: readonly ClaimView[]
  onChoose: (claim: ClaimView) => void
  onClose: () => void
}) {
  const { view } = useDesk()
  return (
    <Dialog
      title="Several claims share these words"
      open={claims.length > 0}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <ul className="flex flex-col">
        {claims.map((claim) => (
          <li key={claim.id}>
            <button
              type="button"
              className="flex w-full gap-3 border-b border-rule py-2 text-start hover:bg-surface"
              onClick={() => onChoose(claim)}
            >
              <span className="w-6 shrink-0 text-end font-serif text-lg text-ink-soft">
                <span className="sr-only">Claim </span>
                {claim.number}
              </span>
              <span>
                <span className="line-clamp-2 font-serif" dir="auto">
                  “{claim.quote}”
                </span>
                <span className="text-sm text-ink-soft">
                  {view.verdicts.find((one) => one.key === claim.verdictKey)?.label ?? 'No verdict yet'}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
