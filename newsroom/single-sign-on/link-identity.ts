import 'server-only'
import { memberSubject } from '@/newsroom/store'
import { writeAudit } from '@/platform/audit'
import type { Tx } from '@/platform/db'

/** Ties a member to who they are at the provider. */
export async function linkIdentity(
  tx: Tx,
  memberId: string,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<void> {
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } })
  await tx.memberIdentity.create({ data: { memberId, issuer, subject } })
  await writeAudit(tx, member, [
    { action: 'member.identityLinked', subject: memberSubject(member), after: { issuer } },
  ])
}
