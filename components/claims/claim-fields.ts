import { claimFieldsSchema } from '@/claims/schema'
import type { ClaimView } from '@/claims/views'
import type { FieldValue } from '@/components/claims/field-draft'

/** The fields of a claim that save by themselves. */
export const FIELD_NAMES = claimFieldsSchema.keyof().options
export type FieldName = (typeof FIELD_NAMES)[number]

/** What the server's claim holds in a field. */
export function heldIn(claim: ClaimView, field: FieldName): FieldValue {
  return field === 'assigneeId' ? (claim.assignee?.id ?? null) : claim[field]
}

/** The server names paths such as `changes.explanation.to`; a field is wherever its name stands. */
export function fieldMessages(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [
      FIELD_NAMES.find((name) => path.split('.').includes(name)) ?? path,
      message,
    ]),
  )
}
