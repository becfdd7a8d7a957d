import type { ClaimView } from '@/claims/views'
import { placeOf } from '@/components/claims/claim-marks'
import { charactersIn } from '@/components/transcripts/selected-words'
import type { TranscriptWords } from '@/components/transcripts/word-cursor'
import type { FoundIn } from '@/transcripts/find-in-turns'

/** Claims whose quoted words a replacement in these places would touch. */
export function touchedClaims(
  words: TranscriptWords,
  claims: readonly ClaimView[],
  places: readonly FoundIn[],
): ClaimView[] {
  const ranges = new Map(places.map((place) => [words.indexOf(place.turnId), place.ranges]))
  return claims.filter((claim) => {
    const place = placeOf(words, claim)
    if (!place) return false
    for (let turn = place.anchor.turn; turn <= place.focus.turn; turn += 1) {
      const quoted = charactersIn(words, place, turn)
      if (quoted && ranges.get(turn)?.some(([start, end]) => start < quoted.end && quoted.start < end))
        return true
    }
    return false
  })
}
