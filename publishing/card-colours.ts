/** Colours of share pictures: the light theme's, from components/ui/tokens.css (a test compares them). */
export const CARD_PAPER = '#fdfcfa'
export const CARD_INK = '#1b1a18'
export const CARD_INK_SOFT = '#5c5851'
export const CARD_RULE = '#dedad2'

const VERDICTS: Record<string, string> = {
  unsubstantiated: '#7d4e00',
  false: '#ae1219',
  misleading: '#9c3806',
  'missing-context': '#0c5d69',
  exaggerated: '#932363',
  disputed: '#553a9e',
  correct: '#17663a',
  context: '#47535e',
}

/** A verdict's colour by its name; the quiet one where the name is not known. */
export const cardVerdictColour = (name: string) => VERDICTS[name] ?? '#47535e'
