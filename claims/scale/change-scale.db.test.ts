import { beforeAll, expect, test } from 'vitest'
import { orderScale, removeVerdict, retireVerdict, saveVerdict } from '@/claims/scale/change-scale'
import { readScale } from '@/claims/scale/scale-queries'
import type { ScaleVerdict } from '@/claims/scale/scale-views'
import type { Actor } from '@/newsroom/roles'
import { settingHistory } from '@/newsroom/setting-history'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished } from '@/prisma/factories/publication'

let admin: Actor
beforeAll(async () => {
  admin = await buildMember(db(), { role: 'admin' })
})

const NEW = {
  label: 'Half true',
  definition: 'One half holds up.',
  icon: 'half',
  colour: 'exaggerated',
  ratingValue: 3,
  rates: true,
} as const

const seen = ({ label, definition, icon, colour, ratingValue, rates }: ScaleVerdict) => ({
  label,
  definition,
  icon,
  colour,
  ratingValue,
  rates,
})
const find = (scale: readonly ScaleVerdict[], key: string) => {
  const verdict = scale.find((one) => one.key === key)
  if (!verdict) throw new Error(`no ${key}`)
  return verdict
}

test('a verdict in use is renamed or retired, never removed, and what was approved keeps its words', async () => {
  const { claims } = await buildPublished()
  const claim = await db().claim.findUniqueOrThrow({ where: { id: claims[0]?.id ?? '' } })
  const key = claim.verdictKey ?? ''
  const before = find(await readScale(), key)
  expect(before).toMatchObject({ used: true, claims: 1 })
  await expect(removeVerdict(admin, { key })).rejects.toMatchObject({ kind: 'invalid' })
  await saveVerdict(admin, { key, seen: seen(before), to: { ...seen(before), label: 'Nobody knows' } })
  await retireVerdict(admin, { key, retired: true })
  expect(find(await readScale(), key)).toMatchObject({ label: 'Nobody knows', retired: true, claims: 1 })
  const approval = await db().claimApproval.findFirstOrThrow({ where: { claimId: claim.id } })
  expect(approval.content).toMatchObject({ verdict: { key, label: before.label } })

  // A claim that leaves it does not make what was approved unsaid.
  await db().claim.update({ where: { id: claim.id }, data: { verdictKey: null } })
  expect(find(await readScale(), key)).toMatchObject({ used: true, claims: 0 })
  await expect(removeVerdict(admin, { key })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(
    saveVerdict(admin, {
      key,
      seen: null,
      to: { ...seen(before), label: 'Nobody knows', rates: false, ratingValue: null },
    }),
  ).rejects.toMatchObject({ fields: { 'to.rates': expect.any(String) } })
})

test('a newsroom adds a verdict of its own, puts it where it belongs, and removes it while nobody has used it', async () => {
  const scale = await saveVerdict(admin, { key: null, seen: null, to: NEW })
  const added = scale.at(-1)
  expect(added).toMatchObject({ ...NEW, key: 'half-true', used: false })
  await expect(
    saveVerdict(admin, { key: null, seen: null, to: { ...NEW, label: 'HALF TRUE' } }),
  ).rejects.toMatchObject({ fields: { 'to.label': expect.any(String) } })
  const keys = ['half-true', ...scale.map(({ key }) => key).filter((key) => key !== 'half-true')]
  expect((await orderScale(admin, { keys })).map(({ key }) => key)).toEqual(keys)
  await expect(orderScale(admin, { keys: keys.slice(1) })).rejects.toMatchObject({ kind: 'conflict' })
  await removeVerdict(admin, { key: 'half-true' })
  expect((await readScale()).map(({ key }) => key)).toEqual(keys.slice(1))
})

test('two administrators who change one verdict do not undo one another', async () => {
  const before = find(await readScale(), 'correct')
  await saveVerdict(admin, {
    key: 'correct',
    seen: seen(before),
    to: { ...seen(before), definition: 'It is so.' },
  })
  await expect(
    saveVerdict(admin, { key: 'correct', seen: seen(before), to: { ...seen(before), label: 'True' } }),
  ).rejects.toMatchObject({ kind: 'conflict', current: { definition: 'It is so.' } })
})

test('orders that arrive together leave one whole order', async () => {
  const keys = (await readScale()).map(({ key }) => key)
  const orders = keys.map((_, index) => [...keys.slice(index), ...keys.slice(0, index)])
  await Promise.all(orders.map((order) => orderScale(admin, { keys: order })))
  const after = (await readScale()).map(({ key }) => key)
  expect(orders).toContainEqual(after)
})

test('one verdict that rates stays in use', async () => {
  const rating = (await readScale()).filter(({ rates, retired }) => rates && !retired)
  for (const { key } of rating.slice(1)) await retireVerdict(admin, { key, retired: true })
  await expect(retireVerdict(admin, { key: rating[0]?.key ?? '', retired: true })).rejects.toMatchObject({
    kind: 'invalid',
  })
  for (const { key } of rating.slice(1)) await retireVerdict(admin, { key, retired: false })
})

test('the history says who changed what in the scale, from what it began with', async () => {
  const { versions } = await settingHistory(admin, 'scale')
  expect(versions[0]).toMatchObject({ by: admin.name })
  const changes = versions.flatMap((version) => version.changes)
  expect(changes).toContainEqual(expect.objectContaining({ field: 'half-true', from: '' }))
  expect(changes).toContainEqual(
    expect.objectContaining({ field: 'correct', to: expect.stringContaining('definition: It is so.') }),
  )
  expect(changes.some(({ field, from }) => field === 'order' && from.startsWith('unsubstantiated'))).toBe(
    true,
  )
})

test('only an administrator changes the scale', async () => {
  const editor = await buildMember(db(), { role: 'editor' })
  await expect(saveVerdict(editor, { key: null, seen: null, to: NEW })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(settingHistory(editor, 'scale')).rejects.toMatchObject({ kind: 'forbidden' })
})
