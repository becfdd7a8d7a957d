import { useState } from 'react'
import type { QueueChange } from '@/claims/queue/change-schema'
import type { QueueAsk, QueueQuestion, QueueState } from '@/components/claims/queue/use-queue'
import { type Act, useActs } from '@/components/desk/acts/acts.island'
import { toastRefused } from '@/components/ui/toaster.island'

type Given = {
  queue: QueueState
  memberId: string
  onSearch: () => void
  onOpen: (id: string) => void
}

/** Which claims a question is about. */
export type Asked = { question: QueueQuestion; ids: readonly string[] }

/** The keys of the queue. They are about the selected claims, or about the row they stand on where none is selected. */
export function useQueueActs({ queue, memberId, onSearch, onOpen }: Given) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { lines, current, selected } = queue

  function step(by: number) {
    const at = lines.findIndex((line) => line.id === current)
    const next = lines[at < 0 ? 0 : at + by]
    if (next) focusRow(next.id)
    else queue.say(by > 0 ? 'That is the last claim of this page.' : 'That is the first claim of this page.')
  }

  /** @param id the row that was meant, where a row was; then it alone, unless it is among the selected. */
  function ask(what: QueueAsk, id: string | null = null) {
    const one = id ?? current
    const ids = selected.size > 0 && (id === null || selected.has(id)) ? [...selected] : one ? [one] : []
    if (ids.length === 0) return queue.say('Choose a claim first.')
    const atOnce: QueueChange | null =
      what === 'mine'
        ? { kind: 'assign', to: memberId }
        : what === 'review'
          ? { kind: 'move', to: 'inReview' }
          : null
    // A question shows its own refusal; what is done at once has no other place for it.
    if (atOnce) void queue.change(ids, atOnce).then((refused) => refused && toastRefused(refused.message))
    else if (what !== 'mine' && what !== 'review') setAsked({ question: what, ids })
  }

  const many = selected.size > 0
  const none = current === null && !many ? { refusal: 'Choose a claim first: J goes to the first.' } : {}
  const act = (id: string, label: string, key: string, run: () => void, more: Partial<Act> = {}): Act => ({
    id: `queue.${id}`,
    label,
    group: 'Queue',
    keys: [key],
    run,
    ...more,
  })
  useActs([
    act('next', 'Next claim', 'j', () => step(1)),
    act('previous', 'Claim before', 'k', () => step(-1)),
    act('open', 'Open the claim', 'o', () => current && onOpen(current), current ? {} : none),
    act('mine', 'Assign to me', 'm', () => ask('mine'), none),
    act('assign', 'Assign to somebody', 'a', () => ask('assign'), none),
    act('review', 'Send to review', 'r', () => ask('review'), none),
    act('handBack', 'Hand back with a reason', 'b', () => ask('handBack'), none),
    act('status', 'Change the status', 's', () => ask('move'), none),
    act('priority', 'Set the priority', 'p', () => ask('priority'), none),
    act('due', 'Set the due time', 'd', () => ask('due'), none),
    act('topics', 'Change the topics', 't', () => ask('topics'), none),
    act('select', 'Select the claim', 'x', () => current && queue.select(current, false), none),
    act('range', 'Select up to here', 'Shift+x', () => current && queue.select(current, true), none),
    act('page', 'Select all of the page', 'Shift+a', () => queue.selectOnly(lines.map(({ id }) => id))),
    act('all', 'Select all that match', 'Shift+e', () => void queue.selectAll()),
    act(
      'clear',
      'Select none',
      'Escape',
      () => queue.selectOnly([]),
      many ? {} : { refusal: 'None is selected.' },
    ),
    act('undo', 'Take the last change back', 'z', () => void queue.undo()),
    act('search', 'Search', '/', onSearch),
  ])

  return { ask, asked, close: () => setAsked(null), step }
}

/** Puts the keys on a row. */
export function focusRow(id: string): void {
  const link = document.querySelector<HTMLElement>(`[data-row-link="${CSS.escape(id)}"]`)
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
}
