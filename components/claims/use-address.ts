import { useEffect, useRef } from 'react'

/**
 * Follows the claim that the address names: at the start, when somebody changes the address, and with Back and Forward.
 * `follow` gets the claim's number, or null where the address names none; `arriving` is true for the first time only.
 */
export function useAddress(follow: (number: number | null, arriving: boolean) => void): void {
  const now = useRef(follow)
  now.current = follow
  useEffect(() => {
    const onChange = () => {
      // Typed by hand: the router is told, or its next change would put the address before it back.
      if (history.state === null) history.replaceState(null, '', location.href)
      now.current(claimNumber(location.hash), false)
    }
    const number = claimNumber(location.hash)
    if (number !== null) now.current(number, true)
    addEventListener('hashchange', onChange)
    return () => removeEventListener('hashchange', onChange)
  }, [])
}

/** A step of its own in the browser's history, so that Back leads to what was open before. */
export function goToAddress(claim: { number: number } | undefined): void {
  // A claim that the server does not have yet has no number, and so no address.
  const hash = claim && claim.number > 0 ? `#claim-${claim.number}` : ''
  if (location.hash !== hash) history.pushState(null, '', location.pathname + location.search + hash)
}

function claimNumber(hash: string): number | null {
  const digits = /^#claim-(\d+)$/.exec(hash)?.[1]
  return digits === undefined ? null : Number(digits)
}
