import { z } from 'zod'
import { route } from '@/app/_boundary/route'
import { findAtDesk } from '@/claims/find-at-desk'
import { parseInput } from '@/platform/command'

const words = z.string().trim().max(200, 'At most 200 characters.')

/** Interviews and claims by the words in their names, `?q=WORDS`, for the palette. */
export const GET = route(({ url }) => findAtDesk(parseInput(words, url.searchParams.get('q') ?? '')), {
  maxBytes: 0,
})
