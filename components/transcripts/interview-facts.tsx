import { formatTimestamp } from '@/transcripts/timestamp'
import type { InterviewHead } from '@/transcripts/views'

/** Where the transcript came from and how long it is. */
export function InterviewFacts({ head: { transcript } }: { head: InterviewHead }) {
  if (!transcript) return <p className="text-sm text-ink-soft">No transcript has been loaded.</p>
  const loaded = new Date(transcript.loadedAt).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const facts = [
    ['File', transcript.fileName],
    ['Words', transcript.wordCount.toLocaleString('en')],
    ['Length', transcript.durationMs === null ? 'Untimed' : formatTimestamp(transcript.durationMs)],
    ['Loaded', transcript.loadedBy ? `${loaded}, by ${transcript.loadedBy}` : loaded],
  ]
  return (
    <dl className="border-t border-rule text-sm">
      {facts.map(([term, value]) => (
        <div key={term} className="flex gap-3 border-b border-rule py-1.5">
          <dt className="w-20 shrink-0 text-ink-soft">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
