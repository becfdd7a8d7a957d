import { useCallback, useRef, useState } from 'react'
import { z } from 'zod'
import { MOST_AT_ONCE, type QueueChange } from '@/claims/queue/change-schema'
import type { Look, QueueActions } from '@/claims/queue/queue-actions'
import { filterQuery, type QueueFilter } from '@/claims/queue/queue-filter'
import type { QueueAnswer, QueueCounts, QueueLine, QueuePage, SavedFilterView } from '@/claims/queue/views'
import { sayChange, sayUndone } from '@/components/claims/queue/say-change'
import { newRequestId } from '@/components/claims/request-id'
import { send } from '@/components/claims/send'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'
import type { ActionError, ActionResult } from '@/platform/action-result'

/** What may be asked for: at once, or with a question first. */
export type QueueAsk = 'mine' | 'review' | QueueQuestion
export type QueueQuestion = 'assign' | 'handBack' | 'move' | 'priority' | 'due' | 'topics'

type Given = {
  page: QueuePage
  counts: QueueCounts
  saved: readonly SavedFilterView[]
  filter: QueueFilter
  actions: QueueActions
}

const idsSchema = z.object({ ids: z.array(z.string()) })

/**
 * The queue as this browser holds it. Rows that were changed are brought up to date where they stand; what is shown is
 * chosen anew only with the next look, which is the next page that the server sends.
 */
export function useQueue({ page, counts: givenCounts, saved: givenSaved, filter, actions }: Given) {
  const [shown, setShown] = useState(page)
  const [lines, setLines] = useState<readonly QueueLine[]>(page.lines)
  const [counts, setCounts] = useState(givenCounts)
  const [saved, setSaved] = useState(givenSaved)
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const [busy, setBusy] = useState<{ count: number } | null>(null)
  const [answer, setAnswer] = useState<{ saying: string; left: QueueAnswer['result']['left'] } | null>(null)
  const [spoken, setSpoken] = useState('')
  const anchor = useRef<string | null>(null)
  const running = useRef(false)
  const undoable = useRef<string | null>(null)
  /** Takes away the message that offers to undo: only the latest change can be. */
  const offer = useRef(() => {})

  // Another page came from the server: a new look.
  if (shown !== page) {
    setShown(page)
    setLines(page.lines)
    setCounts(givenCounts)
    setSaved(givenSaved)
    setSelected(new Set())
    setAnswer(null)
    if (!page.lines.some((line) => line.id === current)) setCurrent(null)
  }

  const say = useCallback(
    (message: string) => setSpoken((last) => (last === message ? `${message}\u00a0` : message)),
    [],
  )
  const look = (): Look => ({ query: filterQuery(filter), shown: lines.map((line) => line.id) })

  function accept(fresh: Pick<QueueAnswer, 'lines' | 'counts'>) {
    const byId = new Map(fresh.lines.map((line) => [line.id, line]))
    setLines((before) => before.map((line) => byId.get(line.id) ?? line))
    setCounts(fresh.counts)
  }

  /** One act at a time; a second press while the first is under way does nothing. */
  async function once<Value>(
    count: number,
    act: () => Promise<ActionResult<Value>>,
  ): Promise<ActionResult<Value> | null> {
    if (running.current) return null
    running.current = true
    setBusy({ count })
    const result = await send(act)
    running.current = false
    setBusy(null)
    return result
  }

  /** @returns null when done, or why it was refused. */
  async function change(claimIds: readonly string[], wanted: QueueChange): Promise<ActionError | null> {
    const ask = { requestId: newRequestId(), claimIds: [...claimIds], change: wanted }
    const result = await once(claimIds.length, () => actions.changeClaims({ ask, look: look() }))
    if (result === null) return null
    if (!result.ok) {
      say(result.error.message)
      return result.error
    }
    accept(result.value)
    const { changeId, changed, left } = result.value.result
    const saying = sayChange(wanted, result.value.result)
    const only = claimIds.length === 1 ? left[0] : undefined
    undoable.current = changed > 0 ? changeId : undoable.current
    setAnswer(left.length > 0 && !only ? { saying, left } : null)
    if (only) toastRefused(only.reason)
    else if (changed > 0) {
      offer.current()
      offer.current = toastDone(saying, { undo: () => void undo() })
    }
    say(only ? only.reason : saying)
    return null
  }

  async function undo(): Promise<void> {
    const changeId = undoable.current
    if (changeId === null) return say('There is nothing to take back.')
    const ask = { requestId: newRequestId(), changeId }
    const result = await once(1, () => actions.undoChange({ ask, look: look() }))
    if (result === null) return
    if (!result.ok) {
      toastRefused(result.error.message)
      return say(result.error.message)
    }
    undoable.current = null
    offer.current()
    accept(result.value)
    const saying = sayUndone(result.value.result)
    const { left } = result.value.result
    setAnswer(left.length > 0 ? { saying, left } : null)
    toastDone(saying)
    say(saying)
  }

  function select(id: string, range: boolean) {
    const order = lines.map((line) => line.id)
    const from = anchor.current === null ? -1 : order.indexOf(anchor.current)
    const to = order.indexOf(id)
    const next = new Set(selected)
    if (range && from >= 0)
      for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one)
    else if (next.has(id)) next.delete(id)
    else next.add(id)
    anchor.current = id
    setSelected(next)
    say(next.size === 1 ? '1 claim selected.' : `${next.size} claims selected.`)
  }

  function selectOnly(ids: readonly string[]) {
    anchor.current = null
    setSelected(new Set(ids))
    say(ids.length === 0 ? 'No claim selected.' : `${ids.length} claims selected.`)
  }

  /** All that the filter holds, as many as one change may take. */
  async function selectAll(): Promise<void> {
    const response = await fetch(`/desk/claims/matching?${filterQuery(filter)}`).catch(() => null)
    const found = response?.ok ? idsSchema.safeParse(await response.json()).data : undefined
    if (found) selectOnly(found.ids.slice(0, MOST_AT_ONCE))
    else toastRefused('The server could not be reached. Nothing more was selected.')
  }

  return {
    lines,
    counts,
    saved,
    selected,
    current,
    busy,
    answer,
    spoken,
    setCurrent,
    setAnswer,
    setSaved,
    setCounts,
    change,
    undo,
    select,
    selectOnly,
    selectAll,
    look,
    say,
  }
}

export type QueueState = ReturnType<typeof useQueue>
