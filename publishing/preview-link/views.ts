import type { Decision } from '@/platform/decision'

/** The preview links of an interview, for the desk. Moments are ISO 8601 in UTC. */
export type PreviewLinksView = {
  interviewId: string
  zone: string
  links: {
    id: string
    label: string
    by: string
    expiresAt: string
    /** `ended`: run out, withdrawn, or whoever made it has left. */
    state: 'open' | 'ended'
    /** How often the page was opened, and when last. */
    seen: number
    seenAt: string | null
    /** Why it ended; empty while it is open. */
    why: '' | 'Ran out' | 'Withdrawn' | 'Its maker may not share any more'
  }[]
  abilities: { share: Decision }
}
