import { Invalid } from '@/platform/errors'
import { momentWords } from '@/platform/moment-words'

/** A plan for longer than this is a slip of the year. */
const FARTHEST_DAYS = 400

/**
 * The moment that a plan is for, if it may be that one.
 * @param zone IANA zone of the newsroom, for the sentences.
 * @throws Invalid on `publishAt`: in the past, absurdly far, or before the embargo ends.
 */
export function plannedMoment(
  publishAt: string,
  { now, embargoUntil, zone }: { now: Date; embargoUntil: string | null; zone: string },
): Date {
  const at = new Date(publishAt)
  if (at <= now) refuse('This time is over. Choose a later one, or publish now.')
  if (at.getTime() - now.getTime() > FARTHEST_DAYS * 24 * 60 * 60_000)
    refuse(`Choose a time within the next ${FARTHEST_DAYS} days.`)
  if (embargoUntil && new Date(embargoUntil) > at)
    refuse(
      `The interview is under embargo until ${momentWords(embargoUntil, zone)}. Choose that time or a later one.`,
    )
  return at
}

function refuse(message: string): never {
  throw new Invalid(message, { publishAt: message })
}
