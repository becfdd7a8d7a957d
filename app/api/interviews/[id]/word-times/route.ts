import { route } from '@/app/_boundary/route'
import { NotFound } from '@/platform/errors'
import { interviewHead, wordTimes } from '@/transcripts/queries'
import { idIn } from '../media'

/** `{turnId: {starts, ends}}` in milliseconds, for the player at the desk. */
export const GET = route(
  async ({ params }) => {
    const head = await interviewHead(idIn(params))
    if (!head) throw new NotFound('There is no such interview.')
    return wordTimes(head.id)
  },
  { maxBytes: 0 },
)
