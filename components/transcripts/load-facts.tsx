import type { Preview } from '@/transcripts/preview-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

const TIMES: Record<Preview['counts']['times'], string> = {
  measured: 'For each word',
  spread: 'For each line; words share its time',
  none: 'None: claims will have no seconds until you set them',
}

type Props = {
  preview: Pick<Preview, 'format' | 'encoding' | 'counts'>
  formats: readonly { id: string; label: string }[]
  busy: boolean
  onFormat: (format: string) => void
}

/** What was read, in figures, and the format with a way to say that it is another. */
export function LoadFacts({ preview, formats, busy, onFormat }: Props) {
  const { counts } = preview
  // No text at all: there is neither a format to choose nor anything to count.
  if (preview.encoding === null) return null
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-b border-rule pb-4 text-sm sm:grid-cols-3 lg:grid-cols-6">
      <Fact term="Format" wide>
        <label>
          <span className="sr-only">Read the file as</span>
          <select
            name="format"
            value={preview.format ?? ''}
            disabled={busy}
            onChange={(event) => onFormat(event.target.value)}
            className="min-h-8 max-w-full rounded-xs border border-rule-strong bg-paper px-1 py-0.5 font-semibold pointer-coarse:min-h-11"
          >
            {preview.format === null && <option value="">Not recognised: choose</option>}
            {formats.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </Fact>
      {counts.turns > 0 && <Counts counts={counts} />}
      {preview.encoding !== 'utf-8' && <Fact term="Encoding">{preview.encoding.toUpperCase()}</Fact>}
    </dl>
  )
}

function Counts({ counts }: Pick<Preview, 'counts'>) {
  return (
    <>
      <Fact term="Words">{counts.words.toLocaleString('en')}</Fact>
      <Fact term="Turns">{counts.turns.toLocaleString('en')}</Fact>
      <Fact term="Length">
        {counts.durationMs === null ? 'Not known' : formatTimestamp(counts.durationMs)}
      </Fact>
      <Fact term="Times">{TIMES[counts.times]}</Fact>
    </>
  )
}

function Fact({ term, wide = false, children }: { term: string; wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={wide ? 'col-span-2' : ''}>
      <dt className="kicker">{term}</dt>
      <dd className="mt-0.5 font-semibold">{children}</dd>
    </div>
  )
}
