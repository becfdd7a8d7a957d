import type { Heard } from '@/components/reader/listen/claim-run'
import { shownClaims } from '@/components/reader/shown-claims'

/** What the page says of its claims, read where it stands: notes come and go while the page is open. Browser code. */

/** The claims that are shown and have seconds. */
export function claimsToHear(): Heard[] {
  return shownClaims().flatMap((number) => {
    const { from, to } = noteOf(number)?.querySelector<HTMLElement>('.hear')?.dataset ?? {}
    return from && to ? [{ number, fromMs: Number(from), toMs: Number(to) }] : []
  })
}

export function noteOf(number: number): HTMLElement | null {
  return document.getElementById(`claim-${number}`)?.closest<HTMLElement>('.note') ?? null
}

/** The number of the claim in whose note an element stands. */
export function claimAround(element: Element): number | null {
  const body = element.closest('.note')?.querySelector('.note-body')
  return body ? Number(body.id.slice('claim-'.length)) : null
}
