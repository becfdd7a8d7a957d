import { useState } from 'react'
import type { ClaimView } from '@/claims/views'
import { APPEARANCE_LABELS } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { outsideWordsOf } from '@/components/claims/form-shapes'
import { AppearanceForm, appearanceDraft } from '@/components/claims/sources/appearance-form'
import { useFocusNext } from '@/components/claims/sources/use-focus-next'
import { Button } from '@/components/ui/button'

/** Where a claim made elsewhere was made; nothing for one made in the interview. */
export function WhereMade({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { store } = useDesk()
  // What an earlier page left unsent is open again.
  const [changing, setChanging] = useState(() => store.names(appearanceDraft(claim.id)).length > 0)
  const focusNext = useFocusNext()
  const words = outsideWordsOf(claim)
  const { appearance } = claim
  if (!words || !appearance) return null
  const button = `change-appearance-${claim.id}`
  if (changing)
    return (
      <AppearanceForm
        claim={claim}
        words={words}
        onDone={() => {
          setChanging(false)
          focusNext(button)
        }}
      />
    )
  const parts = [
    APPEARANCE_LABELS[appearance.kind],
    appearance.title && `“${appearance.title}”`,
    appearance.on,
  ]
  return (
    <div className="text-sm">
      <p className="text-ink-soft">
        {parts.filter(Boolean).join(', ')}
        <Link href={appearance.url} label="where it stands" />
        <Link href={appearance.archivedUrl} label="archived copy" />
      </p>
      {!disabled && (
        <Button id={button} variant="quiet" className="-ms-3.5" onClick={() => setChanging(true)}>
          Change what was said and where
        </Button>
      )}
    </div>
  )
}

function Link({ href, label }: { href: string; label: string }) {
  if (!href) return null
  return (
    <>
      {' · '}
      <a className="text-link" href={href} target="_blank" rel="noreferrer noopener">
        {label}
      </a>
    </>
  )
}
