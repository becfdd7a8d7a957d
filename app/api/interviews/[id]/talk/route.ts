import { z } from 'zod'
import { readJson } from '@/app/_boundary/body'
import { route } from '@/app/_boundary/route'
import { talkView } from '@/claims/talk/queries'
import { readTalk } from '@/claims/talk/read-talk'
import { parseInput } from '@/platform/command'

const interview = z.uuid('There is no such interview.')

/** What the desk says to itself about the interview as a whole. */
export const GET = route(
  ({ actor, params }) => talkView(actor, { interviewId: parseInput(interview, params.id), claimId: null }),
  { maxBytes: 0 },
)

/** `{claimId, until}`: the talk of a claim, or where that is null of the interview, was read up to a moment. */
export const PUT = route(
  async ({ actor, params, request }) =>
    readTalk(actor, parseInput(interview, params.id), await readJson(request)),
  { maxBytes: 2_000 },
)
