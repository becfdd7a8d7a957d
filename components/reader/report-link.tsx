import { reportPath } from '@/publishing/addresses'

/** Leads to the form for reports; `report-dialog.ts` opens it over the page where scripts run. */
export function ReportLink({ slug, claim }: { slug: string; claim: number | null }) {
  return (
    <a href={reportPath(slug, claim)} rel="nofollow" data-report="">
      {claim === null ? 'Report an error on this page' : 'Report an error'}
    </a>
  )
}
