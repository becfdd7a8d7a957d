import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'ok' | 'warning' | 'danger'

const TONES = {
  info: { icon: Info, colour: 'border-rule-strong', ink: 'text-ink-soft', word: 'Note' },
  ok: { icon: CircleCheck, colour: 'border-ok', ink: 'text-ok', word: 'Done' },
  warning: {
    icon: TriangleAlert,
    colour: 'border-verdict-unsubstantiated',
    ink: 'text-verdict-unsubstantiated',
    word: 'Mind',
  },
  danger: { icon: CircleAlert, colour: 'border-danger', ink: 'text-danger', word: 'Problem' },
} as const

type Props = {
  tone?: NoticeTone
  title?: string
  children?: ReactNode
  /** What can be done about it, e.g. buttons. */
  actions?: ReactNode
  /** Announce it when it appears after the page has loaded. */
  live?: boolean
}

/** A message that stays in the page. The tone is told by icon and word as well as by colour. */
export function Notice({ tone = 'info', title, children, actions, live = false }: Props) {
  const { icon: Icon, colour, ink, word } = TONES[tone]
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={`flex gap-3 border-s-4 bg-surface px-4 py-3 text-sm ${colour}`}
    >
      <Icon aria-hidden="true" className={`mt-0.5 size-4.5 shrink-0 ${ink}`} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{word}: </span>
        {title && <p className="font-semibold">{title}</p>}
        {children}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
