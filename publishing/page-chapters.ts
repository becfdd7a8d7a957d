import { chaptersFromTopics } from '@/publishing/chapters'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** A chapter of the page: the position of the turn that it begins with, its title, and the ms it begins at. */
export type PageChapter = { turn: number; title: string; startMs: number | null }

/** From this length on a page without chapters set by hand gets them from its claims' topics. */
const LONG_MS = 30 * 60_000
/** The same where nothing is timed, at about 150 words a minute. */
const LONG_LETTERS = 25_000

type Chaptered = Pick<PageSnapshot, 'turns' | 'claims' | 'chapters'>

/** The chapters of a page, in order: those set by hand, or for a long interview those that its claims' topics make. */
export function chaptersOf(page: Chaptered): PageChapter[] {
  const chosen = page.chapters.filter(({ turn }) => turn < page.turns.length)
  const made = chosen.length === 0 && isLong(page) ? chaptersFromTopics(page.turns, page.claims) : chosen
  return made.map(({ turn, title }) => ({ turn, title, startMs: page.turns[turn]?.startMs ?? null }))
}

function isLong({ turns }: Chaptered): boolean {
  const end = turns.findLast((turn) => turn.endMs !== null)?.endMs
  if (typeof end === 'number') return end >= LONG_MS
  return turns.reduce((sum, turn) => sum + turn.text.length, 0) >= LONG_LETTERS
}
