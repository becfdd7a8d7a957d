import Link from 'next/link'
import type { ReactNode } from 'react'
import { PUBLICATION_KINDS } from '@/components/publishing/publication-kinds'
import { EmptyState } from '@/components/ui/empty-state'
import { pairPath } from '@/publishing/diff/diff-view'
import type { PublishView } from '@/publishing/views'

/** Every publication of an interview, newest first; none of them can be changed, each can be compared and put back. */
export function PublicationList({
  interviewId,
  publications,
  timeZone,
}: {
  interviewId: string
  publications: PublishView['publications']
  timeZone: string
}) {
  if (publications.length === 0)
    return (
      <EmptyState title="Nothing published yet">
        Each publication will stand here with its number, for good.
      </EmptyState>
    )
  const pages = publications.filter(({ kind }) => kind !== 'takedown')
  const newest = pages[0]?.number ?? 1
  const stands = publications[0]?.kind !== 'takedown'
  const before = (number: number) => pages.find((page) => page.number < number)?.number
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <>
      {pages.length > 0 && (
        <p className="mb-2 text-sm">
          <Compare href={pairPath(interviewId, newest, 'desk')}>
            Compare publication {newest} with what is at the desk now
          </Compare>
        </p>
      )}
      <ol className="divide-y divide-rule border-y border-rule text-sm">
        {publications.map((publication) => (
          <li key={publication.number} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <span className="w-8 text-ink-soft tabular-nums">{publication.number}</span>
            <span className="font-semibold">{PUBLICATION_KINDS[publication.kind] ?? publication.kind}</span>
            <span className="text-ink-soft">
              <time dateTime={publication.at}>{format.format(new Date(publication.at))}</time>,{' '}
              {publication.by}
            </span>
            {publication.kind !== 'takedown' && (
              <span className="flex basis-full gap-x-4 ps-11">
                {before(publication.number) !== undefined && (
                  <Compare href={pairPath(interviewId, before(publication.number) ?? 1, publication.number)}>
                    Compare with {before(publication.number)}
                  </Compare>
                )}
                {!(stands && publication.number === newest) && (
                  <Compare href={`${pairPath(interviewId, newest, publication.number)}#again`}>
                    Publish {publication.number} again
                  </Compare>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Compare({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      className="inline-flex items-center underline underline-offset-4 pointer-coarse:min-h-11"
      href={href}
    >
      {children}
    </Link>
  )
}
