import { PlainPage } from '@/components/reader/plain-pages'
import { pagePath } from '@/publishing/addresses'
import type { ReportablePage } from '@/publishing/reader-report/reportable-page'
import { LONGEST_REPORT } from '@/publishing/reader-report/schema'

/** What a reader had typed, as it came; shown again where something in it has to be put right. */
export type ReportValues = { claim: string; message: string; replyTo: string }
/** Sentences by field; `form` is about no field of it. */
export type ReportFaults = Partial<Record<keyof ReportValues | 'form', string>>

const SENTENCE = 90

/** "Report an error", as a page of its own. `report-dialog.ts` shows the same form over the page where scripts run. */
export function ReportPage({
  page,
  values,
  faults = {},
}: {
  page: ReportablePage
  values: ReportValues
  faults?: ReportFaults
}) {
  const { slug, title } = page
  return (
    <PlainPage title="Report an error">
      <form className="report" method="post" action="/api/report" id="report">
        <p className="report-on">
          On <a href={pagePath(slug)}>{title}</a>
        </p>
        {faults.form ? (
          <p className="fault" role="alert">
            {faults.form}
          </p>
        ) : null}
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="publication" value={page.number} />
        <label htmlFor="report-claim">What is it about?</label>
        <select
          id="report-claim"
          name="claim"
          defaultValue={values.claim}
          {...faultOf('report-claim', faults.claim)}
        >
          <option value="">The page as a whole</option>
          {page.claims.map((claim) => (
            <option key={claim.number} value={claim.number}>
              Claim {claim.number}: {shortened(claim.claimReviewed)}
            </option>
          ))}
        </select>
        <Fault id="report-claim" fault={faults.claim} />
        <label htmlFor="report-message">What is wrong?</label>
        <textarea
          id="report-message"
          name="message"
          rows={6}
          required
          maxLength={LONGEST_REPORT}
          defaultValue={values.message}
          dir="auto"
          {...faultOf('report-message', faults.message, 'report-message-hint')}
        />
        <p className="hint" id="report-message-hint">
          If there is a source that shows it, give its address.
        </p>
        <Fault id="report-message" fault={faults.message} />
        <label htmlFor="report-replyTo">Your e-mail address, if you want an answer (not required)</label>
        <input
          id="report-replyTo"
          name="replyTo"
          type="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={values.replyTo}
          {...faultOf('report-replyTo', faults.replyTo, 'report-replyTo-hint')}
        />
        <p className="hint" id="report-replyTo-hint">
          Only the newsroom sees what you send. It is not published.
        </p>
        <Fault id="report-replyTo" fault={faults.replyTo} />
        {/* What fills in every field it finds is no reader. */}
        <p className="left-empty" aria-hidden="true">
          <label htmlFor="report-website">Leave this empty</label>
          <input id="report-website" name="website" tabIndex={-1} autoComplete="off" />
        </p>
        <p>
          <button type="submit" className="act">
            Send the report
          </button>
        </p>
      </form>
    </PlainPage>
  )
}

/** What stands where a report was sent from a page without scripts. */
export function ReportThanksPage({ page }: { page: Pick<ReportablePage, 'slug' | 'title'> }) {
  const { slug, title } = page
  return (
    <PlainPage title="Thank you">
      <p className="prose" id="report-thanks">
        Your report has reached the newsroom. If we find that we were wrong, we correct the page and say so on
        it.
      </p>
      <p>
        <a href={pagePath(slug)}>Back to {title}</a>
      </p>
    </PlainPage>
  )
}

function Fault({ id, fault }: { id: string; fault: string | undefined }) {
  return fault ? (
    <p className="fault" id={`${id}-fault`}>
      {fault}
    </p>
  ) : null
}

/** Ties a field to its hint and to what is wrong with it. */
function faultOf(id: string, fault: string | undefined, hint?: string) {
  const described = [hint, fault && `${id}-fault`].filter(Boolean).join(' ')
  return { 'aria-describedby': described || undefined, 'aria-invalid': fault ? true : undefined }
}

function shortened(sentence: string): string {
  return sentence.length > SENTENCE ? `${sentence.slice(0, SENTENCE - 1).trimEnd()}…` : sentence
}
