import 'server-only'
import type { Tx } from '@/platform/db'

/** JSON that an audit row may hold. */
export type AuditJson = string | number | boolean | null | AuditJson[] | { [key: string]: AuditJson }

/** One line of the trail, without who and when: the command runner adds those. */
export type AuditDraft = {
  /** Past-tense verb and noun, e.g. `claim.flagged`. */
  action: string
  /** What it was done to, in words that still make sense when the thing is gone: `Claim 7`. */
  subject: string
  interviewId?: string
  claimId?: string
  before?: AuditJson
  after?: AuditJson
}

/** Who acts; the trail keeps the name as it was then. */
export type Who = { id: string | null; name: string }

/** Writes audit rows inside the command's own transaction. */
export async function writeAudit(tx: Tx, who: Who, drafts: readonly AuditDraft[]): Promise<void> {
  await tx.auditEntry.createMany({
    data: drafts.map((draft) => ({
      actorId: who.id,
      actorName: who.name,
      action: draft.action,
      subject: draft.subject,
      interviewId: draft.interviewId ?? null,
      claimId: draft.claimId ?? null,
      ...(draft.before === undefined ? {} : { before: draft.before ?? undefined }),
      ...(draft.after === undefined ? {} : { after: draft.after ?? undefined }),
    })),
  })
}
