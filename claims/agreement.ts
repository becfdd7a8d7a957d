/**
 * Blind agreement, decided apart from what is stored. An opinion and the end of a talk are about a quote and a sentence; of
 * other words they say nothing. ADR 22.
 */

/** What was judged. */
export type Judged = { quote: string; claimReviewed: string }

export type AgreementOf = Judged & {
  verdictKey: string | null
  /** How many editors have to give theirs; 0 where this claim needs none. */
  needed: number
  opinions: readonly (Judged & { verdictKey: string })[]
  /** Newest first. */
  talks: readonly (Judged & { verdictKey: string })[]
}

/**
 * `sealed`: too few were given, and nobody sees another's. `agree`: all gave the claim's verdict. `other`: all gave one verdict, and the
 * claim says another. `differ`: a talk is asked for. `settled`: an editor wrote down how that talk ended, on the claim's verdict.
 */
export type AgreementState = 'off' | 'sealed' | 'agree' | 'other' | 'differ' | 'settled'

export function isAbout(said: Judged, claim: Judged): boolean {
  return said.quote === claim.quote && said.claimReviewed === claim.claimReviewed
}

/** Opinions on other words are not counted, in `given` neither. */
export function agreementOf(claim: AgreementOf): { state: AgreementState; given: number } {
  const current = claim.opinions.filter((opinion) => isAbout(opinion, claim))
  const given = current.length
  if (claim.needed === 0) return { state: 'off', given }
  const talk = claim.talks.find((one) => isAbout(one, claim))
  if (talk && talk.verdictKey === claim.verdictKey) return { state: 'settled', given }
  if (given < claim.needed) return { state: 'sealed', given }
  const verdicts = new Set(current.map((opinion) => opinion.verdictKey))
  if (verdicts.size > 1) return { state: 'differ', given }
  return { state: claim.verdictKey !== null && verdicts.has(claim.verdictKey) ? 'agree' : 'other', given }
}

/** What stands between these opinions and an approval; null where nothing does. Says of no single verdict what it is. */
export function missingAgreement(
  needed: number,
  { state, given }: ReturnType<typeof agreementOf>,
): string | null {
  switch (state) {
    case 'sealed':
      return `${given} of ${needed} ${needed === 1 ? 'editor has' : 'editors have'} said which verdict they would give.`
    case 'differ':
      return 'The editors’ verdicts differ: talk, then write down how the talk ended.'
    case 'other':
      return 'The editors agree on another verdict than the claim’s.'
    default:
      return null
  }
}
