import { expect, test } from 'vitest'
import { type Completeness, missingForApproval } from '@/claims/completeness'

const WHOLE: Completeness = {
  claimReviewed: 'Nine million trees were planted.',
  verdict: { rates: true },
  explanation: 'The register has four million.',
  needsAnchor: false,
  publicEvidence: 1,
}

test('a whole claim misses nothing', () => {
  expect(missingForApproval(WHOLE)).toEqual([])
})

test.each<[string, Partial<Completeness>, string]>([
  ['words that no longer stand', { needsAnchor: true }, 'The transcript changed under the quote'],
  ['no sentence to check', { claimReviewed: ' \n' }, 'Write the claim as one sentence'],
  ['no verdict', { verdict: null }, 'Choose a verdict.'],
  ['no explanation', { explanation: '  ' }, 'Write what you found.'],
  ['no source that readers may see', { publicEvidence: 0 }, 'at least one source'],
])('a claim with %s cannot be approved', (_what, lacking, sentence) => {
  const missing = missingForApproval({ ...WHOLE, ...lacking })
  expect(missing).toHaveLength(1)
  expect(missing[0]).toContain(sentence)
})

test('a context note rates nothing and needs no source', () => {
  expect(missingForApproval({ ...WHOLE, verdict: { rates: false }, publicEvidence: 0 })).toEqual([])
})

test('everything that is missing is said at once', () => {
  const nothing = { claimReviewed: '', verdict: null, explanation: '', needsAnchor: true, publicEvidence: 0 }
  expect(missingForApproval(nothing)).toHaveLength(4)
})
