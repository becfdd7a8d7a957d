import type { ReactNode } from 'react'
import { TextField } from '@/components/ui/text-field'
import { parseTypedTime } from '@/transcripts/typed-time'

/** A moment typed as `1:02:03`, `62:03` or `3723`, with buttons that fill it in beside it. */
export function TimeField({
  label,
  name,
  value,
  tried,
  error,
  onChange,
  children,
}: {
  label: string
  name: string
  value: string
  /** Faults are shown once somebody has tried to go on. */
  tried: boolean
  error?: string | undefined
  onChange: (value: string) => void
  children?: ReactNode
}) {
  const fault = tried || value.trim() !== '' ? parseTypedTime(value).reason : undefined
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={label}
        name={name}
        value={value}
        error={tried || !value.endsWith(':') ? (fault ?? error) : undefined}
        inputMode="text"
        autoComplete="off"
        dir="ltr"
        className="max-w-40 tabular-nums"
        onChange={(event) => onChange(event.target.value)}
      />
      {children && <div className="flex flex-wrap gap-x-2">{children}</div>}
    </div>
  )
}
