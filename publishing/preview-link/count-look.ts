import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { limiter } from '@/newsroom/attempts'
import { networkOf } from '@/newsroom/network-of'
import { RateLimited } from '@/platform/errors'

/** In a quarter of an hour: a page, its picture and a recording that is jumped about in, for a whole office behind one router. */
const LOOKS_PER_ADDRESS = 1200
let looks: ReturnType<typeof limiter> | undefined

/** Counts a request for anything behind a preview link, before the link is looked at. @throws RateLimited */
export async function countLook(address: string): Promise<void> {
  looks ??= limiter('preview', LOOKS_PER_ADDRESS)
  try {
    await looks.consume(createHash('sha256').update(networkOf(address)).digest('base64url'))
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
    throw new RateLimited('Too many requests. Try again later.', seconds)
  }
}
