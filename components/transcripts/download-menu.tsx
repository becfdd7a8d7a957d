import { Download } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import type { ExportChoice } from '@/transcripts/exports/write-transcript'

type Props = { interviewId: string; choices: readonly ExportChoice[] }

/** The formats a transcript can be had in, under a button. The browser's own popover: it works before any script has loaded. */
export function DownloadMenu({ interviewId, choices }: Props) {
  const refusal = choices.find(({ whyNot }) => whyNot !== null)?.whyNot ?? null
  const open = choices.filter(({ whyNot }) => whyNot === null)
  return (
    <div className="mt-4">
      <button type="button" popoverTarget="download-menu" className={buttonClass()}>
        <Download aria-hidden="true" className="size-4 shrink-0" />
        Download
      </button>
      <div
        id="download-menu"
        popover="auto"
        role="dialog"
        aria-label="Download the transcript"
        className="fixed inset-0 m-auto h-fit max-h-[85dvh] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto border border-ink bg-paper text-ink shadow-lg backdrop:bg-ink/20"
      >
        <h3 className="border-b border-rule px-4 py-2.5 font-serif text-lg">Download the transcript</h3>
        <ul>
          {open.map(({ id, label, about }) => (
            <li key={id} className="border-b border-rule last:border-b-0">
              <a
                href={`/api/interviews/${interviewId}/download?format=${id}`}
                download
                className="group block px-4 py-2 hover:bg-surface"
              >
                <span className="block text-sm font-semibold text-accent group-hover:underline">{label}</span>
                <span className="block text-sm text-ink-soft">{about}</span>
              </a>
            </li>
          ))}
        </ul>
        {refusal && <p className="bg-surface px-4 py-2.5 text-sm text-ink-soft">{refusal}</p>}
      </div>
    </div>
  )
}
