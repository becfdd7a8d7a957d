import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { PublishView } from '@/publishing/views'

/** What stands between the draft and its page: what must be mended, what an editor should know. */
export function ReadinessList({ view }: { view: Pick<PublishView, 'items' | 'interviewId'> }) {
  const blockers = view.items.filter((item) => item.level === 'blocker')
  const warnings = view.items.filter((item) => item.level === 'warning')
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 font-semibold">
        {blockers.length === 0 ? (
          <>
            <CircleCheck aria-hidden="true" className="size-5 text-ok" /> Ready to publish
          </>
        ) : (
          <>
            <CircleAlert aria-hidden="true" className="size-5 text-danger" />
            {blockers.length === 1
              ? 'One thing stands in the way'
              : `${blockers.length} things stand in the way`}
          </>
        )}
      </p>
      <Items items={blockers} interviewId={view.interviewId} />
      {warnings.length > 0 && (
        <div>
          <h3 className="kicker mb-2">Know before you publish</h3>
          <Items items={warnings} interviewId={view.interviewId} />
        </div>
      )}
    </div>
  )
}

function Items({ items, interviewId }: { items: PublishView['items']; interviewId: string }) {
  if (items.length === 0) return null
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {items.map((item) => (
        <li key={item.message} className="flex items-start gap-2.5 py-2 text-sm">
          {item.level === 'blocker' ? (
            <CircleAlert aria-label="Must be mended:" className="mt-0.5 size-4 shrink-0 text-danger" />
          ) : (
            <TriangleAlert
              aria-label="Mind:"
              className="mt-0.5 size-4 shrink-0 text-verdict-unsubstantiated"
            />
          )}
          <span className="min-w-0 flex-1">{item.message}</span>
          {item.claimNumber !== null && (
            <Link
              className="shrink-0 underline underline-offset-4"
              href={`/desk/interviews/${interviewId}#claim-${item.claimNumber}`}
            >
              Open claim {item.claimNumber}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
