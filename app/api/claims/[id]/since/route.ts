import { z } from 'zod'
import { route } from '@/app/_boundary/route'
import { changesSinceLook, lookAtClaim } from '@/claims/looks'
import { parseInput } from '@/platform/command'

const claimId = z.uuid('There is no such claim.')

/** What colleagues changed in a claim since this member last looked; null where they never did. */
export const GET = route(({ actor, params }) => changesSinceLook(actor, parseInput(claimId, params.id)), {
  maxBytes: 0,
})

/** This member has seen the claim as it stands. A route, so that a look never stands before a save. */
export const PUT = route(({ actor, params }) => lookAtClaim(actor, parseInput(claimId, params.id)), {
  maxBytes: 0,
})
