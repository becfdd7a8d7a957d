import { z } from 'zod'
import { route } from '@/app/_boundary/route'
import { deskChanges } from '@/claims/queries'
import { parseInput } from '@/platform/command'
import { idIn } from '../media'

const since = z.coerce.number<unknown>().int().min(0)

/**
 * What came after `?since=REVISION`: whole claims and notes, newest state. A route and not a Server Action, because a
 * browser sends actions one after another, and asking must never stand before saving.
 */
export const GET = route(
  ({ actor, params, url }) =>
    deskChanges(actor, idIn(params), parseInput(since, url.searchParams.get('since') ?? '')),
  { maxBytes: 0 },
)
