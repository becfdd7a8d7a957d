import { z } from 'zod'
import { SignedOut } from '@/platform/errors'

const sent = z.object({ pageOf: z.string() })

/**
 * Refuses what an older page sends after somebody else has signed in with the same browser: the cookie is then theirs, and what
 * the page's own member did would stand under their name. Pages that send by themselves say whose they are (`pageOf`, a
 * member's id; components/claims/own-page.ts).
 * @throws SignedOut, so that the page keeps what waits until its own member is back.
 */
export function requireOwnPage(actor: { id: string }, input: unknown): void {
  const page = sent.safeParse(input)
  if (page.success && page.data.pageOf !== actor.id)
    throw new SignedOut(
      'Somebody else has signed in with this browser. Sign in as yourself again; what you did is kept here.',
    )
}
