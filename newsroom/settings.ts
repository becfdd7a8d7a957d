import 'server-only'
import { z } from 'zod'
import { canChangeSettings } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { keepVersion } from '@/newsroom/setting-versions'
import { type Settings, settingsSchema } from '@/newsroom/settings-schema'
import { command } from '@/platform/command'
import { db, type Reader } from '@/platform/db'
import { touchesPublic } from '@/platform/public-front'

const KEY = 'site'

/** The settings now in force; defaults where none were saved. */
export async function readSettings(reader: Reader = db()): Promise<Settings> {
  const row = await reader.setting.findUnique({ where: { key: KEY } })
  return settingsSchema.parse(row?.value ?? {})
}

/** Changes some settings. Administrators only. */
export const saveSettings = command({
  input: z.object({
    siteName: settingsSchema.shape.siteName.removeDefault().optional(),
    timeZone: settingsSchema.shape.timeZone.removeDefault().optional(),
    secondPersonRule: z.boolean().optional(),
    hearingRequired: z.boolean().optional(),
    opinionsNeeded: settingsSchema.shape.opinionsNeeded.removeDefault().optional(),
    secondFactor: settingsSchema.shape.secondFactor.removeDefault().optional(),
    correctionsPolicy: settingsSchema.shape.correctionsPolicy.removeDefault().optional(),
    methodology: settingsSchema.shape.methodology.removeDefault().optional(),
    about: settingsSchema.shape.about.removeDefault().optional(),
  }),
  load: (tx) => readSettings(tx),
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input, loaded }) => {
    const value: Settings = settingsSchema.parse({ ...loaded, ...input })
    touchesPublic(tx)
    await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } })
    await keepVersion(tx, actor, KEY, { before: loaded, after: value })
    return {
      value,
      audit: [{ action: 'settings.changed', subject: 'Site settings', before: loaded, after: value }],
    }
  },
})
