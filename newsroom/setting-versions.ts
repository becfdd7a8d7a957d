import 'server-only'
import type { Actor } from '@/newsroom/roles'
import type { AuditJson } from '@/platform/audit'
import type { Tx } from '@/platform/db'

/** What has a history of its own: the site's settings, the verdict scale, the topics. */
export type SettingKey = 'site' | 'scale' | 'topics'

/**
 * Keeps a state of the settings. The first time it keeps what stood before as well, so that the history begins with
 * what the newsroom began with.
 */
export async function keepVersion(
  tx: Tx,
  actor: Actor,
  key: SettingKey,
  { before, after }: { before: AuditJson; after: AuditJson },
): Promise<void> {
  const known = await tx.settingVersion.findFirst({ where: { key }, select: { id: true } })
  if (!known) await tx.settingVersion.create({ data: { key, value: before ?? {}, memberName: '' } })
  await tx.settingVersion.create({
    data: { key, value: after ?? {}, memberId: actor.id, memberName: actor.name },
  })
}
