import Link from 'next/link'
import { DiffEntry } from '@/components/publishing/diff-entry'
import { EmptyState } from '@/components/ui/empty-state'
import { changesIn, type EntryStep } from '@/publishing/diff/diff-pages'
import { type DiffFilter, type DiffView, pairPath } from '@/publishing/diff/diff-view'
import { SECTIONS, type SectionName } from '@/publishing/diff/flat-page'

const NAMES: Record<SectionName, { title: string; one: string; many: string }> = {
  page: { title: 'Headline and facts', one: 'part', many: 'parts' },
  media: { title: 'Picture and recording', one: 'part', many: 'parts' },
  people: { title: 'Who speaks', one: 'person', many: 'people' },
  chapters: { title: 'Chapters', one: 'chapter', many: 'chapters' },
  transcript: { title: 'Transcript', one: 'turn', many: 'turns' },
  claims: { title: 'Claims', one: 'claim', many: 'claims' },
  background: { title: 'Background notes', one: 'note', many: 'notes' },
  told: { title: 'What readers were told', one: 'note', many: 'notes' },
}

/** As many entries as are shown at once: a transcript whose every turn was mended would be a page of megabytes. */
const MOST = 200

/** What differs between two publications: one section after another, the same folded with its count. */
export function PublicationDiff({ view, filter }: { view: DiffView; filter: DiffFilter }) {
  const counts = changesIn(view.diff)
  // What readers were told only grows: an earlier publication has less of it, and takes none of it back.
  const backwards = view.after !== 'desk' && view.before !== 'desk' && view.after < view.before
  const changed = SECTIONS.filter((name) => counts[name] > 0 && !(backwards && name === 'told'))
  const total = changed.reduce((sum, name) => sum + counts[name], 0)
  const shown = filter.show ? changed.filter((name) => name === filter.show) : changed
  const path = pairPath(view.interviewId, view.before, view.after)
  if (total === 0)
    return (
      <EmptyState title="Nothing differs">
        Readers see the same in both: every word, every source, every second.
      </EmptyState>
    )
  return (
    <div className="flex flex-col gap-8">
      <nav aria-label="What differs" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Filter href={path} current={filter.show === undefined}>
          Everything ({total})
        </Filter>
        {changed.map((name) => (
          <Filter key={name} href={`${path}?show=${name}`} current={filter.show === name}>
            {NAMES[name].title} ({counts[name]})
          </Filter>
        ))}
      </nav>
      <p className="-mt-6 text-sm text-ink-soft pointer-coarse:hidden">
        <kbd>N</kbd> and <kbd>P</kbd> go from one change to the next and back.
      </p>
      {shown.map((name) => (
        <Section
          key={name}
          name={name}
          steps={view.diff[name]}
          from={filter.show ? filter.from : 0}
          moreHref={(from) => `${path}?show=${name}&from=${from}`}
        />
      ))}
      {shown.length === 0 && <p className="text-ink-soft">Nothing differs here.</p>}
    </div>
  )
}

function Filter({ href, current, children }: { href: string; current: boolean; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={`inline-flex min-h-10 items-center border-b-2 pointer-coarse:min-h-11 ${current ? 'border-ink font-semibold' : 'border-transparent text-ink-soft'}`}
    >
      {children}
    </Link>
  )
}

function Section({
  name,
  steps,
  from,
  moreHref,
}: {
  name: SectionName
  steps: readonly EntryStep[]
  from: number
  moreHref: (from: number) => string
}) {
  const { title, one, many } = NAMES[name]
  const folded = fold(steps)
  const first = nthEntry(folded, from)
  const last = nthEntry(folded, from + MOST)
  const left = folded.slice(last).filter(({ how }) => how !== 'fold').length
  return (
    <section aria-labelledby={`diff-${name}`}>
      <h2 id={`diff-${name}`} className="mb-3 border-b border-rule-strong pb-1 font-serif text-2xl">
        {title}
      </h2>
      <ol className="flex flex-col gap-4">
        {folded.slice(first, last).map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: made once, never reordered
          <li key={index}>
            {step.how === 'fold' ? (
              <p className="border-y border-dotted border-rule py-1 text-center text-sm text-ink-soft">
                {foldWords(step, one, many)}
              </p>
            ) : (
              <DiffEntry step={step} />
            )}
          </li>
        ))}
      </ol>
      {left > 0 && (
        <p className="mt-4 text-sm">
          <Link className="underline underline-offset-4" href={moreHref(from + MOST)}>
            The next {Math.min(left, MOST)} of {left} more
          </Link>
        </p>
      )}
    </section>
  )
}

type Fold = { how: 'fold'; same: number; moved: number }
type Shown = Exclude<EntryStep, { how: 'same' }> | Fold

/** Puts together what nobody needs to read: entries that are the same, and those whose seconds alone moved. */
function fold(steps: readonly EntryStep[]): Shown[] {
  const folded: Shown[] = []
  const add = (same: number, moved: number) => {
    const last = folded.at(-1)
    if (last?.how === 'fold') {
      last.same += same
      last.moved += moved
    } else folded.push({ how: 'fold', same, moved })
  }
  for (const step of steps) {
    if (step.how === 'same') add(step.count, 0)
    else if (step.how === 'changed' && step.fields.every(isQuiet)) add(0, 1)
    else folded.push(step)
  }
  return folded
}

const isQuiet = (field: Extract<EntryStep, { how: 'changed' }>['fields'][number]) =>
  field.how === 'same' ||
  (field.how === 'changed' ? field.name === 'Seconds' && field.whole : field.field.name === 'Seconds')

function foldWords({ same, moved }: Fold, one: string, many: string): string {
  const count = (number: number) => `${number} ${number === 1 ? one : many}`
  const parts = [
    same > 0 ? `${count(same)} the same` : '',
    moved > 0 ? `${count(moved)} with other seconds only` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Place of the entry, folds not counted, with which a page of entries begins. */
function nthEntry(folded: readonly Shown[], nth: number): number {
  let seen = 0
  for (const [index, { how }] of folded.entries()) {
    if (seen === nth) return index
    if (how !== 'fold') seen++
  }
  return folded.length
}
