import { route } from '@/app/_boundary/route'
import { saidHere } from '@/claims/repeat/said-here'

/** Everywhere that the same was said, for members: the claim that holds the check first, then its repeats by day. */
export const GET = route(({ params }) => saidHere(params.id), { maxBytes: 0 })
