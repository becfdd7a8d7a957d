import { route } from '@/app/_boundary/route'
import { waitingClaims } from '@/claims/waiting-claims'
import { idIn } from '../media'

/** The claims that wait for somebody to say where their words are now, each with where they may be meant. */
export const GET = route(({ params }) => waitingClaims(idIn(params)), { maxBytes: 0 })
