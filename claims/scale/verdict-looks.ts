/** Names that a verdict's colour may have: the tokens `--verdict-…` of components/ui/tokens.css. */
export const VERDICT_COLOURS = [
  'unsubstantiated',
  'false',
  'misleading',
  'missing-context',
  'exaggerated',
  'disputed',
  'correct',
  'context',
] as const

/** Names of the drawings that a verdict may have (components/claims/verdict-icon.tsx): of each colour's own verdict, and more. */
export const VERDICT_ICONS = [...VERDICT_COLOURS, 'half', 'outdated', 'lens', 'quotation'] as const
