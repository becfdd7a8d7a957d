import { type ButtonVariant, buttonClass } from './button'

type Props = {
  label: string
  hint?: string
  /** As the `accept` attribute: what the browser's dialog offers first. Never a check. */
  accept?: string
  variant?: ButtonVariant
  onPick: (file: File) => void
}

/** A button that opens the browser's file dialog. The same file can be picked again after a refusal. */
export function FilePick({ label, hint, accept, variant = 'secondary', onPick }: Props) {
  return (
    <div className="flex flex-col items-start gap-1">
      <label
        className={buttonClass(
          variant,
          'relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        )}
      >
        {label}
        <input
          type="file"
          {...(accept ? { accept } : {})}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) onPick(file)
          }}
        />
      </label>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
    </div>
  )
}
