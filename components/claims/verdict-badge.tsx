import { VERDICT_COLOURS } from '@/claims/scale/verdict-looks'
import { VerdictIcon } from '@/components/claims/verdict-icon'

/** The colour's token name; `context`, the quiet one, for a name that is not known. */
export function verdictColour(colour: string): string {
  return VERDICT_COLOURS.find((known) => known === colour) ?? 'context'
}

// Written out, because Tailwind only makes the classes that it finds as whole words.
const INK: Record<string, string> = {
  unsubstantiated: 'text-verdict-unsubstantiated',
  false: 'text-verdict-false',
  misleading: 'text-verdict-misleading',
  'missing-context': 'text-verdict-missing-context',
  exaggerated: 'text-verdict-exaggerated',
  disputed: 'text-verdict-disputed',
  correct: 'text-verdict-correct',
  context: 'text-verdict-context',
}

/** Icon and word of a verdict in its colour. The word is always there: colour and drawing only help the eye. */
export function VerdictBadge({
  verdict,
  id,
  className = '',
}: {
  verdict: { label: string; icon: string; colour: string }
  id?: string
  className?: string
}) {
  const ink = INK[verdictColour(verdict.colour)]
  return (
    <span
      id={id}
      className={`verdict inline-flex items-center gap-1.5 font-semibold wrap-anywhere ${ink} ${className}`}
    >
      <VerdictIcon icon={verdict.icon} className="size-[1.1em] flex-none" />
      {verdict.label}
    </span>
  )
}
