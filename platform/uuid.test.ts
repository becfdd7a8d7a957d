import { expect, test } from 'vitest'
import { uuid7 } from '@/platform/uuid'

test('an id says its version and sorts by the moment in which it was made', () => {
  const early = uuid7(1_700_000_000_000)
  const late = uuid7(1_700_000_000_001)
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < late).toBe(true)
  expect(new Set(Array.from({ length: 1000 }, () => uuid7(0))).size).toBe(1000)
})
