import { PART_LABELS } from '@/claims/words-of-the-trade'
import { ArticleHeader, CorrectionsBox, Picture } from '@/components/reader/article-header'
import { ChangeList, claimsOn } from '@/components/reader/change-list'
import { ClaimNote } from '@/components/reader/claim-note'
import { ClaimSteps, ReadingKeys } from '@/components/reader/claim-steps'
import { ContentsList } from '@/components/reader/contents-list'
import { Reuse } from '@/components/reader/embed/reuse'
import { Html } from '@/components/reader/html'
import { InterviewGlance } from '@/components/reader/interview-glance'
import { ListenPlayer } from '@/components/reader/listen-player'
import { liveAttributes } from '@/components/reader/open-page/live-attributes'
import { ReportLink } from '@/components/reader/report-link'
import { SummaryStrip } from '@/components/reader/summary-strip'
import { Transcript } from '@/components/reader/transcript'
import { historyPath, personPath } from '@/publishing/addresses'
import type { SaidAgain } from '@/publishing/appearances'
import { longMomentIn } from '@/publishing/days'
import { marksByTurn } from '@/publishing/segments'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** How the newsroom works, as HTML made from the settings' small Markdown. */
export type Policies = { methodologyHtml: string; correctionsHtml: string }

const NOTHING_AGAIN: SaidAgain = new Map()

/** The annotated page: everything that a publication holds, readable without scripts. */
export function InterviewPage({
  page,
  policies,
  said = NOTHING_AGAIN,
  live = false,
  origin,
}: {
  page: PageSnapshot
  policies: Policies
  said?: SaidAgain
  /** True on the public page: while open it asks what is new. */
  live?: boolean
  /** Of the site, for addresses to take along; absent where there is nothing to take along yet. */
  origin?: string
}) {
  const marked = new Set([...marksByTurn(page).values()].flat().map((mark) => mark.claim))
  const elsewhere = page.claims.filter((claim) => !marked.has(claim.number))
  return (
    <article className="interview" {...(live ? liveAttributes(page) : {})}>
      <ArticleHeader page={page} />
      <CorrectionsBox page={page} />
      <div className={page.interview.picture ? 'opening' : 'opening without-picture'}>
        {/* In the order in which they are seen: a page that arrives slowly must not push down what is being read. */}
        {page.interview.picture ? null : <Cast page={page} />}
        <Picture page={page} />
        <SummaryStrip page={page} />
        {page.interview.picture ? <Cast page={page} /> : null}
      </div>
      <ListenPlayer page={page} durationMs={durationOf(page)} />
      <InterviewGlance page={page} durationMs={durationOf(page)} />
      <ContentsList page={page} />
      <section className="transcript" aria-labelledby="transcript" lang={page.interview.language}>
        <h2 id="transcript" className="section-title" lang="en">
          Transcript
        </h2>
        {page.claims.length > 1 ? <ReadingKeys /> : null}
        <Transcript page={page} said={said} />
      </section>
      {elsewhere.length > 0 ? (
        <section className="elsewhere" aria-labelledby="elsewhere">
          <h2 id="elsewhere" className="section-title">
            Said elsewhere
          </h2>
          <p className="section-note">Claims about the same matters that were not made in the interview.</p>
          {elsewhere.map((claim) => (
            <ClaimNote key={claim.number} page={page} claim={claim} said={said.get(claim.number)} />
          ))}
        </section>
      ) : null}
      <ClaimSteps count={page.claims.length} />
      <PageFoot page={page} policies={policies} origin={origin} />
    </article>
  )
}

/** Length of the recording in ms: as stored, or else the last word's end. */
function durationOf(page: PageSnapshot): number | null {
  const ends = page.turns.findLast((turn) => turn.endMs !== null)?.endMs ?? null
  return page.interview.recording?.durationMs ?? ends
}

function Cast({ page }: { page: PageSnapshot }) {
  if (page.participants.length === 0) return null
  return (
    <ul className="cast" lang="en">
      {page.participants.map((person) => (
        <li key={`${person.name} ${person.part}`}>
          {person.slug ? <a href={personPath(person.slug)}>{person.name}</a> : <b>{person.name}</b>}
          {', '}
          {PART_LABELS[person.part].toLowerCase()}
          {person.affiliation ? ` (${person.affiliation})` : ''}
        </li>
      ))}
    </ul>
  )
}

type FootProps = { page: PageSnapshot; policies: Policies; origin: string | undefined }

function PageFoot({ page, policies, origin }: FootProps) {
  const { timeZone } = page.site
  return (
    <footer className="page-foot">
      <section id="history" aria-labelledby="history-title">
        <h2 id="history-title">Changes to this page</h2>
        {page.changes.length > 0 ? (
          <ChangeList
            changes={page.changes}
            timeZone={timeZone}
            claimHref={claimsOn(page, (number) => `#claim-${number}`)}
          />
        ) : null}
        <p>
          First published{' '}
          <time dateTime={page.firstPublishedAt}>{longMomentIn(timeZone, page.firstPublishedAt)}</time>.
          {page.number === 1 ? ' Nothing has been changed since.' : ''}
        </p>
        {page.number > 1 ? (
          <p>
            <a href={historyPath(page.interview.slug)}>Corrections, clarifications and updates apart</a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="method-title">
        <h2 id="method-title">How we check</h2>
        <Html className="prose" html={policies.methodologyHtml} />
        <p>
          <a href="/methodology">More on our methods</a>
        </p>
      </section>
      <section aria-labelledby="policy-title">
        <h2 id="policy-title">Corrections</h2>
        <Html className="prose" html={policies.correctionsHtml} />
        <p>
          <a href="/corrections">All corrections</a>
        </p>
        <p>
          <ReportLink slug={page.interview.slug} claim={null} />
        </p>
      </section>
      {origin === undefined ? null : <Reuse page={page} origin={origin} />}
    </footer>
  )
}
