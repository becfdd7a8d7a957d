// Longer than most files: the search, its places and what becomes of them are one form.
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import { touchedClaims } from '@/components/claims/correct/touched-claims'
import { useDesk } from '@/components/claims/desk-context'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox-field'
import { Dialog } from '@/components/ui/dialog.island'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import type { Find } from '@/transcripts/correction-schema'
import { countFound, type FoundIn, findInTurns } from '@/transcripts/find-in-turns'

/** So many places are listed at first; a common word stands in a long interview thousands of times. */
const LISTED = 100
const AROUND = 36
/** What one step may weigh on its way, in bytes; the server takes a little more. */
const HEAVIEST = 950_000

/** Finds a text in the whole transcript and replaces the places that were not taken out, as one step. */
export function ReplaceDialog() {
  const { correct } = useDesk()
  const open = correct.dialog?.kind === 'replace'
  return (
    <Dialog title="Find and replace" open={open} onOpenChange={() => correct.ask(null)}>
      {open && <ReplaceForm />}
    </Dialog>
  )
}

function ReplaceForm() {
  const { correct, transcript, claims } = useDesk()
  const [find, setFind] = useState<Find>({ find: '', matchCase: false, wholeWords: true })
  const [replacement, setReplacement] = useState('')
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [listed, setListed] = useState(LISTED)
  const { run, busy, error, setError } = useSend()
  const words = transcript?.page.words
  const sought = useDeferredValue(find)
  // biome-ignore lint/correctness/useExhaustiveDependencies: turns that changed are searched anew
  const found = useMemo(
    () => (words && sought.find !== '' ? findInTurns(words.turns, sought) : []),
    [words, sought, correct.turnsMoment],
  )
  const chosen = useMemo(() => without(found, out), [found, out])
  const [count, all] = [countFound(chosen), countFound(found)]
  const touched = words ? touchedClaims(words, claims, chosen) : []
  const unsaved = chosen.filter(({ turnId }) => correct.corrections.standing(turnId) !== 'accepted')

  function change(next: Partial<Find>) {
    setFind({ ...find, ...next })
    setOut(new Set())
    setListed(LISTED)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!words || count === 0 || unsaved.length > 0) return
    const places = chosen.map((place) => ({
      ...place,
      seen: words.turns[words.indexOf(place.turnId)]?.text ?? '',
    }))
    if (new Blob([JSON.stringify(places)]).size > HEAVIEST) {
      const message = 'That is more than one step can hold. Look for something rarer, or take places out.'
      return setError({ kind: 'too-large', message, fields: {} })
    }
    const step = { ...sought, kind: 'replace', replacement, places } as const
    if (await run(() => correct.corrections.step(step))) correct.ask(null)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <TextField
        label="Find"
        name="find"
        value={find.find}
        error={error?.fields['step.find']}
        autoComplete="off"
        dir="auto"
        onChange={(event) => change({ find: event.target.value })}
      />
      <div className="flex flex-wrap gap-x-6">
        <CheckboxField
          label="Whole words only"
          name="whole-words"
          checked={find.wholeWords}
          onChange={(event) => change({ wholeWords: event.target.checked })}
        />
        <CheckboxField
          label="Capitals matter"
          name="match-case"
          checked={find.matchCase}
          onChange={(event) => change({ matchCase: event.target.checked })}
        />
      </div>
      <TextField
        label="Replace with"
        name="replacement"
        value={replacement}
        error={error?.fields['step.replacement']}
        autoComplete="off"
        dir="auto"
        onChange={(event) => setReplacement(event.target.value)}
      />
      <p role="status" className="text-sm font-semibold">
        {find.find === ''
          ? 'Nothing is sought yet.'
          : `${places(all)} found${out.size > 0 ? `, ${out.size} taken out` : ''}.`}
      </p>
      {all > 0 && (
        <PlaceList
          found={found}
          out={out}
          listed={listed}
          replacement={replacement}
          onToggle={(key) => setOut(toggled(out, key))}
          onMore={() => setListed(listed + 5 * LISTED)}
        />
      )}
      {touched.length > 0 && (
        <Notice
          tone="warning"
          title={`${touched.length === 1 ? 'One claim quotes' : `${touched.length} claims quote`} these words`}
        >
          Claim {touched.map(({ number }) => number).join(', ')} will wait for its words to be chosen anew,
          unless they can follow.
        </Notice>
      )}
      {unsaved.length > 0 && (
        <Notice tone="warning">
          Words that you typed into one of these turns are not saved yet. Save them first.
        </Notice>
      )}
      <FormError message={error?.message} />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        busy={busy}
        disabled={count === 0 || unsaved.length > 0}
      >
        {count === 0 ? 'Replace' : `Replace ${places(count)}`}
      </Button>
    </form>
  )
}

function PlaceList({
  found,
  out,
  listed,
  replacement,
  onToggle,
  onMore,
}: {
  found: readonly FoundIn[]
  out: ReadonlySet<string>
  listed: number
  replacement: string
  onToggle: (key: string) => void
  onMore: () => void
}) {
  const { transcript } = useDesk()
  const words = transcript?.page.words
  const all = found.flatMap(({ turnId, ranges }) => {
    const turn = words?.turns[words.indexOf(turnId)]
    return turn ? ranges.map((range) => ({ turn, range, key: keyOf(turnId, range) })) : []
  })
  return (
    // Reachable by keyboard where it scrolls: its check boxes are.
    <ul className="max-h-[38dvh] overflow-y-auto border border-rule text-sm">
      {all.slice(0, listed).map(({ turn, range: [start, end], key }) => (
        <li key={key} className="border-b border-rule last:border-0">
          <label className="flex min-h-9 items-start gap-3 px-2 py-1.5 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0"
              checked={!out.has(key)}
              onChange={() => onToggle(key)}
            />
            <span className={`min-w-0 flex-1 ${out.has(key) ? 'text-ink-soft' : ''}`}>
              {turn.speaker && <span className="block font-semibold">{turn.speaker}</span>}
              <span dir="auto" className="block">
                {start > AROUND && '…'}
                {turn.text.slice(Math.max(0, start - AROUND), start)}
                {out.has(key) ? (
                  <b>{turn.text.slice(start, end)}</b>
                ) : (
                  <>
                    <del className="decoration-danger decoration-2">{turn.text.slice(start, end)}</del>
                    {replacement && (
                      <ins className="ms-1 font-semibold decoration-ok decoration-2">{replacement}</ins>
                    )}
                  </>
                )}
                {turn.text.slice(end, end + AROUND)}
                {end + AROUND < turn.text.length && '…'}
              </span>
            </span>
          </label>
        </li>
      ))}
      {all.length > listed && (
        <li className="p-2">
          <Button onClick={onMore}>Show more of {places(all.length)}</Button>
        </li>
      )}
    </ul>
  )
}

function keyOf(turnId: string, [start]: readonly [number, number]): string {
  return `${turnId}:${start}`
}

function toggled(out: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(out)
  if (!next.delete(key)) next.add(key)
  return next
}

function without(found: readonly FoundIn[], out: ReadonlySet<string>): FoundIn[] {
  return found.flatMap(({ turnId, ranges }) => {
    const kept = ranges.filter((range) => !out.has(keyOf(turnId, range)))
    return kept.length > 0 ? [{ turnId, ranges: kept }] : []
  })
}

function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`
}
