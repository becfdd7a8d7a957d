/** A turn as chapters are made from it; turns of one speaker have one `participant`. */
type ChapterTurn = { participant: number | string | null; text: string }

/** A claim that lies in the turns and says what it is about. */
type ChapterClaim = {
  place: { firstTurn: number } | null
  topics: readonly { name: string }[]
}

/** The turn by position that a chapter begins with, and its title. */
export type Chapter = { turn: number; title: string }

/** A chapter is worth a heading from this many characters on: about three minutes of talk. */
const LEAST = 2500
/** Nor are there ever more than about this many. */
const MOST = 24

/**
 * Chapters of a long interview, made from what its claims are about: claims that follow one another and share a topic make one
 * chapter, which begins with the question that led to the first of them. A passing remark makes none.
 * @param claims in any order; those made elsewhere and those without a topic are not asked.
 * @returns in order, each at another turn; empty where there would be one chapter only.
 */
export function chaptersFromTopics(
  turns: readonly ChapterTurn[],
  claims: readonly ChapterClaim[],
): Chapter[] {
  const ends = lengths(turns)
  const least = Math.max(LEAST, (ends.at(-1) ?? 0) / MOST)
  const chapters: Chapter[] = []
  for (const { turn, next, title } of stretches(turns.length, claims)) {
    const begin = Math.max(withQuestion(turns, turn), (chapters.at(-1)?.turn ?? -1) + 1)
    if ((ends[next - 1] ?? 0) - (ends[begin - 1] ?? 0) < least) continue
    if (chapters.at(-1)?.title !== title && begin < next) chapters.push({ turn: begin, title })
  }
  return chapters.length > 1 ? chapters : []
}

/** Characters up to the end of each turn. */
function lengths(turns: readonly ChapterTurn[]): number[] {
  let sum = 0
  return turns.map(({ text }) => {
    sum += text.length
    return sum
  })
}

type Stretch = { turn: number; next: number; title: string }

/** As few stretches as can be in which all claims share a topic, each up to where the next begins. */
function stretches(count: number, claims: readonly ChapterClaim[]): Stretch[] {
  const found: { turn: number; shared: string[] }[] = []
  const placed = claims
    .flatMap(({ place, topics }) =>
      place && place.firstTurn < count && topics.length > 0
        ? [{ turn: place.firstTurn, names: topics.map(({ name }) => name) }]
        : [],
    )
    .sort((a, b) => a.turn - b.turn)
  for (const { turn, names } of placed) {
    const last = found.at(-1)
    const shared = last?.shared.filter((name) => names.includes(name)) ?? []
    if (last && shared.length > 0) last.shared = shared
    // Two topics in one turn: the turn belongs to the chapter that it began.
    else if (last?.turn !== turn) found.push({ turn, shared: names })
  }
  return found.map(({ turn, shared }, index) => ({
    turn,
    next: found[index + 1]?.turn ?? count,
    title: shared[0] ?? '',
  }))
}

/** The turn before, where somebody else speaks there: a chapter begins with its question. */
function withQuestion(turns: readonly ChapterTurn[], turn: number): number {
  const before = turns[turn - 1]
  return before && before.participant !== turns[turn]?.participant ? turn - 1 : turn
}
