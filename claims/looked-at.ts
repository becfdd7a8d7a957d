import { z } from 'zod'
import type { ClaimView } from '@/claims/views'
import { CHALLENGE_LABELS, STANCE_LABELS, STATUS_LABELS } from '@/claims/words-of-the-trade'

/** What a claim said when a member last looked, and what of it is different now. Pure; ADR 21. */

const item = z.object({ id: z.string(), text: z.string() })

export const seenSchema = z.object({
  status: z.string(),
  quote: z.string(),
  claimReviewed: z.string(),
  verdictKey: z.string(),
  explanation: z.string(),
  challenge: z.string(),
  topics: z.string(),
  evidence: z.array(item),
  replies: z.array(item),
})
export type Seen = z.infer<typeof seenSchema>

/** A text that differs, or something that came, went or was rewritten. Both sides as they read. */
export type ClaimChange = {
  field: keyof Seen
  kind: 'text' | 'added' | 'removed'
  before: string
  after: string
}

/** What changed since a look, and who did it. */
export type ChangesView = { at: string; by: string[]; changes: ClaimChange[] }

/** What readers would get of a claim, with where it stands, as texts that can be compared. */
export function seenOf(claim: ClaimView): Seen {
  return {
    status: STATUS_LABELS[claim.status],
    quote: claim.quote,
    claimReviewed: claim.claimReviewed,
    verdictKey: claim.verdictKey ?? '',
    explanation: claim.explanation,
    challenge: CHALLENGE_LABELS[claim.challenge],
    topics: claim.topics.join(', '),
    evidence: claim.evidence.map(({ id, stance, title, publisher, url, quote, expert }) => ({
      id,
      text: joined([
        title,
        expert ? joined([expert.name, expert.affiliation], ', ') : '',
        publisher,
        STANCE_LABELS[stance],
        url,
        quote && `“${quote}”`,
      ]),
    })),
    replies: claim.replies.map(({ id, asked, outcome, answer }) => ({
      id,
      text: joined([asked, outcome, answer && `“${answer}”`]),
    })),
  }
}

const joined = (parts: readonly string[], by = ' · ') => parts.filter((part) => part !== '').join(by)

const TEXTS = ['quote', 'claimReviewed', 'verdictKey', 'explanation', 'challenge', 'topics'] as const
const LISTS = ['evidence', 'replies'] as const

/** What differs in the fields that others touched; where the claim stands always counts. */
export function changesBetween(before: Seen, now: Seen, touched: ReadonlySet<string>): ClaimChange[] {
  const changes: ClaimChange[] = []
  const text = (field: 'status' | (typeof TEXTS)[number]) => {
    if (before[field] !== now[field])
      changes.push({ field, kind: 'text', before: before[field], after: now[field] })
  }
  text('status')
  for (const field of TEXTS) if (touched.has(field)) text(field)
  for (const field of LISTS) {
    if (!touched.has(field)) continue
    for (const was of before[field]) {
      const is = now[field].find(({ id }) => id === was.id)
      if (!is) changes.push({ field, kind: 'removed', before: was.text, after: '' })
      else if (is.text !== was.text) changes.push({ field, kind: 'text', before: was.text, after: is.text })
    }
    for (const is of now[field])
      if (!before[field].some(({ id }) => id === is.id))
        changes.push({ field, kind: 'added', before: '', after: is.text })
  }
  return changes
}

/** Acts that change nothing of what a claim says; the trail's lines of them are no news. Patterns of SQL's LIKE. */
export const QUIET_ACTIONS = [
  '%repeated',
  'comment.%',
  'claim.heard',
  'claim.opinion%',
  'claim.talk-ended',
] as const

/** Which fields a line of the trail touched; an act that is not known here may have touched any. */
export function touchedBy(action: string, after: unknown): readonly string[] {
  if (action === 'claim.revised') return typeof after === 'object' && after !== null ? Object.keys(after) : []
  if (action.startsWith('evidence.')) return ['evidence']
  if (action.startsWith('reply.')) return ['replies']
  if (/^claim\.(moved|approved|dropped|restored|handed-back)$/.test(action)) return []
  if (/^claim\.(reanchored|lost-its-words|found-its-words)$/.test(action)) return ['quote']
  return [...TEXTS, ...LISTS]
}
