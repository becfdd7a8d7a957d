import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placed } from '@/claims/sources/placed'
import { beforeWhich, droppedBefore } from './reorder'

const ALL = ['a', 'X', 'b', 'Y', 'c']
const SHOWN = ['a', 'b', 'c']

const moved = (id: string, before: string | null | undefined) =>
  before === undefined
    ? null
    : placed(ALL, id, before)
        .filter((one) => SHOWN.includes(one))
        .join('')

test('a source goes one place up or down among those that are shown, and not beyond', () => {
  expect(moved('b', beforeWhich(ALL, SHOWN, 'b', -1))).toBe('bac')
  expect(moved('b', beforeWhich(ALL, SHOWN, 'b', 1))).toBe('acb')
  expect(moved('a', beforeWhich(ALL, SHOWN, 'a', 1))).toBe('bac')
  expect(beforeWhich(ALL, SHOWN, 'a', -1)).toBeUndefined()
  expect(beforeWhich(ALL, SHOWN, 'c', 1)).toBeUndefined()
  expect(beforeWhich(ALL, SHOWN, 'X', 1)).toBeUndefined()
})

test('a source that is dropped stands where it was dropped, whatever is not shown', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(
      ids,
      fc.nat(),
      fc.nat(),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      (all, which, where, hide) => {
        const shown = all.filter((_, index) => !hide[index])
        const id = shown[which % Math.max(1, shown.length)]
        if (id === undefined) return
        const nth = where % (shown.length + 1)
        const before = droppedBefore(all, shown, id, nth)
        const now = before === undefined ? all : placed(all, id, before)
        const wished = placed(shown, id, shown[nth] === id ? (shown[nth + 1] ?? null) : (shown[nth] ?? null))
        expect(now.filter((one) => shown.includes(one))).toEqual(wished)
        expect([...now].sort()).toEqual([...all].sort())
      },
    ),
  )
})
