import 'server-only'
import { readScale } from '@/claims/scale/scale-queries'
import {
  orderScaleSchema,
  removeVerdictSchema,
  retireVerdictSchema,
  saveVerdictSchema,
  type VerdictFields,
} from '@/claims/scale/scale-schema'
import type { ScaleVerdict } from '@/claims/scale/scale-views'
import { canChangeSettings } from '@/newsroom/policy'
import type { Actor } from '@/newsroom/roles'
import { keepVersion } from '@/newsroom/setting-versions'
import type { AuditDraft } from '@/platform/audit'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, Invalid, NotFound } from '@/platform/errors'
import { freeSlug, slugFrom } from '@/transcripts/slug'

/** The scale, locked: two administrators change it one after the other. */
async function lockScale(tx: Tx): Promise<ScaleVerdict[]> {
  await tx.$executeRaw`LOCK TABLE "Verdict" IN SHARE ROW EXCLUSIVE MODE`
  return readScale(tx)
}

/** What the history keeps of it. */
const keptScale = (scale: readonly ScaleVerdict[]) =>
  scale.map(({ claims: _claims, used: _used, ...verdict }) => verdict)

function find(scale: readonly ScaleVerdict[], key: string): ScaleVerdict {
  const verdict = scale.find((one) => one.key === key)
  if (!verdict) throw new NotFound('There is no such verdict.')
  return verdict
}

const fieldsOf = ({ label, definition, icon, colour, ratingValue, rates }: ScaleVerdict | VerdictFields) => ({
  label,
  definition,
  icon,
  colour,
  ratingValue,
  rates,
})

/** Ends each change: the history gets the new state, the caller the scale and the audit row. */
async function changed(tx: Tx, actor: Actor, before: readonly ScaleVerdict[], audit: AuditDraft) {
  const after = await readScale(tx)
  await keepVersion(tx, actor, 'scale', { before: keptScale(before), after: keptScale(after) })
  return { value: after, audit: [audit] as const }
}

/**
 * Adds a verdict, or changes what one is called, means and looks like. Its key, and with it its address in what was
 * published, stays. What was approved keeps the words it was approved with until it is approved again.
 * @throws Conflict where another administrator changed it meanwhile.
 */
export const saveVerdict = command({
  input: saveVerdictSchema,
  load: (tx) => lockScale(tx),
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input: { key, seen, to }, loaded: scale }) => {
    const same = (label: string) => label.toLocaleLowerCase() === to.label.toLocaleLowerCase()
    if (scale.some((one) => one.key !== key && same(one.label)))
      throw new Invalid('Two verdicts would have one name.', { 'to.label': 'Another verdict has this name.' })
    const subject = `Verdict “${to.label}”`
    if (key === null) {
      await tx.verdict.create({
        data: {
          ...to,
          key: freeSlug(slugFrom(to.label) || 'verdict', new Set(scale.map((one) => one.key))),
          position: await nextPosition(tx),
        },
      })
      return changed(tx, actor, scale, { action: 'verdict.added', subject, after: { ...to } })
    }
    const before = find(scale, key)
    const stands = fieldsOf(before)
    if (seen && Object.entries(stands).some(([name, value]) => seen[name] !== value))
      throw new Conflict('Another administrator changed this verdict meanwhile. Read it again.', before)
    if (before.used && before.rates !== to.rates)
      throw new Invalid('Claims carry this verdict: whether it rates cannot change under them.', {
        'to.rates': 'Retire this verdict and add another one instead.',
      })
    await tx.verdict.update({ where: { key }, data: to })
    return changed(tx, actor, scale, { action: 'verdict.changed', subject, before: stands, after: { ...to } })
  },
})

async function nextPosition(tx: Tx): Promise<number> {
  const { _max } = await tx.verdict.aggregate({ _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/** Puts the scale into another order. @throws Conflict where a verdict came or went meanwhile. */
export const orderScale = command({
  input: orderScaleSchema,
  load: (tx) => lockScale(tx),
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input: { keys }, loaded: scale }) => {
    const known = scale.map(({ key }) => key)
    if (
      keys.length !== known.length ||
      new Set(keys).size !== keys.length ||
      known.some((key) => !keys.includes(key))
    )
      throw new Conflict('The scale changed meanwhile. Read it again, then put it in order.', scale)
    // Positions are unique at every moment: first out of the way, then into place.
    const from = await nextPosition(tx)
    for (const [index, key] of keys.entries())
      await tx.verdict.update({ where: { key }, data: { position: from + index } })
    for (const [index, key] of keys.entries())
      await tx.verdict.update({ where: { key }, data: { position: index + 1 } })
    return changed(tx, actor, scale, {
      action: 'scale.ordered',
      subject: 'Verdict scale',
      before: known,
      after: keys,
    })
  },
})

/** Takes a verdict out of use, or back into it. Claims that carry it keep it. */
export const retireVerdict = command({
  input: retireVerdictSchema,
  load: (tx) => lockScale(tx),
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input: { key, retired }, loaded: scale }) => {
    const verdict = find(scale, key)
    if (retired && !scale.some((one) => one.key !== key && one.rates && !one.retired))
      throw new Invalid('One verdict that rates has to stay in use.')
    await tx.verdict.update({ where: { key }, data: { retiredAt: retired ? now() : null } })
    return changed(tx, actor, scale, {
      action: retired ? 'verdict.retired' : 'verdict.restored',
      subject: `Verdict “${verdict.label}”`,
      before: { retired: verdict.retired },
      after: { retired },
    })
  },
})

/** Removes a verdict that nobody has used. @throws Invalid for one that a claim, an approval or an opinion carries. */
export const removeVerdict = command({
  input: removeVerdictSchema,
  load: (tx) => lockScale(tx),
  allow: (actor: Actor) => canChangeSettings(actor),
  run: async (tx, { actor, input: { key }, loaded: scale }) => {
    const verdict = find(scale, key)
    if (verdict.used)
      throw new Invalid('This verdict is in use: retire it, so that what was said stays said.')
    if (!scale.some((one) => one.key !== key && one.rates && !one.retired))
      throw new Invalid('One verdict that rates has to stay in use.')
    await tx.verdict.delete({ where: { key } })
    return changed(tx, actor, scale, {
      action: 'verdict.removed',
      subject: `Verdict “${verdict.label}”`,
      before: fieldsOf(verdict),
    })
  },
})
