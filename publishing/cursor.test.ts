import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cursor, type ListKey, listPage, readCursor, writeCursor } from '@/publishing/cursor'

const key = fc.record({
  at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  interviewId: fc.uuid(),
  number: fc.integer({ min: 0, max: 99_999 }),
})

test('a cursor is read as it was written, and nothing else is a cursor', () => {
  fc.assert(
    fc.property(fc.constantFrom('older' as const, 'newer' as const), key, (way, one) => {
      expect(readCursor(writeCursor({ way, key: one }))).toEqual({ way, key: one })
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cursor = readCursor(text)
      if (cursor) expect(writeCursor(cursor)).toBe(text)
    }),
  )
  for (const text of [null, undefined, '', 'o', "o1-' OR 1=1-1", 'x1-00000000000000000000000000000000-1'])
    expect(readCursor(text)).toBeNull()
})

const order = (a: ListKey, b: ListKey) =>
  b.at.getTime() - a.at.getTime() ||
  (a.interviewId < b.interviewId ? 1 : a.interviewId > b.interviewId ? -1 : b.number - a.number)

test('pages from the newest on, and back, give every row once and in order, also while rows come in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(key, { selector: (one) => JSON.stringify(one), maxLength: 40 }),
      fc.array(key, { maxLength: 5 }),
      fc.integer({ min: 1, max: 7 }),
      async (start, late, limit) => {
        let all = [...start].sort(order)
        const fetch = async (cursor: Cursor | null, most: number) => {
          if (!cursor) return all.slice(0, most)
          const beyond = all.filter((row) =>
            cursor.way === 'older' ? order(cursor.key, row) < 0 : order(row, cursor.key) < 0,
          )
          return cursor.way === 'older' ? beyond.slice(0, most) : beyond.reverse().slice(0, most)
        }
        const page = (cursor: string | null) => listPage(readCursor(cursor), limit, fetch, (row) => row)
        const seen: ListKey[] = []
        let last = await page(null)
        seen.push(...last.rows)
        expect(last.newer).toBeNull()
        // What comes in meanwhile is newer than everything: it must not move what is below.
        const now = (start.length ? (all[0]?.at.getTime() ?? 0) : 0) + 1
        all = [...late.map((row, at) => ({ ...row, at: new Date(now + at) })), ...all].sort(order)
        while (last.older) {
          last = await page(last.older)
          seen.push(...last.rows)
        }
        expect(seen).toEqual([...start].sort(order))
        if (!last.newer) return
        while (last.newer) last = await page(last.newer)
        expect(last.rows).toEqual(all.slice(0, limit))
      },
    ),
  )
})
