import { z } from 'zod'
import { route } from '@/app/_boundary/route'
import { claimTalk } from '@/claims/talk/queries'
import { parseInput } from '@/platform/command'

const claimId = z.uuid('There is no such claim.')

/** What the desk says to itself about a claim: read when somebody opens it, so that a thousand claims stay quick to load. */
export const GET = route(({ actor, params }) => claimTalk(actor, parseInput(claimId, params.id)), {
  maxBytes: 0,
})
