import { z } from 'zod'

/**
 * The page of the queue from which a claim was opened, kept in this tab: the workspace leads on to the next claim of it,
 * and coming back finds the same row.
 */
const leftSchema = z.object({
  /** Path and query of the page. */
  address: z.string().startsWith('/desk/claims'),
  /** Of the page after it; null where there is none. */
  next: z.string().startsWith('/desk/claims').nullable(),
  claims: z.array(z.object({ id: z.string(), interviewId: z.string(), number: z.number() })),
  /** The claim that was opened last. */
  claimId: z.string(),
  /** True until the queue was looked at again. */
  away: z.boolean(),
})
export type LeftQueue = z.infer<typeof leftSchema>

const KEY = 'claimline:queue'

export function keepQueue(left: LeftQueue): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(left))
  } catch {
    // A browser that keeps nothing only loses the way to the next claim.
  }
}

/** Null where the queue was not left from this tab, or what was kept cannot be read. */
export function leftQueue(): LeftQueue | null {
  try {
    return leftSchema.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null')).data ?? null
  } catch {
    return null
  }
}
