import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idParam } from '@/app/_boundary/id-param'
import { pageActor } from '@/app/_boundary/page'
import { publishEarlier } from '@/app/desk/interviews/[id]/publish/actions'
import { ChoosePair } from '@/components/publishing/choose-pair.island'
import { DiffKeys } from '@/components/publishing/diff-keys.island'
import { PublicationDiff } from '@/components/publishing/publication-diff'
import { PublishEarlier } from '@/components/publishing/publish-earlier.island'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { NotFound } from '@/platform/errors'
import { diffView } from '@/publishing/diff/diff-queries'
import { diffFilterSchema, readPair } from '@/publishing/diff/diff-view'

type Props = {
  params: Promise<{ id: string; pair: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const pair = readPair(decodeURIComponent((await params).pair))
  return { title: pair ? `Changes from ${pair.before} to ${nameOf(pair.after)}` : 'Changes' }
}

/** Two publications side by side in words: what came, what went, and the way back to an earlier text. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const actor = await pageActor()
  const { id, pair: address } = await params
  const interviewId = idParam(id)
  const pair = readPair(decodeURIComponent(address))
  if (!pair) notFound()
  const view = await diffView(actor, interviewId, pair).catch((error: unknown) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const filter = diffFilterSchema.parse(await searchParams)
  return (
    <>
      <PageHeader
        kicker={`Changes from publication ${pair.before} to ${nameOf(pair.after)}`}
        title={view.title}
        actions={<LinkButton href={`/desk/interviews/${interviewId}/publish`}>Publish</LinkButton>}
      />
      <div className="flex flex-col gap-8">
        <ChoosePair
          key={address}
          interviewId={interviewId}
          before={view.before}
          after={view.after}
          publications={view.publications}
          timeZone={view.timeZone}
        />
        <DiffKeys />
        <PublicationDiff view={view} filter={filter} />
        {view.restore && (
          <PublishEarlier
            view={{ interviewId, revision: view.revision }}
            restore={view.restore}
            publishEarlier={publishEarlier}
          />
        )}
      </div>
    </>
  )
}

function nameOf(side: number | 'desk'): string {
  return side === 'desk' ? 'the desk' : `${side}`
}
