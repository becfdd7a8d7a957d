import 'server-only'
import { db } from '@/platform/db'
import { type ClaimRow, claimView, type PublishedClaim } from '@/publishing/published-claims'
import type { Term } from '@/publishing/search/asked'
import { plainWord } from '@/publishing/search/nearest'
import { type Passage, passageOf, rangesOf, wordsIn } from '@/publishing/search/passage'
import type { Kind } from '@/publishing/search/search-filter'
import { marksQuery } from '@/publishing/search/statements'

/** A row of `resultsQuery`. */
export type ResultRow = Omit<ClaimRow, 'checkedAt'> & {
  kind: Kind
  at: Date
  score: number
  claims: number
  turns: number
  text: string | null
  speaker: string | null
  personSlug: string | null
  startMs: number | null
  day: Date | null
}

/** What is shown of a result, with the words marked that were asked for. */
export type MarkedResult =
  | { kind: 'claim'; claim: PublishedClaim; sentence: Passage; passage: Passage | null }
  | {
      kind: 'said'
      slug: string
      title: string
      language: string
      direction: string
      turn: number
      /** ISO 8601. */
      day: string
      startMs: number | null
      speaker: string | null
      personSlug: string | null
      passage: Passage
    }

const LETTERS = 260
/** Scripts that put no spaces between words: what was asked is marked letter for letter. */
const UNSPACED =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/

type Shown = { row: ResultRow; claim: PublishedClaim | null; texts: string[] }

export async function markedResults(
  rows: readonly ResultRow[],
  terms: readonly Term[],
  lexemes: readonly string[],
): Promise<MarkedResult[]> {
  const shown = rows.map((row): Shown => {
    if (row.kind === 'said') return { row, claim: null, texts: [row.text ?? ''] }
    const claim = claimView(row)
    const { claimReviewed, quote, explanationHtml } = claim.claim
    return { row, claim, texts: [claimReviewed, quote.replaceAll('\n', ' '), plainText(explanationHtml)] }
  })
  const asked = terms.filter((term) => !term.not)
  const literal = asked.map((term) => term.text).filter((text) => UNSPACED.test(text))
  const hits = await hitsIn(shown, asked, lexemes)
  return shown.map(({ row, claim, texts: [first = '', ...rest] }) => {
    const passage = (text: string) => passageOf(text, rangesOf(text, hits, literal), LETTERS)
    if (claim) {
      const whole = passageOf(first, rangesOf(first, hits, literal), first.length)
      const found = rest.map(passage).find(({ parts }) => parts.some((part) => part.hit))
      return { kind: 'claim', claim, sentence: whole, passage: found ?? null }
    }
    const { slug, title, language, direction, number, startMs, speaker, personSlug } = row
    return {
      kind: 'said',
      ...{ slug, title, language, direction, startMs, speaker, personSlug },
      turn: number,
      day: row.day?.toISOString().slice(0, 10) ?? '',
      passage: passage(first),
    }
  })
}

/**
 * Words of the texts that are what was asked for, by the dictionary of each text's language. Few stems begin otherwise than
 * their words do, so in alphabets where that holds only words that begin alike are looked up.
 */
async function hitsIn(
  shown: readonly Shown[],
  asked: readonly Term[],
  lexemes: readonly string[],
): Promise<Set<string>> {
  const begins = new Set(
    asked.flatMap((term) => term.text.split(' ')).map((word) => plainWord(word).slice(0, 2)),
  )
  const mayBe = (word: string) =>
    !UNSPACED.test(word) && (!/^\p{Script=Latin}/u.test(word) || begins.has(plainWord(word).slice(0, 2)))
  const pairs = new Map<string, [word: string, tag: string]>()
  for (const { row, texts } of shown)
    for (const word of texts.flatMap((text) => [...wordsIn(text)]))
      if (mayBe(word)) pairs.set(`${row.language} ${word}`, [word, row.language])
  if (pairs.size === 0 || lexemes.length === 0) return new Set()
  const all = [...pairs.values()]
  const found = await db().$queryRaw<{ spelt: string }[]>(
    marksQuery(
      lexemes,
      all.map(([word]) => word),
      all.map(([, tag]) => tag),
    ),
  )
  return new Set(found.map((row) => row.spelt))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

/** The text of sanitised HTML, to be shown as text. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
