import type { ReplacementPreview } from '@/claims/replacement-schema'

/** How much of the transcript changes, in words, and where their times come from. */
export function ReplaceWords({ words }: Pick<ReplacementPreview, 'words'>) {
  const figures: [term: string, value: number, what: string][] = [
    ['Same', words.same, 'capitals and punctuation aside'],
    ['Changed', words.changed, 'misheard or written otherwise'],
    ['New', words.added, 'not in the transcript so far'],
    ['Gone', words.gone, 'not in the file'],
  ]
  return (
    <section aria-labelledby="replace-words">
      <h3 id="replace-words" className="mb-3 font-serif text-xl">
        Words
      </h3>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-y border-rule py-3 text-sm sm:grid-cols-4">
        {figures.map(([term, value, what]) => (
          <div key={term}>
            <dt className="kicker">{term}</dt>
            <dd className="mt-0.5 text-lg font-semibold tabular-nums">{value.toLocaleString('en')}</dd>
            <dd className="text-ink-soft">{what}</dd>
          </div>
        ))}
      </dl>
      <p className="pt-2 text-sm text-ink-soft">{timesIn(words)}</p>
    </section>
  )
}

function timesIn({ new: all, measured, estimated, untimed }: ReplacementPreview['words']): string {
  if (untimed === all) return 'None of the words gets a time: neither transcript has any.'
  const parts = [
    `${share(measured, all)} of the words keep a measured time`,
    estimated > 0 ? `${share(estimated, all)} get an estimated one` : '',
    untimed > 0 ? `${share(untimed, all)} get none` : '',
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function share(part: number, all: number): string {
  const percent = (part / Math.max(1, all)) * 100
  if (percent > 0 && percent < 0.1) return 'under 0.1 %'
  return `${percent > 99.9 && percent < 100 ? '99.9' : Number(percent.toFixed(1))} %`
}
