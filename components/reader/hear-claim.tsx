import { recordingPath } from '@/publishing/addresses'
import type { PageSnapshot, SnapshotClaim } from '@/publishing/snapshot-schema'

/**
 * "Listen to the claim": its seconds and no more. Without scripts the link opens the browser's own player at them (a media
 * fragment, https://www.w3.org/TR/media-frags/); with them the page's player stays where it is.
 */
export function HearClaim({ page, claim }: { page: PageSnapshot; claim: SnapshotClaim }) {
  const { recording, slug } = page.interview
  const { place, startMs, endMs } = claim
  const source = recording?.fileHash ? recordingPath(slug) : recording?.url
  if (!source || !place || startMs === null || endMs === null) return null
  return (
    <a
      className="hear"
      href={`${source}#t=${(startMs / 1000).toFixed(1)},${(endMs / 1000).toFixed(1)}`}
      data-from={startMs}
      data-to={endMs}
    >
      Listen to the claim
    </a>
  )
}
