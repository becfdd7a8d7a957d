import { EmbedOffer } from '@/components/reader/embed/embed-offer'
import { annotationsPath, claimTablePath, claimTrackPath, transcriptTextPath } from '@/publishing/addresses'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** How others take this page along: as a frame, and as data. */
export function Reuse({ page, origin }: { page: PageSnapshot; origin: string }) {
  const { slug, title } = page.interview
  const forms = [
    [claimTablePath(slug), 'Claims as a table (CSV)'],
    [annotationsPath(slug), 'Claims as Web Annotations (JSON-LD)'],
    [claimTrackPath(slug), 'Claims as a track for players (WebVTT)'],
    [transcriptTextPath(slug), 'Transcript as plain text'],
  ] as const
  return (
    <section aria-labelledby="reuse-title">
      <h2 id="reuse-title">Take this along</h2>
      <EmbedOffer what={{ slug, number: null, title }} origin={origin} title="Embed this interview" />
      <ul className="data-forms">
        {forms.map(([path, label]) => (
          <li key={path}>
            <a href={path}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
