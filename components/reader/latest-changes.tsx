import { CHANGE_LABELS } from '@/components/reader/change-list'
import { claimPath, pagePath } from '@/publishing/addresses'
import { longDayIn } from '@/publishing/days'
import type { SnapshotChange } from '@/publishing/snapshot-schema'

/** What was put right lately: on the front page, where whoever read the mistake may see it. */
export function LatestChanges({
  changes,
  timeZone,
}: {
  changes: readonly { slug: string; title: string; change: SnapshotChange }[]
  timeZone: string
}) {
  if (changes.length === 0) return null
  return (
    <section className="front-changes" aria-labelledby="changes">
      <h2 className="section-title" id="changes">
        Corrections and clarifications
      </h2>
      <ol className="front-change-list">
        {changes.map(({ slug, title, change }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stored, never reordered list
          <li key={index} className={`change-${change.kind}`}>
            <p className="change-kind">
              {CHANGE_LABELS[change.kind]} <time dateTime={change.at}>{longDayIn(timeZone, change.at)}</time>
            </p>
            <h3 dir="auto">
              <a href={change.claimNumber === null ? pagePath(slug) : claimPath(slug, change.claimNumber)}>
                {title}
              </a>
            </h3>
            <p className="front-change-note" dir="auto">
              {change.note}
            </p>
          </li>
        ))}
      </ol>
      <p className="front-more">
        <a href="/corrections">All corrections</a>
      </p>
    </section>
  )
}
