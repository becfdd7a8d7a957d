import { decodeEntities } from './entities'

/** A text without markup, and what was taken out that was not plain styling (for a problem), or null. */
export type Stripped = { text: string; removed: string | null }

// Tags as browsers know them, bounded so that a hostile run of `<a` stays linear. A lone `<` in prose is no tag.
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})((?:\s|\/)[^<>]{0,400})?>|<!--|-->/g
// Override blocks of SubStation, which SRT files carry over: {\an8}, {\c&H00FFFF&}, {\pos(1,2)}; and {b}, {i}.
const OVERRIDE = /\{\\[^{}\n]{0,400}\}|\{\/?[biuBIU]\}/g
const STYLING = new Set([
  'b',
  'i',
  'u',
  's',
  'font',
  'span',
  'c',
  'em',
  'strong',
  'br',
  'p',
  'v',
  'ruby',
  'rt',
  'lang',
])
// A word beside a broken tag may still read `<script`: the sign goes, the letters stay.
const BROKEN_SCRIPT = /<(?=\/?\s*(?:script|style|iframe|object|embed|svg|img)\b)/gi

/** Removes HTML-like tags and SubStation overrides from a caption or sentence; the words inside them stay. */
export function stripMarkup(text: string): Stripped {
  let removed: string | null = null
  let result = text
  if (result.includes('{')) result = result.replace(OVERRIDE, '')
  if (result.includes('<')) {
    result = result.replace(TAG, (tag, _slash: string | undefined, name: string | undefined) => {
      const styling = name !== undefined && STYLING.has(name.toLowerCase())
      if (!styling) removed ??= tag
      return name?.toLowerCase() === 'br' ? ' ' : ''
    })
    result = result.replace(BROKEN_SCRIPT, (sign) => {
      removed ??= sign
      return ''
    })
  }
  return { text: result, removed }
}

/** `stripMarkup`, then character references: for formats whose text is HTML-like (SRT, SBV). */
export function stripAndDecode(text: string): Stripped {
  if (!/[<{&]/.test(text)) return { text, removed: null }
  const stripped = stripMarkup(text)
  return { text: decodeEntities(stripped.text), removed: stripped.removed }
}

/** The one sentence for `markup-removed`. */
export function markupMessage(removed: string): string {
  return `Markup was removed, its words were kept: ${removed.slice(0, 40)}`
}
