/** The claims that the page shows, in its order: what steps from claim to claim asks here. Browser code. */

/** Numbers of the claims that stand on the page and that no filter hides. */
export function shownClaims(): number[] {
  return [...document.querySelectorAll('.note:not(.out) .note-body[id^="claim-"]')].map((body) =>
    Number(body.id.slice('claim-'.length)),
  )
}
