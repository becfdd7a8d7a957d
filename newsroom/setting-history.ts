import 'server-only'
import { z } from 'zod'
import { canChangeSettings } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import type { SettingKey } from '@/newsroom/setting-versions'
import type { SettingChange, SettingHistory } from '@/newsroom/views'
import { db } from '@/platform/db'
import { Forbidden } from '@/platform/errors'

const PAGE = 30
const fieldsSchema = z.record(z.string(), z.unknown())

/**
 * How one kind of settings came to be as it is, newest first; what it began with has no line of its own.
 * @param before only changes before this one, from the `older` of the page before.
 * @throws Forbidden
 */
export async function settingHistory(
  actor: Actor,
  key: SettingKey,
  before: string | null = null,
): Promise<SettingHistory> {
  const decision = canChangeSettings(actor)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const rows = await db().settingVersion.findMany({
    where: { key, ...(before ? { id: { lt: BigInt(before) } } : {}) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const versions = rows.slice(0, PAGE).flatMap((row, index) => {
    const earlier = rows[index + 1]
    // What nobody signed is only what the next one is compared with.
    if (!earlier || row.memberName === '') return []
    return {
      id: String(row.id),
      at: row.at.toISOString(),
      by: row.memberName,
      changes: changesBetween(earlier.value, row.value),
    }
  })
  return { versions, older: rows.length > PAGE ? String(rows[PAGE - 1]?.id) : null }
}

/** What differs, field by field. A list (the scale, the topics) is compared entry by entry, by the name of each. */
function changesBetween(before: unknown, after: unknown): SettingChange[] {
  const [old, now] = [byName(before), byName(after)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const changes = names.flatMap((name) => {
    const [from, to] = [textOf(old[name]), textOf(now[name])]
    return from === to ? [] : [{ field: name, from, to, was: old[name] ?? null }]
  })
  const order = (fields: Record<string, unknown>) => Object.keys(fields).join(', ')
  const moved = Array.isArray(before) && changes.length === 0 && order(old) !== order(now)
  return moved ? [{ field: 'order', from: order(old), to: order(now), was: null }] : changes
}

function byName(value: unknown): Record<string, unknown> {
  if (!Array.isArray(value)) return fieldsSchema.safeParse(value).data ?? {}
  return Object.fromEntries(
    value.map((entry, index) => {
      const fields = fieldsSchema.safeParse(entry).data ?? {}
      return [String(fields.key ?? fields.slug ?? index), entry]
    }),
  )
}

/** As text that can be compared word by word. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return value === true ? 'yes' : value === false ? 'no' : String(value)
  return Object.entries(value)
    .filter(([name]) => name !== 'key' && name !== 'slug')
    .map(([name, held]) => `${name}: ${textOf(held) || 'none'}`)
    .join('\n')
}
