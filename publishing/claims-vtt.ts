import { claimPath } from '@/publishing/addresses'
import type { PageSnapshot } from '@/publishing/snapshot-schema'
import { captionClock } from '@/transcripts/exports/clock'

/**
 * The claims of a recording as a WebVTT metadata track (https://www.w3.org/TR/webvtt1/#file-structure): a cue for the seconds of
 * each claim, with JSON for a player's own script. Claims without seconds in this recording are left out.
 * @param origin public origin without a trailing slash.
 */
export function claimsVtt(page: PageSnapshot, origin: string): string {
  const cues = page.claims
    .flatMap((claim) => {
      const { place, startMs, endMs } = claim
      return place && startMs !== null && endMs !== null ? [{ claim, startMs, endMs }] : []
    })
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || a.claim.number - b.claim.number)
    .map(({ claim, startMs, endMs }) => {
      const { number, claimReviewed, quote, speaker, verdict, challenge } = claim
      const payload = {
        number,
        url: `${origin}${claimPath(page.interview.slug, number)}`,
        claimReviewed,
        quote,
        speaker: speaker.name,
        verdict: { key: verdict.key, label: verdict.label, ratingValue: verdict.ratingValue },
        challenge: challenge.kind,
      }
      // A cue must end after it begins, and `-->` in its text would be read as another cue's times.
      const end = Math.max(endMs, startMs + 1)
      return `claim-${number}\n${captionClock(startMs, '.')} --> ${captionClock(end, '.')}\n${JSON.stringify(payload).replaceAll('>', '\\u003e')}\n`
    })
  return `WEBVTT\n\n${cues.join('\n')}`
}
