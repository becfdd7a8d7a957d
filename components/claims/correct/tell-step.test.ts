import { expect, test } from 'vitest'
import { tellStep } from '@/components/claims/correct/tell-step'

const claim = (number: number, needsAnchor: boolean) => ({ number, needsAnchor })

test('a step that touches a quote says whose', () => {
  expect(tellStep('Changed “a” to “b”', [claim(1, false), claim(4, true)])).toBe(
    'Changed “a” to “b”. Claim 4 now waits for its words.',
  )
  expect(tellStep('Replaced 3 places', [claim(1, true), claim(4, true)])).toBe(
    'Replaced 3 places. 2 claims now wait for their words.',
  )
})

test('a step that touches none says nothing of claims', () => {
  expect(tellStep('Joined two turns', [claim(1, false)])).toBe('Joined two turns')
})
