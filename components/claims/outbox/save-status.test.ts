import { expect, it } from 'vitest'
import { saveWords, worst } from '@/components/claims/outbox/save-status'

it('never says "Saved" while anything is not', () => {
  const saved = { kind: 'saved' } as const
  for (const kind of ['waiting', 'saving', 'offline'] as const)
    expect(saveWords(worst([saved, { kind }, saved]), 1)).not.toBe('Saved')
  expect(saveWords(worst([saved, saved, saved]), 0)).toBe('Saved')
})

it('counts what waits, and says first what somebody has to do', () => {
  expect(saveWords({ kind: 'offline' }, 1)).toBe('Offline, 1 change waiting')
  expect(saveWords({ kind: 'offline' }, 3)).toBe('Offline, 3 changes waiting')
  const state = worst([
    { kind: 'offline' },
    { kind: 'refused', reason: 'It is too long.' },
    { kind: 'saving' },
  ])
  expect(saveWords(state, 2)).toBe('Not saved: It is too long.')
})
