/** One open page of a colleague's. A member with two pages is there twice. */
export type PresentPage = {
  memberId: string
  name: string
  claimId: string | null
  /** Field that holds the cursor; empty for none. */
  field: string
}
