'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CastMember } from '@/components/transcripts/load-draft'
import { Button } from '@/components/ui/button'
import type { PreviewTurn } from '@/transcripts/preview-schema'
import { formatTimestamp } from '@/transcripts/timestamp'

const STEP = 300
/** Keys 1 to 9 give turns to the first nine. */
const KEYED = 9

export type TurnRun = { first: number; last: number }

type Props = {
  turns: readonly PreviewTurn[]
  /** How many there are in the file; may be more than were sent. */
  total: number
  speakerOf: (label: string | null, turn: number) => { name: string; given: boolean }
  cast: readonly CastMember[]
  /** Gives a run to somebody by key, to nobody (empty), or back to the file's own label (null). */
  onGive: (run: TurnRun & { key: string | null }) => void
  /** The editor wants somebody who is not in the list yet. */
  onNewVoice: (run: TurnRun) => void
  language: string
}

/**
 * The turns as they will be stored, to read before storing them, and to say who speaks: a run is selected like rows of
 * a list, and one key gives it away. A few hundred at a time keep the page quick.
 */
export function LoadTurns({ turns, total, speakerOf, cast, onGive, onNewVoice, language }: Props) {
  const [shown, setShown] = useState(STEP)
  const [at, setAt] = useState<{ anchor: number; focus: number } | null>(null)
  const [extending, setExtending] = useState(false)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const visible = turns.slice(0, shown)
  const run = at && { first: Math.min(at.anchor, at.focus), last: Math.max(at.anchor, at.focus) }

  useEffect(() => {
    if (!at) return
    if (at.focus >= shown) setShown(at.focus + STEP)
    list.current?.querySelector(`#preview-turn-${at.focus}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, shown])

  function move(to: number, extend: boolean) {
    const focus = Math.max(0, Math.min(turns.length - 1, to))
    setAt((now) => ({ anchor: extend ? (now?.anchor ?? focus) : focus, focus }))
  }

  function give(key: string | null, name: string) {
    if (!run) return
    onGive({ ...run, key })
    const count = run.last - run.first + 1
    setSaid(`${count === 1 ? '1 turn' : `${count} turns`} ${name}.`)
    // On to the next one: a long interview without speakers is gone through with one key a turn.
    setExtending(false)
    move(run.last + 1, false)
  }

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key.toLowerCase() !== 'a' || event.altKey) return
      event.preventDefault()
      setAt({ anchor: 0, focus: turns.length - 1 })
      return
    }
    const focus = at?.focus ?? -1
    const to = { ArrowDown: focus + 1, ArrowUp: focus - 1, Home: 0, End: turns.length - 1 }[event.key]
    const member = /^[1-9]$/.test(event.key) ? cast[Number(event.key) - 1] : undefined
    if (to !== undefined) move(to, event.shiftKey)
    else if (member) give(member.key, `given to ${member.name}`)
    else if (event.key === '0') give('', 'without a speaker')
    else if (event.key === 'Backspace' || event.key === 'Delete') give(null, 'as the file has it')
    else if (event.key.toLowerCase() === 'n' && run) onNewVoice(run)
    else if (event.key === 'Escape' && at) setAt({ anchor: at.focus, focus: at.focus })
    else return
    event.preventDefault()
  }

  return (
    <div>
      <fieldset className="flex flex-wrap items-center gap-2 pb-3 text-sm">
        <legend className="pb-1 text-ink-soft">
          {run === null
            ? 'Choose turns below to say who speaks in them.'
            : `${run.last - run.first + 1 === 1 ? '1 turn' : `${(run.last - run.first + 1).toLocaleString('en')} turns`} chosen. Who speaks?`}
        </legend>
        {cast.slice(0, KEYED).map((member, index) => (
          <Button
            key={member.key}
            disabled={!run}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => give(member.key, `given to ${member.name}`)}
          >
            <span aria-hidden="true" className="font-normal text-ink-soft">
              {index + 1}
            </span>
            <span dir="auto">{member.name}</span>
          </Button>
        ))}
        <Button disabled={!run} aria-keyshortcuts="N" onClick={() => run && onNewVoice(run)}>
          <span aria-hidden="true" className="font-normal text-ink-soft">
            N
          </span>
          Somebody else
        </Button>
        <Button disabled={!run} aria-keyshortcuts="0" onClick={() => give('', 'without a speaker')}>
          <span aria-hidden="true" className="font-normal text-ink-soft">
            0
          </span>
          Nobody
        </Button>
        <Button variant="quiet" aria-pressed={extending} onClick={() => setExtending(!extending)}>
          {extending ? 'Choose the last turn' : 'Choose a run'}
        </Button>
      </fieldset>
      <div
        ref={list}
        role="listbox"
        aria-label="The transcript as read"
        aria-multiselectable="true"
        aria-activedescendant={at ? `preview-turn-${at.focus}` : undefined}
        tabIndex={0}
        onKeyDown={onKey}
        onFocus={() => at ?? move(0, false)}
        className="max-h-[28rem] overflow-y-auto border-y border-rule lg:max-h-[calc(100dvh-22rem)]"
      >
        {visible.map((turn, index) => {
          const { name, given } = speakerOf(turn.speaker, index)
          const isChosen = run !== null && index >= run.first && index <= run.last
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, as a listbox does
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a parsed file's turns have no other name than their place
              key={index}
              id={`preview-turn-${index}`}
              role="option"
              aria-selected={isChosen}
              tabIndex={-1}
              onClick={(event) => move(index, event.shiftKey || extending)}
              className={`border-b border-rule py-2 ps-2 pe-3 [content-visibility:auto] [contain-intrinsic-size:auto_5rem] last:border-0 ${isChosen ? 'border-s-4 border-s-accent bg-surface' : 'border-s-4 border-s-transparent'}`}
            >
              <p className="flex flex-wrap gap-x-2 text-sm">
                <span className={name ? 'font-semibold' : 'text-ink-soft'} dir="auto">
                  {name || 'No speaker'}
                </span>
                {turn.startMs !== null && (
                  <span className="text-ink-soft">{formatTimestamp(turn.startMs)}</span>
                )}
                {given && <span className="text-ink-soft">set here</span>}
              </p>
              <p dir="auto" lang={language} className="font-serif text-base leading-snug">
                {turn.text}
              </p>
            </div>
          )
        })}
      </div>
      {total > visible.length && (
        <div className="flex flex-wrap items-center gap-3 py-3 text-sm text-ink-soft">
          {visible.length.toLocaleString('en')} of {total.toLocaleString('en')} turns
          {turns.length > visible.length && (
            <Button onClick={() => setShown(shown + STEP)}>Show {STEP} more</Button>
          )}
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
