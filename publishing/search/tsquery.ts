import type { Term } from '@/publishing/search/asked'

/** A word of a term as one dictionary spells it, with its place in the term; null where the dictionary keeps none of it. */
export type Spelling = { term: number; dictionary: string; lexeme: string | null; positions: number[] | null }

/** How a question is put to PostgreSQL. */
export type Asking = {
  /** A tsquery; null where nothing is asked for that could be looked up. */
  query: string | null
  /** What every text found says, as dictionaries spell it: for marking. */
  lexemes: string[]
  /** A tsquery for each term that must be there, by the term's place. */
  each: Map<number, string>
}

/**
 * Interviews are in several languages and each is stemmed by its own, while a question has none: so a text may say a term as
 * any of the dictionaries in use spells it. A word that one of them holds too common to keep (the, und) is left out of the
 * question, or nothing in that language would be found.
 */
export function askingOf(terms: readonly Term[], spellings: readonly Spelling[]): Asking {
  const each = new Map<number, string>()
  const nots: string[] = []
  const lexemes = new Set<string>()
  for (const [index, term] of terms.entries()) {
    const own = spellings.filter((one) => one.term === index)
    const chains = new Set<string>()
    let common = false
    for (const dictionary of new Set(own.map((one) => one.dictionary))) {
      const chain = chainOf(own.filter((one) => one.dictionary === dictionary))
      if (chain) chains.add(chain)
      else common = true
    }
    if (chains.size === 0 || (common && !term.quoted)) continue
    const said = `(${[...chains].join(' | ')})`
    if (term.not) nots.push(`!${said}`)
    else {
      each.set(index, said)
      for (const { lexeme } of own) if (lexeme) lexemes.add(lexeme)
    }
  }
  return {
    query: each.size === 0 ? null : [...each.values(), ...nots].join(' & '),
    lexemes: [...lexemes],
    each,
  }
}

/** The words of a term in their order, with the gaps that dropped words leave; empty where none is left. */
function chainOf(spellings: readonly Spelling[]): string {
  const placed = spellings
    .flatMap(({ lexeme, positions }) =>
      lexeme === null ? [] : (positions ?? [1]).map((position) => ({ lexeme, position })),
    )
    .sort((a, b) => a.position - b.position)
  return placed.reduce((chain, { lexeme, position }, at) => {
    const before = placed[at - 1]
    if (!before) return quoted(lexeme)
    return `${chain} <${Math.max(0, position - before.position)}> ${quoted(lexeme)}`
  }, '')
}

/** A word as tsquery reads it, whatever letters it is of. */
function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
