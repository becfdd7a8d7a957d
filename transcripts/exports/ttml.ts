import { captionsOf, lineText } from './captions-of'
import { captionClock } from './clock'
import type { ExportFormat, OutgoingTranscript } from './outgoing'
import { xmlText } from './xml-text'

/** Timed Text (TTML 2), for broadcasters: speakers are agents, each caption a paragraph. */
export const ttml: ExportFormat = {
  id: 'ttml',
  label: 'Timed Text (TTML)',
  about: 'Captions for broadcasters, with speakers, title and language.',
  extension: 'ttml',
  mime: 'application/ttml+xml; charset=utf-8',
  needsTimes: true,
  carries: {
    speakers: 'names',
    nobody: 'stays',
    turns: 'speaker-changes',
    turnTimes: 'milliseconds',
    wordTimes: 'none',
    signs: 'all',
  },
  write: writeTtml,
}

function writeTtml({ title, language, turns }: OutgoingTranscript): string {
  const names = [...new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))]
  const agents = new Map(names.map((name, nth) => [name, `speaker${nth + 1}`]))
  const declared = names.map(
    (name) =>
      `      <ttm:agent xml:id="${agents.get(name)}" type="person"><ttm:name type="full">${escapeXml(name)}</ttm:name></ttm:agent>\n`,
  )
  const paragraphs = captionsOf(turns).map((caption) => {
    const { speaker } = caption.turn
    const agent = speaker === null ? '' : ` ttm:agent="${agents.get(speaker)}"`
    const text = caption.lines.map((line) => escapeXml(lineText(caption, line))).join('<br/>')
    return `      <p begin="${captionClock(caption.startMs, '.')}" end="${captionClock(caption.endMs, '.')}"${agent}>${text}</p>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="${escapeXml(language)}">
  <head>
    <metadata>
      <ttm:title>${escapeXml(title)}</ttm:title>
${declared.join('')}    </metadata>
  </head>
  <body>
    <div>
${paragraphs.join('')}    </div>
  </body>
</tt>
`
}

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an element or attribute. */
function escapeXml(text: string): string {
  return xmlText(text).replace(/[&<>"]/g, (sign) => NAMES[sign] ?? sign)
}
