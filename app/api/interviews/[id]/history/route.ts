import { z } from 'zod'
import { route } from '@/app/_boundary/route'
import { parseInput } from '@/platform/command'
import { historyPage } from '@/transcripts/correction-queries'
import { idIn } from '../media'

const before = z.union([z.null(), z.coerce.number<unknown>().int().min(1)])

/** The transcript's history, newest first: `{steps, next}`; `?before=NEXT` asks for the page after. */
export const GET = route(
  ({ actor, params, url }) =>
    historyPage(actor, idIn(params), parseInput(before, url.searchParams.get('before'))),
  { maxBytes: 0 },
)
