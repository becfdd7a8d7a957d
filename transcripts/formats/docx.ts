import type { Format } from './format'
import { pressText } from './press-text'
import { timedText } from './timed-text'

/** A Word file, whose paragraphs were taken out before (`docx-text.ts`): press text, with times or without. */
export const docx: Format = {
  id: 'docx',
  label: 'Word document (DOCX)',
  extensions: ['docx'],
  // Its bytes are recognised, not its text.
  detect: () => 0,
  parse: (source) =>
    (timedText.detect(source) > pressText.detect(source) ? timedText : pressText).parse(source),
}
