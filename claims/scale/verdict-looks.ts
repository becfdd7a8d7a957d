/** Names of the drawings that a verdict may have (components/claims/verdict-icon.tsx). */
export const VERDICT_ICONS = [
  'unsubstantiated',
  'false',
  'misleading',
  'missing-context',
  'exaggerated',
  'disputed',
  'correct',
  'context',
  'half',
  'outdated',
  'lens',
  'quotation',
] as const

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
