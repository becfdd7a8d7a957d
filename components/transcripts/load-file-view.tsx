import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CONTROL_CLASS } from '@/components/ui/field'

/** Lines shown at once, around the one that was asked for; files have hundreds of thousands. */
const WINDOW = 200
const BEFORE = 40
const LONGEST = 2000

type Props = {
  /** Null while the file is being read; empty where it cannot be shown as text. */
  lines: readonly string[] | null
  /** One-based line to go to; a new object goes there again. */
  wanted: { line: number } | null
  /** One-based numbers of lines that have a problem. */
  faulty: ReadonlySet<number>
}

/** The file itself, line by line, so that a problem can be looked at where it stands. */
export function LoadFileView({ lines, wanted, faulty }: Props) {
  const [first, setFirst] = useState(1)
  const [asked, setAsked] = useState(wanted)
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLOListElement>(null)

  useEffect(() => setAsked(wanted), [wanted])
  useEffect(() => {
    if (asked) setFirst(Math.max(1, asked.line - BEFORE))
  }, [asked])
  useEffect(() => {
    if (!asked || !lines || asked.line < first) return
    const item = list.current?.querySelector<HTMLElement>(`[data-line="${asked.line}"]`)
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'center' })
  }, [asked, lines, first])

  if (lines === null) return <p className="py-3 text-sm text-ink-soft">Reading the file…</p>
  if (lines.length === 0)
    return <p className="py-3 text-sm text-ink-soft">This file cannot be shown as lines of text here.</p>
  const last = Math.min(lines.length, first + WINDOW - 1)
  const goTo = (line: number) => {
    if (line >= 1) setAsked({ line: Math.min(Math.floor(line), lines.length) })
  }
  return (
    <div className="text-sm">
      {/* No form: it stands inside the form that saves. */}
      <div className="flex flex-wrap items-center gap-2 pb-2">
        <span className="text-ink-soft">
          Lines {first.toLocaleString('en')} to {last.toLocaleString('en')} of{' '}
          {lines.length.toLocaleString('en')}
        </span>
        <label className="ms-auto flex items-center gap-2">
          Go to line
          <input
            type="number"
            min={1}
            max={lines.length}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              goTo(Number(typed))
            }}
            className={`${CONTROL_CLASS} w-24`}
          />
        </label>
        <Button onClick={() => goTo(Number(typed))}>Go</Button>
      </div>
      <ol
        ref={list}
        aria-label="The file, line by line"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[28rem] overflow-auto border-y border-rule font-mono text-xs lg:max-h-[calc(100dvh-20rem)]"
      >
        {first > 1 && (
          <li className="py-2">
            <Button onClick={() => setFirst(Math.max(1, first - WINDOW))}>Earlier lines</Button>
          </li>
        )}
        {lines.slice(first - 1, last).map((text, index) => {
          const line = first + index
          const isFaulty = faulty.has(line)
          return (
            <li
              key={line}
              data-line={line}
              tabIndex={-1}
              aria-current={asked?.line === line ? 'location' : undefined}
              className={`grid grid-cols-[3.5rem_minmax(0,1fr)] gap-2 py-0.5 ${isFaulty ? 'bg-surface' : ''} ${asked?.line === line ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
            >
              <span className="text-end text-ink-soft select-none">
                {isFaulty && (
                  <>
                    <span aria-hidden="true">! </span>
                    <span className="sr-only">Has a problem. </span>
                  </>
                )}
                {line}
              </span>
              <span dir="auto" className="wrap-anywhere whitespace-pre-wrap">
                {text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}
              </span>
            </li>
          )
        })}
        {last < lines.length && (
          <li className="py-2">
            <Button onClick={() => setFirst(last + 1)}>Later lines</Button>
          </li>
        )}
      </ol>
    </div>
  )
}
