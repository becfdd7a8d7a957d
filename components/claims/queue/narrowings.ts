import { DUE_LABELS, type QueueFilter, UNDONE } from '@/claims/queue/queue-filter'
import type { QueueChoices } from '@/claims/queue/views'
import { CHALLENGE_LABELS, PRIORITY_LABELS, STATUS_LABELS, type Status } from '@/claims/words-of-the-trade'

/** One choice that narrows the queue, and the filter without it. */
export type Narrowing = { key: string; label: string; without: QueueFilter }

const GONE = 'one that is gone'

/** The choices of a filter in words, each with the way to loosen it. */
export function narrowingsOf(filter: QueueFilter, choices: QueueChoices): Narrowing[] {
  const found: Narrowing[] = []
  const put = (key: keyof QueueFilter, label: string | null | false, empty: Partial<QueueFilter>) => {
    if (label) found.push({ key, label, without: { ...filter, ...empty } })
  }
  put('text', filter.text && `Holds “${filter.text}”`, { text: '' })
  put('statuses', statusNames(filter.statuses), { statuses: [] })
  put('assignee', filter.assignee && `Assigned to ${assigneeName(filter.assignee, choices)}`, {
    assignee: null,
  })
  put(
    'priorities',
    filter.priorities.length > 0 &&
      `Priority ${filter.priorities.map((one) => PRIORITY_LABELS[one].toLowerCase()).join(' or ')}`,
    { priorities: [] },
  )
  put('due', filter.due && DUE_LABELS[filter.due], { due: null })
  put('interviewId', filter.interviewId && `In “${titleOf(filter.interviewId, choices)}”`, {
    interviewId: null,
  })
  put('verdict', filter.verdict && verdictLabel(filter.verdict, choices), { verdict: null })
  put('topic', filter.topic && `Topic ${topicName(filter.topic, choices)}`, { topic: null })
  put('challenge', filter.challenge && CHALLENGE_LABELS[filter.challenge], { challenge: null })
  put('handedBack', filter.handedBack && 'Handed back', { handedBack: false })
  put('needsAnchor', filter.needsAnchor && 'Waits for its words', { needsAnchor: false })
  put('unseen', filter.unseen && 'Waits for my look', { unseen: false })
  return found
}

function statusNames(statuses: readonly Status[]): string {
  if (statuses.length === UNDONE.length && UNDONE.every((one) => statuses.includes(one)))
    return 'Neither approved nor dropped'
  return statuses.map((one) => STATUS_LABELS[one]).join(' or ')
}

function assigneeName(assignee: string, { members }: QueueChoices): string {
  if (assignee === 'me' || assignee === 'nobody') return assignee
  return members.find((one) => one.id === assignee)?.name ?? 'a former member'
}

function titleOf(id: string, { interviews }: QueueChoices): string {
  return interviews.find((one) => one.id === id)?.title ?? GONE
}

function verdictLabel(key: string, { verdicts }: QueueChoices): string {
  if (key === 'none') return 'No verdict yet'
  return `Verdict ${verdicts.find((one) => one.key === key)?.label ?? GONE}`
}

function topicName(slug: string, { topics }: QueueChoices): string {
  return topics.find((one) => one.slug === slug)?.name ?? GONE
}
