/**
 * How a question to the search is put together: which of a text's words claims are fetched by. Pure, so that it can be
 * tried without a database. Reading every claim that says "country" takes longer than anybody waits, so claims are
 * fetched by the rare words of a text, and by pairs of commoner ones; what was fetched is then compared whole (rank.ts).
 */

/** A word of the question, as the search spells it, and the share of all claims that say it; 0 where hardly any does. */
export type AskedWord = { word: string; share: number }

export type Question = {
  /** Words that count in the ranking, rarest first. */
  words: AskedWord[]
  /** A tsquery of what to fetch; null where nothing is worth fetching. */
  fetch: string | null
  /** A tsquery of all words that count, any of them. */
  rank: string | null
}

/** Claims that single words may fetch together, and that pairs may; reading a thousand takes some 5 ms. */
const BY_SINGLES = 2000
const BY_PAIRS = 2000
/** Claims that a question of one common word may fetch at most; beyond that it says nothing. */
const BY_ONE = 15_000
/** A word that the database's statistics do not name has some claims nevertheless: they keep the thousand commonest. */
const UNNAMED = 0.0005
const MOST_WORDS = 24
const MOST_PAIRED = 8

/**
 * @param asked the words of the text, each once.
 * @param claims how many claims there are, about.
 */
export function questionOf(asked: readonly AskedWord[], claims: number): Question {
  const words = [...asked]
    .sort((a, b) => a.share - b.share || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
  const say = ({ share }: AskedWord) => Math.max(share, UNNAMED) * claims
  const parts: string[] = []
  let fetched = 0
  for (const word of words) {
    if (fetched + say(word) > BY_SINGLES) break
    parts.push(quoted(word.word))
    fetched += say(word)
  }
  const common = words.slice(parts.length, parts.length + MOST_PAIRED)
  let paired = 0
  for (const [index, first] of common.entries())
    for (const second of common.slice(index + 1)) {
      const both = (say(first) * say(second)) / Math.max(1, claims)
      if (paired + both > BY_PAIRS) continue
      parts.push(`(${quoted(first.word)} & ${quoted(second.word)})`)
      paired += both
    }
  const rarest = words[0]
  if (parts.length === 0 && rarest && say(rarest) <= BY_ONE) parts.push(quoted(rarest.word))
  return {
    words,
    fetch: parts.length === 0 ? null : parts.join(' | '),
    rank: words.length === 0 ? null : words.map(({ word }) => quoted(word)).join(' | '),
  }
}

/** A word of the question that may be a slip of the pen: as the search spells it, and as somebody did. */
export type Slip = { word: string; spelt: string }

/**
 * Words that hardly any claim says and no claim that was found does. The longest two, because each is looked up letter by
 * letter; trigrams are of Latin letters only.
 * @param plain the text in lower case: a stem has too few letters to be known again by.
 */
export function slipsIn(question: Question, plain: string, found: ReadonlySet<string>): Slip[] {
  const spelt = plain.split(/\P{L}+/u)
  return question.words
    .filter(({ word, share }) => share === 0 && !found.has(word) && /^\p{Script=Latin}{4,30}$/u.test(word))
    .map(({ word }) => ({ word, spelt: spelt.find((one) => one.startsWith(word.slice(0, -1))) ?? word }))
    .sort((a, b) => b.spelt.length - a.spelt.length)
    .slice(0, 2)
}

/** How much a word says: nothing where every claim has it, much where few do. */
export function weightOf({ share }: AskedWord): number {
  return Math.log(1 / Math.min(0.9, Math.max(share, UNNAMED)))
}

/** A word as tsquery reads it, whatever letters it is of. */
function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
