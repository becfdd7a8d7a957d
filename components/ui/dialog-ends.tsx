import { Button } from '@/components/ui/button'

/** How a form in a dialog ends: left as it was, or done. `busyLabel` stands on the button while it is being done. */
export function DialogEnds({
  label,
  busyLabel = label,
  busy,
  danger = false,
  onCancel,
}: {
  label: string
  busyLabel?: string
  busy: boolean
  danger?: boolean
  onCancel: () => void
}) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button onClick={onCancel}>Cancel</Button>
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
        {busy ? busyLabel : label}
      </Button>
    </div>
  )
}
