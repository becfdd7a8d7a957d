import type { TranscriptPage } from '@/components/transcripts/transcript-page'

/** Room that bars at the top of the window take, in pixels. */
const TOP = 130

/**
 * Runs a change of the transcript and scrolls by as much as it moved what was being typed or read.
 * @param caret the paragraph that the caret is in, if any
 */
export function keepReadingPlace(
  page: TranscriptPage,
  caret: HTMLElement | undefined,
  change: () => void,
): void {
  const seen = paragraphsInSight(page, caret)
  const before = seen.map((paragraph) => paragraph.getBoundingClientRect().top)
  change()
  const kept = seen.findIndex((paragraph) => paragraph.isConnected)
  const paragraph = seen[kept]
  if (!paragraph) return
  const moved = paragraph.getBoundingClientRect().top - (before[kept] ?? 0)
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
}

/** The paragraph that holds the focus, that of the caret where it is in sight, then those in the window from the top down. */
function paragraphsInSight({ root }: TranscriptPage, caret: HTMLElement | undefined): HTMLElement[] {
  const focused = document.activeElement?.closest<HTMLElement>('p[data-turn]')
  const found = focused && root.contains(focused) ? [focused] : []
  if (caret && isInSight(caret)) found.push(caret)
  // Stretches first, by halves: asking a paragraph where it is lays out the whole stretch that it stands in.
  const stretches = [...root.children]
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.getBoundingClientRect().bottom ?? 0) <= TOP) low = middle + 1
    else high = middle
  }
  for (const stretch of stretches.slice(low, low + 3))
    for (const paragraph of stretch.querySelectorAll<HTMLElement>('p[data-turn]')) {
      const { top, bottom } = paragraph.getBoundingClientRect()
      if (top > innerHeight) return found
      if (bottom > TOP) found.push(paragraph)
    }
  return found
}

function isInSight(paragraph: HTMLElement): boolean {
  const { top, bottom } = paragraph.getBoundingClientRect()
  return bottom > TOP && top < innerHeight
}
