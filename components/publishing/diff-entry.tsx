import type { ReactNode } from 'react'
import type { EntryStep, FieldStep } from '@/publishing/diff/diff-pages'
import type { Piece } from '@/publishing/diff/word-diff'

type Entry = Exclude<EntryStep, { how: 'same' }>

const HOW = { changed: 'Changed', new: 'New', gone: 'Taken out' } as const

/** One thing that differs, with what of it: read aloud, words that went and came are said to have done so. */
export function DiffEntry({ step }: { step: Entry }) {
  return (
    <article data-diff-entry tabIndex={-1} className="scroll-mt-4 border-s-4 border-rule-strong ps-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-semibold wrap-anywhere" dir="auto">
        {step.how === 'changed' ? step.title : step.entry.title}
        <span className="text-sm font-normal text-ink-soft">{HOW[step.how]}</span>
      </h3>
      {step.how === 'changed' ? (
        <Changed fields={step.fields} />
      ) : (
        <Whole how={step.how} entry={step.entry} />
      )}
    </article>
  )
}

function Changed({ fields }: { fields: readonly FieldStep[] }) {
  const told = fields.filter((field) => field.how !== 'same')
  const quiet = told.flatMap((field) => (isWhole(field) ? [nameOf(field)] : []))
  return (
    <dl className="mt-1 flex flex-col gap-2 text-sm">
      {told.map((field) =>
        isWhole(field) ? null : (
          <Field key={`${field.how} ${nameOf(field)}`} name={nameOf(field)}>
            {field.how === 'changed' ? (
              <Pieces pieces={field.pieces} />
            ) : (
              <Mark how={field.how}>{field.field.text}</Mark>
            )}
          </Field>
        ),
      )}
      {quiet.length > 0 && <Field name="Also changed">{quiet.join('; ')}</Field>}
    </dl>
  )
}

type Told = Exclude<FieldStep, { how: 'same' }>

const isWhole = (field: Told) => (field.how === 'changed' ? field.whole : field.field.whole === true)
const nameOf = (field: Told) => (field.how === 'changed' ? field.name : field.field.name)

function Whole({ how, entry }: Extract<Entry, { how: 'gone' | 'new' }>) {
  return (
    <dl className="mt-1 flex flex-col gap-2 text-sm">
      {entry.fields
        .filter(({ whole }) => !whole)
        .map(({ name, text }) => (
          <Field key={name} name={name}>
            <Mark how={how}>{text}</Mark>
          </Field>
        ))}
    </dl>
  )
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-4">
      <dt className="text-ink-soft">{name}</dt>
      <dd
        className="max-w-[44rem] font-serif text-base leading-relaxed break-words whitespace-pre-wrap"
        dir="auto"
      >
        {children}
      </dd>
    </div>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: made once, never reordered
    <PieceShown key={index} piece={piece} first={index === 0} last={index === pieces.length - 1} />
  ))
}

function PieceShown({ piece: { how, text }, ...ends }: { piece: Piece; first: boolean; last: boolean }) {
  return how === 'same' ? <Same text={text} {...ends} /> : <Mark how={how}>{text}</Mark>
}

/** Words that came or went: underlined or struck out as well as coloured, and said so to who listens. */
function Mark({ how, children }: { how: 'gone' | 'new'; children: string }) {
  return how === 'gone' ? (
    <del className="bg-verdict-false-wash text-verdict-false decoration-1">
      <span className="sr-only">[taken out: </span>
      {children}
      <span className="sr-only">]</span>
    </del>
  ) : (
    <ins className="ms-0.5 bg-verdict-correct-wash text-verdict-correct decoration-1 underline-offset-4">
      <span className="sr-only">[put in: </span>
      {children}
      <span className="sr-only">]</span>
    </ins>
  )
}

/** Letters of unchanged text that are shown beside a change; what is between is folded. */
const BESIDE = 160

function Same({ text, first, last }: { text: string; first: boolean; last: boolean }) {
  const head = first ? '' : text.slice(0, wordEnd(text, BESIDE))
  const tail = last ? '' : text.slice(wordStart(text, text.length - BESIDE))
  const folded = text.slice(head.length, text.length - tail.length)
  if (folded.length < BESIDE) return text
  return (
    <>
      {head}
      <span className="px-1 font-sans text-xs text-ink-soft">
        {' '}
        [… {folded.trim().split(/\s+/).length} words the same …]{' '}
      </span>
      {tail}
    </>
  )
}

/** The next place at or after `at` where a word ends, so that no word is cut. */
function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 ? text.length : space
}

function wordStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf(' ', at) + 1
}
