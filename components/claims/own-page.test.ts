import { expect, test } from 'vitest'
import type { DeskActions } from '@/claims/desk-actions'
import { actionsOfPage } from './own-page'

test('whatever a page asks of the server says whose page it is', async () => {
  const asked: unknown[] = []
  const refused = { ok: false, error: { kind: 'signed-out', message: 'No.', fields: {} } } as const
  const server = new Proxy({} as DeskActions, {
    get: (_none, act) => async (input: unknown) => {
      asked.push([act, input])
      return refused
    },
  })
  const page = actionsOfPage(server, 'rita')
  for (const act of Object.values(page)) await act({ claimId: 'c' } as never)
  expect(asked).toEqual(Object.keys(page).map((act) => [act, { claimId: 'c', pageOf: 'rita' }]))
  expect(asked.length).toBeGreaterThan(20)
})
