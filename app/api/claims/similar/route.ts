import { route } from '@/app/_boundary/route'
import { similarClaims } from '@/claims/similar/similar-claims'

/** Earlier claims like some words, for members: `?interviewId=` and `claimId`, `turnId`, `text` as claims/similar/schema.ts says. */
export const GET = route(({ url }) => similarClaims(Object.fromEntries(url.searchParams)), { maxBytes: 0 })
