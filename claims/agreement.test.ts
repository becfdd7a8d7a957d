import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgreementOf, agreementOf, missingAgreement } from '@/claims/agreement'

const HERE = { quote: 'nine million trees', claimReviewed: 'Nine million trees were planted.' }
const said = (verdictKey: string, over: Partial<typeof HERE> = {}) => ({ ...HERE, ...over, verdictKey })
const claim = (over: Partial<AgreementOf> = {}): AgreementOf => ({
  ...HERE,
  verdictKey: 'false',
  needed: 2,
  opinions: [],
  talks: [],
  ...over,
})
const of = (over: Partial<AgreementOf>) => agreementOf(claim(over))

test('opinions are sealed until enough were given', () => {
  expect(of({})).toEqual({ state: 'sealed', given: 0 })
  expect(of({ opinions: [said('false')] })).toEqual({ state: 'sealed', given: 1 })
  expect(of({ opinions: [said('false'), said('false')] })).toEqual({ state: 'agree', given: 2 })
})

test('verdicts that differ ask for a talk, and so does a third that joins two of one mind', () => {
  expect(of({ opinions: [said('false'), said('misleading')] }).state).toBe('differ')
  expect(of({ opinions: [said('false'), said('false'), said('correct')] }).state).toBe('differ')
})

test('all of one mind, and the claim of another, is no agreement', () => {
  expect(of({ opinions: [said('misleading'), said('misleading')] }).state).toBe('other')
  expect(of({ verdictKey: null, opinions: [said('misleading'), said('misleading')] }).state).toBe('other')
})

test.each<[string, Partial<typeof HERE>]>([
  ['another sentence', { claimReviewed: 'Nine million trees are alive.' }],
  ['another quote', { quote: 'five million trees' }],
])('an opinion on %s does not count', (_what, over) => {
  expect(of({ opinions: [said('false', over), said('false')] })).toEqual({ state: 'sealed', given: 1 })
})

describe('a talk', () => {
  const opinions = [said('false'), said('misleading')]
  test('settles what differed on the verdict that it ended with', () => {
    expect(of({ opinions, talks: [said('false')] }).state).toBe('settled')
  })
  test('settles nothing once the claim says another verdict, or other words', () => {
    expect(of({ opinions, talks: [said('misleading')] }).state).toBe('differ')
    expect(of({ opinions, talks: [said('false', { claimReviewed: 'Other.' })] }).state).toBe('differ')
  })
})

test('what is missing never names a verdict', () => {
  for (const state of ['sealed', 'differ', 'other'] as const)
    expect(missingAgreement(3, { state, given: 2 })).not.toMatch(/false|misleading|correct/i)
  for (const state of ['off', 'agree', 'settled'] as const)
    expect(missingAgreement(3, { state, given: 3 })).toBeNull()
})

test('a claim passes only where enough editors gave its own verdict, or a talk ended on it', () => {
  const verdict = fc.constantFrom('false', 'misleading', 'correct')
  const opinion = fc.record({ verdictKey: verdict, quote: fc.constantFrom(HERE.quote, 'x') })
  fc.assert(
    fc.property(
      fc.nat(5),
      fc.array(opinion),
      fc.array(opinion, { maxLength: 2 }),
      (needed, opinions, talks) => {
        const full = (list: typeof opinions) =>
          list.map((one) => ({ ...one, claimReviewed: HERE.claimReviewed }))
        const result = of({ needed, opinions: full(opinions), talks: full(talks) })
        const counted = opinions.filter((one) => one.quote === HERE.quote)
        const talked = talks.find((one) => one.quote === HERE.quote)?.verdictKey === 'false'
        const agreed = counted.length >= needed && counted.every((one) => one.verdictKey === 'false')
        expect(missingAgreement(needed, result) === null).toBe(needed === 0 || talked || agreed)
      },
    ),
  )
})
