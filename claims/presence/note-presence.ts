import 'server-only'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { presenceSchema } from '@/claims/presence/schema'
import { forgetPage, notePage, pagesIn } from '@/claims/presence/store'
import type { PresentPage } from '@/claims/presence/views'
import type { Actor } from '@/newsroom/roles'
import { parseInput } from '@/platform/command'
import { NotFound, RateLimited } from '@/platform/errors'

/** A member's pages, all together, in ten seconds: a fast typist moves through a few fields a second in one of them. */
export const MOST_NOTES = 60
const WINDOW_SECONDS = 10

const limiter = new RateLimiterMemory({ points: MOST_NOTES, duration: WINDOW_SECONDS })

/**
 * A page of this member's says where it is, or that it closes. No command: nothing of it is kept, audited or decided by
 * (docs/decisions/0026-live.md). @returns who is in that interview now, which serves pages that no stream reaches.
 * @throws Invalid, NotFound, RateLimited
 */
export async function notePresence(actor: Actor, input: unknown): Promise<{ pages: PresentPage[] }> {
  const said = parseInput(presenceSchema, input)
  if (said.kind === 'gone') {
    await forgetPage(actor.id, said.pageId)
    return { pages: [] }
  }
  await countNote(actor.id)
  if (!(await notePage(actor.id, said))) throw new NotFound('There is no such interview.')
  return { pages: await pagesIn(said.interviewId) }
}

async function countNote(memberId: string): Promise<void> {
  try {
    await limiter.consume(memberId)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new RateLimited('This browser says too often where it is.', Math.ceil(refused.msBeforeNext / 1000))
  }
}
