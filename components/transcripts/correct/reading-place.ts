import type { TranscriptPage } from '@/components/transcripts/transcript-page'

/** Room that bars at the top of the window take, in pixels. */
const TOP = 130

/** Runs a change of the transcript and scrolls by as much as it moved what was being read or typed. */
export function keepReadingPlace(page: TranscriptPage, change: () => void): void {
  const seen = paragraphsInSight(page)
  const before = seen.map((paragraph) => paragraph.getBoundingClientRect().top)
  change()
  const kept = seen.findIndex((paragraph) => paragraph.isConnected)
  const paragraph = seen[kept]
  if (!paragraph) return
  const moved = paragraph.getBoundingClientRect().top - (before[kept] ?? 0)
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
}

/** The paragraph that holds the focus, then those in the window from the top down. */
function paragraphsInSight({ root, paragraphs }: TranscriptPage): HTMLElement[] {
  const focused = document.activeElement?.closest<HTMLElement>('p[data-turn]')
  // Found by halves: turns stand one under the other, and asking all of them would lay out the whole interview.
  let [low, high] = [0, paragraphs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((paragraphs[middle]?.getBoundingClientRect().bottom ?? 0) <= TOP) low = middle + 1
    else high = middle
  }
  const found = focused && root.contains(focused) ? [focused] : []
  for (const paragraph of paragraphs.slice(low, low + 30)) {
    if (paragraph.getBoundingClientRect().top > innerHeight) break
    found.push(paragraph)
  }
  return found
}
