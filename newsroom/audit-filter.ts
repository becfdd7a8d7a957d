import { z } from 'zod'

/** A year that is half typed (`0002-…`) is no day: neither the zones' rules nor the database know it. */
const day = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date < '9999-12-31')
  .optional()
  .catch(undefined)
const uuid = z.uuid().optional().catch(undefined)

/** What the audit page may be narrowed by; unreadable values are left out rather than refused. Days are the newsroom's. */
export const auditFilterSchema = z.object({
  action: z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .optional()
    .catch(undefined),
  actorId: uuid,
  interviewId: uuid,
  claimId: uuid,
  /** First and last day, both included. */
  from: day,
  to: day,
  /** Cursor: entries older than this id. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** The filter as an address, without what is not set. `path` has no query of its own. */
export function auditAddress(path: string, filter: AuditFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  return query.size === 0 ? path : `${path}?${query}`
}
