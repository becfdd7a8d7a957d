import { Circle, CircleCheck, CircleDashed, CircleDot, CircleSlash, TriangleAlert } from 'lucide-react'

export type StatusTone = 'idle' | 'open' | 'active' | 'done' | 'warning' | 'off'

// Shape and colour together, so that neither is needed alone.
const TONES = {
  idle: { icon: CircleDashed, ink: 'text-ink-soft' },
  open: { icon: Circle, ink: 'text-ink' },
  active: { icon: CircleDot, ink: 'text-accent' },
  done: { icon: CircleCheck, ink: 'text-ok' },
  warning: { icon: TriangleAlert, ink: 'text-verdict-unsubstantiated' },
  off: { icon: CircleSlash, ink: 'text-ink-soft' },
} as const

/** Where something stands, as a word with a shape. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: string }) {
  const { icon: Icon, ink } = TONES[tone]
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-sm font-medium whitespace-nowrap ${ink}`}>
      <Icon aria-hidden="true" className="size-4 shrink-0 self-center" />
      {children}
    </span>
  )
}
