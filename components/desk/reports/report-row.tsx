import { Button } from '@/components/ui/button'
import { momentWords } from '@/platform/moment-words'
import type { ReportView } from '@/publishing/reader-report/views'

type Props = {
  report: ReportView
  closed: boolean
  timeZone: string
  onClose: (closed: boolean) => void
}

/** What one reader wrote, as plain text, with when and whom to answer. */
export function ReportRow({ report, closed, timeZone, onClose }: Props) {
  const at = momentWords(report.at, timeZone)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p
          className={`max-w-prose font-serif whitespace-pre-wrap break-words ${closed ? 'text-ink-soft' : 'text-ink'}`}
          dir="auto"
        >
          {report.message}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <time dateTime={report.at}>{at}</time>
          <span>publication {report.publication}</span>
          {report.replyTo && (
            <a
              href={`mailto:${encodeURIComponent(report.replyTo)}`}
              className="break-all text-accent underline"
            >
              {report.replyTo}
            </a>
          )}
          {closed && <span className="font-semibold">{closedBy(report, timeZone)}</span>}
        </p>
      </div>
      <Button
        data-report={report.id}
        aria-label={`${closed ? 'Open again' : 'Close'}: report of ${at}`}
        onClick={() => onClose(!closed)}
      >
        {closed ? 'Open again' : 'Close'}
      </Button>
    </li>
  )
}

function closedBy({ closed }: ReportView, timeZone: string): string {
  return closed ? `Closed by ${closed.by}, ${momentWords(closed.at, timeZone)}` : 'Closed'
}
