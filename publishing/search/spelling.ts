import 'server-only'
import { db } from '@/platform/db'
import type { Term } from '@/publishing/search/asked'
import { nearestWord, plainWord, slipsAllowed } from '@/publishing/search/nearest'

const LOOKED_AT = 500

/**
 * The question with those words replaced that nothing published says, each by the nearest that something once did; null where
 * there is nothing to replace, or nothing near. Words in quotation marks and words that must not be there are left alone.
 * Whether anything is found by the new question the caller finds out, before anybody is shown it.
 * @param each a tsquery for each term, by its place.
 */
export async function respelt(
  terms: readonly Term[],
  each: ReadonlyMap<number, string>,
): Promise<Term[] | null> {
  let changed = false
  const result: Term[] = []
  for (const [index, term] of terms.entries()) {
    const query = each.get(index)
    const fixed =
      query && !term.quoted && !term.not && slipsAllowed(term.text) > 0 && !(await isSaid(query))
        ? nearestWord(plainWord(term.text), await nearby(plainWord(term.text)))
        : null
    changed ||= fixed !== null
    result.push(fixed === null ? term : { ...term, text: fixed })
  }
  return changed ? result : null
}

async function isSaid(query: string): Promise<boolean> {
  const rows = await db().$queryRaw<{ said: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "PublishedClaim" WHERE "words" @@ ${query}::tsquery)
      OR EXISTS (SELECT 1 FROM "PublishedTurn" WHERE "words" @@ ${query}::tsquery) AS "said"`
  return rows[0]?.said ?? false
}

/** Words that share letters with this one: by trigrams, and, for scripts that have none there, by how they begin. */
async function nearby(word: string): Promise<string[]> {
  const begin = `${[...word]
    .slice(0, 2)
    .join('')
    .replace(/[\\%_]/g, '')}%`
  const rows = /^[a-z]+$/.test(word)
    ? await db().$queryRaw<{ word: string }[]>`
        SELECT "word" FROM "PublishedWord" WHERE "word" % ${word} AND length("word") BETWEEN ${word.length - 2} AND ${word.length + 2}
        ORDER BY similarity("word", ${word}) DESC, "word" LIMIT ${LOOKED_AT}`
    : await db().$queryRaw<{ word: string }[]>`
        SELECT "word" FROM "PublishedWord" WHERE "word" LIKE ${begin} AND length("word") BETWEEN ${word.length - 2} AND ${word.length + 2}
        ORDER BY "word" LIMIT ${LOOKED_AT}`
  return rows.map((row) => row.word)
}
