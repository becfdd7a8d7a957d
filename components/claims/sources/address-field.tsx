import { pastedAddress } from '@/components/claims/sources/page-fill'
import type { usePageFill } from '@/components/claims/sources/use-page-fill'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

type Props = {
  id: string
  value: string
  error: string | undefined
  onChange: (url: string) => void
  fill: Pick<ReturnType<typeof usePageFill>, 'state' | 'ask' | 'giveUp' | 'undo'>
}

/** A page's address, which can fill the fields that are still empty. A pasted one does so by itself; Escape takes it back. */
export function AddressField({ id, value, error, onChange, fill }: Props) {
  const { state, ask, giveUp, undo } = fill
  const address = pastedAddress(value)
  useActs([
    {
      id: 'source.fill',
      label: 'Fill in from the page',
      group: 'Claim',
      keys: ['Alt+i'],
      also: 'address url read fetch source',
      ...(address ? {} : { refusal: 'Give the address of a page first.' }),
      run: () => void ask(),
    },
  ])
  const own = state.kind === 'filled' ? state.page.canonicalUrl : null
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label="Address"
        name="url"
        id={id}
        optional
        inputMode="url"
        placeholder="https://"
        dir="ltr"
        autoComplete="off"
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          const pasted = pastedAddress(event.clipboardData.getData('text'))
          // Into an address that is there already, somebody pastes a piece.
          if (pasted && value.trim() === '') void ask(pasted)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || state.kind === 'idle') return
          event.preventDefault()
          event.stopPropagation()
          if (state.kind === 'filled') undo()
          else giveUp()
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {state.kind === 'asking' ? (
          <>
            <span className="text-ink-soft">Reading the page…</span>
            <Button variant="quiet" className="px-2" onClick={giveUp}>
              Stop
            </Button>
          </>
        ) : (
          address && (
            <Button className="shrink-0" onClick={() => void ask()}>
              Fill in from the page
            </Button>
          )
        )}
        {state.kind === 'filled' && (
          <>
            <span className="min-w-0 flex-1 basis-48 text-ink-soft">{state.told}</span>
            {Object.keys(state.filled).length > 0 && (
              <Button variant="quiet" className="px-2" onClick={undo}>
                Take it back
              </Button>
            )}
          </>
        )}
      </div>
      {state.kind === 'refused' && (
        <p className="text-sm">
          {state.reason} <span className="text-ink-soft">Type in what you know; the address is kept.</span>
        </p>
      )}
      {own && own !== value.trim() && (
        <p className="text-sm text-ink-soft">
          The page calls itself <span className="break-all text-ink">{own}</span>.{' '}
          <Button variant="quiet" className="px-2" onClick={() => onChange(own)}>
            Use that address
          </Button>
        </p>
      )}
    </div>
  )
}
