import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { idParam } from '@/app/_boundary/id-param'
import { pageActor } from '@/app/_boundary/page'
import { deskView } from '@/claims/queries'
import { orderClaims } from '@/components/claims/claim-order'
import { Workspace } from '@/components/claims/workspace.island'
import { WorkspaceTranscript } from '@/components/transcripts/workspace-transcript'
import { buttonClass } from '@/components/ui/button'
import { interviewHead, turnPositions } from '@/transcripts/queries'
import * as deskActions from './actions'

type Props = { params: Promise<{ id: string }> }

async function headOf(params: Props['params']) {
  return (await interviewHead(idParam((await params).id))) ?? notFound()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageActor()
  return { title: (await headOf(params)).title }
}

/** The workspace of one interview: transcript and claims. */
export default async function InterviewWorkspacePage({ params }: Props) {
  const actor = await pageActor()
  const head = await headOf(params)
  const view = await deskView(actor, head.id)
  const places = await turnPositions(
    view.claims.flatMap(({ anchor }) => (anchor ? [anchor.firstTurnId] : [])),
  )
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
        view={{ ...view, claims: orderClaims(view.claims, (id) => places.get(id) ?? -1) }}
        memberId={actor.id}
        actions={{ ...deskActions }}
        recording={
          head.recordingUrl && head.recording ? { url: head.recordingUrl, ...head.recording } : null
        }
        embed={head.recording?.embed ?? null}
      >
        <WorkspaceTranscript interviewId={head.id} language={head.language} direction={head.direction} />
      </Workspace>
    </div>
  )
}
