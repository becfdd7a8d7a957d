import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@/newsroom/roles'
import type { AuditJson } from '@/platform/audit'
import type { Tx } from '@/platform/db'

/** What has a history of its own: the site's settings, the verdict scale, the topics. */
export type SettingKey = 'site' | 'scale' | 'topics'

/**
 * Keeps a state of the settings. Where the last one kept is not what stood before, that is kept as well, under nobody's
 * name: what a newsroom began with, and topics that claims brought in meanwhile.
 */
export async function keepVersion(
  tx: Tx,
  actor: Actor,
  key: SettingKey,
  { before, after }: { before: AuditJson; after: AuditJson },
): Promise<void> {
  const last = await tx.settingVersion.findFirst({ where: { key }, orderBy: { id: 'desc' } })
  if (!last || !isDeepStrictEqual(last.value, before))
    await tx.settingVersion.create({ data: { key, value: before ?? {}, memberName: '' } })
  await tx.settingVersion.create({
    data: { key, value: after ?? {}, memberId: actor.id, memberName: actor.name },
  })
}
