import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { idParam } from '@/app/_boundary/id-param'
import { pageActor } from '@/app/_boundary/page'
import { deskView } from '@/claims/queries'
import type { DeskView } from '@/claims/views'
import { orderClaims } from '@/components/claims/claim-order'
import { Workspace } from '@/components/claims/workspace.island'
import { WorkspaceTranscript } from '@/components/transcripts/workspace-transcript'
import { buttonClass } from '@/components/ui/button'
import type { Actor } from '@/newsroom/roles'
import { NotFound } from '@/platform/errors'
import { interviewHead, turnPositions } from '@/transcripts/queries'
import * as deskActions from './actions'

type Props = { params: Promise<{ id: string }> }

/** Read once for the title and the page. */
const headOf = cache(async (id: string) => (await interviewHead(id)) ?? notFound())

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageActor()
  return { title: (await headOf(idParam((await params).id))).title }
}

/** The workspace of one interview: transcript and claims. */
export default async function InterviewWorkspacePage({ params }: Props) {
  const actor = await pageActor()
  const id = idParam((await params).id)
  const [head, view] = await Promise.all([headOf(id), deskOf(actor, id)])
  return (
    <div className="-mx-4 -my-6 sm:-mx-6 sm:-my-8">
      <header className="flex flex-wrap items-baseline gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
        <h1 className="font-serif text-2xl leading-tight" dir="auto">
          {head.title}
        </h1>
        <nav aria-label="This interview" className="ms-auto flex flex-wrap items-center gap-2">
          <Link className={buttonClass('quiet')} href={`/desk/interviews/${head.id}/details`}>
            Details
          </Link>
          {/* The reader's page as it would be: a document of its own, not a part of the desk. */}
          <a className={buttonClass('quiet')} href={`/desk/interviews/${head.id}/preview`}>
            Preview
          </a>
          <Link className={buttonClass()} href={`/desk/interviews/${head.id}/publish`}>
            Publish
          </Link>
        </nav>
      </header>
      <Workspace
        view={view}
        memberId={actor.id}
        actions={{ ...deskActions }}
        recording={head.recordingUrl && head.recording ? { url: head.recordingUrl, ...head.recording } : null}
        embed={head.recording?.embed ?? null}
      >
        <WorkspaceTranscript interviewId={head.id} language={head.language} direction={head.direction} />
      </Workspace>
    </div>
  )
}

/** The claims in the order of their words. */
async function deskOf(actor: Actor, interviewId: string): Promise<DeskView> {
  try {
    const view = await deskView(actor, interviewId)
    const turns = view.claims.flatMap(({ anchor }) => (anchor ? [anchor.firstTurnId] : []))
    const places = turns.length > 0 ? await turnPositions(turns) : new Map<string, number>()
    return { ...view, claims: orderClaims(view.claims, (turnId) => places.get(turnId) ?? -1) }
  } catch (thrown) {
    if (thrown instanceof NotFound) notFound()
    throw thrown
  }
}
