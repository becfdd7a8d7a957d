import { z } from 'zod'

/** What a field of a claim can hold. */
const fieldValueSchema = z.union([z.string(), z.null(), z.array(z.string())])
export type FieldValue = z.infer<typeof fieldValueSchema>

/**
 * Something typed that the server has not accepted yet. `from` is what stood there when typing began, `sent` what was
 * sent last: an answer may be lost after the server accepted it, and must not look like a colleague's change.
 */
export const fieldDraftSchema = z.object({
  from: fieldValueSchema,
  to: fieldValueSchema,
  sent: fieldValueSchema.optional(),
})
export type FieldDraft = z.infer<typeof fieldDraftSchema>

/** Equal as the server sees it: single lines are trimmed there, the order of topics says nothing. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return plain(a) === plain(b)
}

function plain(value: FieldValue | undefined): string {
  if (typeof value === 'string') return `s${value.trim()}`
  if (Array.isArray(value)) return `a${JSON.stringify([...value].sort())}`
  return value === null ? 'null' : 'none'
}

/** How a draft stands to what the server holds now. A conflict is somebody else's change of the same field. */
type Standing = 'accepted' | 'unsent' | 'conflict'

export function standing(draft: FieldDraft, current: FieldValue): Standing {
  if (sameValue(draft.to, current)) return 'accepted'
  // Nothing was typed since the server took it. With `sent` it is a text typed back, which still has to be sent.
  if (draft.sent === undefined && sameValue(draft.from, draft.to)) return 'accepted'
  if (sameValue(draft.from, current)) return 'unsent'
  return draft.sent !== undefined && sameValue(draft.sent, current) ? 'unsent' : 'conflict'
}

/** What to send: from what stands now. Only for a draft that is `unsent`. */
export function rebased(draft: FieldDraft, current: FieldValue): FieldDraft {
  return { from: current, to: draft.to, sent: draft.to }
}
