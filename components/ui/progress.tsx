type Props = {
  label: string
  /** 0 to 1; null while the share is unknown. */
  value: number | null
  /** Beside the label, e.g. `12 of 48 MB`. */
  detail?: string
}

/** How far a long job is, as the browser's own progress element. */
export function Progress({ label, value, detail }: Props) {
  const percent = value === null ? null : Math.round(value * 100)
  return (
    <label className="flex flex-col gap-1 text-sm">
      <span className="flex justify-between gap-4">
        <span className="font-semibold">{label}</span>
        <span className="text-ink-soft">{detail ?? (percent === null ? '' : `${percent} %`)}</span>
      </span>
      <progress
        max={100}
        {...(percent === null ? {} : { value: percent })}
        className="h-2 w-full appearance-none overflow-hidden rounded-full border border-rule-strong bg-surface [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-accent"
      />
    </label>
  )
}
