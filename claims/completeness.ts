/** What the rule about completeness asks of a claim. */
export type Completeness = {
  claimReviewed: string
  verdict: { rates: boolean } | null
  explanation: string
  needsAnchor: boolean
  /** Evidence that readers will see; internal sources do not count. */
  publicEvidence: number
}

/** What is missing before a claim can be approved, as sentences for the editor; empty when nothing is. */
export function missingForApproval(claim: Completeness): string[] {
  const missing: string[] = []
  if (claim.needsAnchor) missing.push('The transcript changed under the quote: say where it stands now.')
  if (claim.claimReviewed.trim() === '') missing.push('Write the claim as one sentence that can be checked.')
  if (!claim.verdict) missing.push('Choose a verdict.')
  if (claim.explanation.trim() === '') missing.push('Write what you found.')
  if (claim.verdict?.rates && claim.publicEvidence === 0)
    missing.push('Give at least one source that readers may see.')
  return missing
}
