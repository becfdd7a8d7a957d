import { chaptersOf, type PageChapter } from '@/publishing/page-chapters'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

/** Address of a chapter's heading within the page. */
export const chapterId = (index: number) => `chapter-${index + 1}`

/** The chapters of a long interview with the second each begins at. */
export function ContentsList({ page }: { page: PageSnapshot }) {
  const chapters = chaptersOf(page)
  if (chapters.length === 0) return null
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents" className="section-title">
        In this interview
      </h2>
      <ol dir={page.interview.direction} lang={page.interview.language}>
        {chapters.map((chapter, index) => (
          <li key={chapter.turn}>
            <ChapterSecond chapter={chapter} />
            <a href={`#${chapterId(index)}`}>{chapter.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function ChapterSecond({ chapter: { startMs, turn } }: { chapter: PageChapter }) {
  if (startMs === null) return null
  return (
    <>
      <a className="time" href={`?t=${Math.floor(startMs / 1000)}#t${turn}`}>
        {formatTimestamp(startMs)}
      </a>{' '}
    </>
  )
}
