import { route } from '@/app/_boundary/route'
import { NotFound } from '@/platform/errors'
import { packWordTimes } from '@/transcripts/pack-word-times'
import { hasInterview, wordTimes } from '@/transcripts/queries'
import { idIn } from '../media'

/** When each word is said, for the player at the desk: bytes as transcripts/pack-word-times makes them. */
export const GET = route(
  async ({ params }) => {
    const id = idIn(params)
    if (!(await hasInterview(id))) throw new NotFound('There is no such interview.')
    const times = await wordTimes(id)
    const bytes = packWordTimes(Object.entries(times).map(([turnId, of]) => ({ id: turnId, ...of })))
    return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } })
  },
  { maxBytes: 0 },
)
