import { Parser } from 'htmlparser2'
import type { ProblemList } from './problem-list'

/** What a reader of markup is told. Names are lower case in HTML, as written in XML. */
export type MarkupHandlers = {
  open: (name: string, attributes: Record<string, string>) => void
  close: (name: string) => void
  text: (text: string) => void
}

/** No page nests deeper; the parser's own stack would make deeper ones slow. */
const DEEPEST = 500
class TooDeep extends Error {}

/**
 * Walks through HTML or XML. The parser is htmlparser2, because it never fails, reads what is cut off or badly nested,
 * and expands no entities of a document's own, so that no entity bomb can go off. Elements that are left open in the end
 * are a cut-off file where it is XML.
 */
export function walkMarkup(
  text: string,
  xml: boolean,
  handlers: MarkupHandlers,
  problems: ProblemList,
): void {
  let depth = 0
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > DEEPEST) throw new TooDeep()
        handlers.open(name, attributes)
      },
      onclosetag(name, isImplied) {
        depth -= 1
        if (xml && isImplied && parser.endIndex >= text.length - 1 && name === 'tt') {
          const message = 'The file stops in the middle: it looks cut off. What is there was read.'
          problems.add('truncated-file', 'warning', message)
        }
        handlers.close(name)
      },
      ontext: (part) => handlers.text(part),
    },
    { xmlMode: xml, decodeEntities: true, recognizeSelfClosing: xml },
  )
  try {
    parser.write(text)
    parser.end()
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    problems.add(
      'markup-too-deep',
      'error',
      'The markup of this file is nested deeper than any transcript; it was not read.',
    )
  }
}
