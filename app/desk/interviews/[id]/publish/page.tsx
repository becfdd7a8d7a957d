import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { idParam } from '@/app/_boundary/id-param'
import { pageActor } from '@/app/_boundary/page'
import {
  createPreviewLink,
  movePlan,
  planPublication,
  publishInterview,
  publishPlanNow,
  takeDown,
  withdrawPlan,
  withdrawPreviewLink,
} from '@/app/desk/interviews/[id]/publish/actions'
import { PlanHistory } from '@/components/publishing/plan-history'
import { PlanNotice } from '@/components/publishing/plan-notice.island'
import { PreviewLinks } from '@/components/publishing/preview-links.island'
import { PublicationList } from '@/components/publishing/publication-list'
import { PublishPanel } from '@/components/publishing/publish-panel.island'
import { ReadinessList } from '@/components/publishing/readiness-list'
import { buttonClass } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { readSettings } from '@/newsroom/settings'
import { NotFound } from '@/platform/errors'
import { publishView } from '@/publishing/desk-queries'
import { planView } from '@/publishing/plan/queries'
import { previewLinks } from '@/publishing/preview-link/queries'

export const metadata: Metadata = { title: 'Publish' }

const STATES = {
  unpublished: 'Not published yet',
  published: 'On the site',
  'taken-down': 'Taken down: readers find the notice',
} as const

export default async function PublishPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor()
  const id = idParam((await params).id)
  const view = await publishView(actor, id).catch((error: unknown) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const [{ timeZone }, plan, links] = await Promise.all([
    readSettings(),
    planView(actor, id),
    previewLinks(actor, id),
  ])
  return (
    <>
      <PageHeader
        kicker={STATES[view.state]}
        title={view.title}
        actions={
          <>
            <LinkButton href={`/desk/interviews/${id}`}>Workspace</LinkButton>
            <a
              className={buttonClass()}
              href={`/desk/interviews/${id}/preview`}
              target="_blank"
              rel="noreferrer"
            >
              Preview
            </a>
            {view.state === 'published' && (
              <a className={buttonClass()} href={`/interviews/${view.slug}`} target="_blank" rel="noreferrer">
                Read the page
              </a>
            )}
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-8">
          {plan.waiting && (
            <PlanNotice
              view={plan}
              plan={plan.waiting}
              actions={{ movePlan, withdrawPlan, publishPlanNow }}
            />
          )}
          <section aria-labelledby="readiness">
            <h2 id="readiness" className="mb-3 font-serif text-2xl">
              Readiness
            </h2>
            <ReadinessList view={view} />
          </section>
          <PublishPanel view={view} plan={plan} actions={{ publishInterview, takeDown, planPublication }} />
        </div>
        <div className="flex flex-col gap-8">
          <section aria-labelledby="will-see">
            <h2 id="will-see" className="mb-3 font-serif text-2xl">
              Readers will see
            </h2>
            {view.claims.length === 0 ? (
              <p className="text-ink-soft">No claim yet. Approved claims stand here.</p>
            ) : (
              <ol className="divide-y divide-rule border-y border-rule text-sm">
                {view.claims.map((claim) => (
                  <li key={claim.number} className="py-2">
                    <span className="font-semibold">
                      {claim.number}. {claim.verdict}
                    </span>
                    <span className="block text-ink-soft">{claim.claimReviewed}</span>
                  </li>
                ))}
              </ol>
            )}
          </section>
          <section aria-labelledby="publications">
            <h2 id="publications" className="mb-3 font-serif text-2xl">
              Publications
            </h2>
            <PublicationList interviewId={id} publications={view.publications} timeZone={timeZone} />
          </section>
          <PlanHistory past={plan.past} zone={timeZone} />
          <PreviewLinks view={links} actions={{ createPreviewLink, withdrawPreviewLink }} />
        </div>
      </div>
    </>
  )
}
