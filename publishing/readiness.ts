import { momentWords } from '@/platform/moment-words'
import { anchorOf, buildSnapshot, standsOnItsWords } from '@/publishing/build-snapshot'
import { type ChosenClaim, chooseClaims, currentApproval } from '@/publishing/choose-claims'
import { differs } from '@/publishing/compare'
import type { Draft } from '@/publishing/draft'

/** One line of the list that stands before the button. A blocker must go; a warning is for the editor's judgement. */
export type ReadinessItem = { level: 'blocker' | 'warning'; message: string; claimNumber: number | null }

const blocker = (message: string, claimNumber: number | null = null): ReadinessItem => ({
  level: 'blocker',
  message,
  claimNumber,
})
const warning = (message: string, claimNumber: number | null = null): ReadinessItem => ({
  level: 'warning',
  message,
  claimNumber,
})

/**
 * What is missing before this interview can be published, and what an editor should know first.
 * @param at the moment of publication, ISO 8601 in UTC.
 */
export function readiness(draft: Draft, at: string): ReadinessItem[] {
  return [...pageItems(draft, at), ...claimItems(draft, at), ...changeItems(draft, at)]
}

function pageItems(draft: Draft, at: string): ReadinessItem[] {
  const items: ReadinessItem[] = []
  const { interview } = draft
  if (draft.turns.length === 0) items.push(blocker('There is no transcript.'))
  if (draft.embargoUntil && draft.embargoUntil > at)
    items.push(blocker(`Under embargo until ${momentWords(draft.embargoUntil, draft.site.timeZone)}.`))
  if (interview.picture && interview.picture.alt.trim() === '')
    items.push(blocker('The picture has no description for those who cannot see it.'))
  if (interview.standfirst.trim() === '') items.push(warning('There is no standfirst.'))
  if (interview.bylines.length === 0) items.push(warning('There is no byline.'))
  if (!interview.happenedOn) items.push(warning('The date of the interview is not set.'))
  if (!interview.recording) items.push(warning('There is no recording: readers cannot listen to the words.'))
  const lastWordMs = draft.turns.reduce((latest, turn) => Math.max(latest, turn.endMs ?? 0), 0)
  // A few seconds of applause may be cut; a recording of another length is another recording.
  if (interview.recording?.durationMs && lastWordMs > interview.recording.durationMs + 5000)
    items.push(warning('The recording ends before the transcript does: is it the right one?'))
  const restMs = (interview.recording?.durationMs ?? 0) - lastWordMs
  if (lastWordMs > 0 && restMs > Math.max(120_000, lastWordMs / 10))
    items.push(
      warning(
        `The recording goes on for ${Math.round(restMs / 60_000)} minutes after the transcript’s last word: is it the right one?`,
      ),
    )
  if (draft.turns.some((turn) => turn.participantId === null))
    items.push(warning('Some turns have no speaker.'))
  for (const [index, { turnId, title }] of draft.chapters.entries()) {
    const first = draft.chapters.findIndex((other) => other.turnId === turnId)
    if (first < index)
      items.push(
        warning(
          `Two chapters begin at one turn, “${draft.chapters[first]?.title}” and “${title}”: remove one.`,
        ),
      )
  }
  if (draft.backgroundDrafts > 0)
    items.push(
      warning(
        plural(
          draft.backgroundDrafts,
          'background note is',
          'background notes are',
          'not approved and will not be shown.',
        ),
      ),
    )
  return items
}

function claimItems(draft: Draft, at: string): ReadinessItem[] {
  const items: ReadinessItem[] = []
  const chosen = chooseClaims(draft)
  if (chosen.length === 0) items.push(blocker('No claim is approved yet.'))
  for (const one of chosen) {
    const { number } = one.claim
    if (one.claim.needsAnchor)
      items.push(
        blocker(`Claim ${number} waits: its words were corrected. Say which words it quotes now.`, number),
      )
    else if (!standsOnItsWords(one, draft))
      items.push(blocker(`Claim ${number}: its quote no longer stands in the transcript.`, number))
    const ends = twoSpeakers(one, draft)
    if (ends !== null)
      items.push(
        blocker(
          `Claim ${number} begins in the words of ${ends.first} and ends in those of ${ends.last}: readers would take all of them for ${one.content.speaker.name}’s. Move it to the words of one of them and have it approved again.`,
          number,
        ),
      )
    const another = speakerNow(one, draft)
    if (another !== null) {
      const said = `Claim ${number}: approved as said by “${one.content.speaker.name}”, but its turn is now “${another.name}”`
      // A name spelt better may wait; a person who did not say it may not.
      items.push(
        another.samePerson
          ? warning(`${said}.`, number)
          : blocker(`${said}. Send it to review and have it approved again.`, number),
      )
    }
    if (
      one.content.challenge.kind !== 'unchallenged' &&
      one.content.challenge.turnId === null &&
      one.content.anchor
    )
      items.push(warning(`Claim ${number} is marked as challenged, but not by which reply.`, number))
    if (one.carriedOver && !one.claim.needsAnchor)
      items.push(
        warning(
          `Claim ${number} changed since it was approved: readers go on seeing the approved text.`,
          number,
        ),
      )
    items.push(...replyItems(one, draft, at))
  }
  const shown = new Set(chosen.map((one) => one.claim.number))
  for (const { number, status, needsAnchor } of draft.claims)
    if (needsAnchor && status !== 'dropped' && !shown.has(number))
      items.push(
        warning(
          `Claim ${number} waits: its words were corrected. It is not shown before somebody says which words it quotes.`,
          number,
        ),
      )
  const left = draft.claims.filter(
    (claim) =>
      claim.status !== 'dropped' && !claim.needsAnchor && !shown.has(claim.number) && !currentApproval(claim),
  )
  if (left.length > 0)
    items.push(warning(plural(left.length, 'claim is', 'claims are', 'not approved and will not be shown.')))
  return items
}

/** Whom the verdict is about and nobody asked, who has until when, and who was silent without anybody writing so. */
function replyItems({ claim, content }: ChosenClaim, draft: Draft, at: string): ReadinessItem[] {
  const { number } = claim
  const { rates, ratingValue } = content.verdict
  const against = rates && (ratingValue === null || ratingValue < 5)
  const asked = claim.asked + content.replies.length > 0
  if (against && !asked && content.speaker.personSlug !== null)
    return [warning(`Claim ${number}: nobody has asked ${content.speaker.name} for an answer.`, number)]
  return claim.waitingReplies.map(({ asked, deadline }) => {
    if (deadline === null) return warning(`Claim ${number}: ${asked} was asked and has not answered.`, number)
    const until = momentWords(deadline, draft.site.timeZone)
    return deadline <= at
      ? warning(
          `Claim ${number}: ${asked} had until ${until} to answer. Record the silence, or wait longer.`,
          number,
        )
      : warning(`Claim ${number}: ${asked} was asked and has until ${until}.`, number)
  })
}

/** Who the turn under a claim belongs to now, where that is not whom the approval names; else null. */
function speakerNow(chosen: ChosenClaim, draft: Draft): { name: string; samePerson: boolean } | null {
  const anchor = anchorOf(chosen)
  const turn = draft.turns.find(({ id }) => id === anchor?.firstTurnId)
  const participant = draft.participants.find(({ id }) => id === turn?.participantId)
  if (!participant || !anchor) return null
  const { name, personSlug } = chosen.content.speaker
  if (participant.name === name && participant.slug === personSlug) return null
  return { name: participant.name, samePerson: participant.slug !== null && participant.slug === personSlug }
}

/** Who speaks at a claim's two ends, where they are two people. Somebody who only interrupts in between is none of them. */
function twoSpeakers(chosen: ChosenClaim, draft: Draft): { first: string; last: string } | null {
  const anchor = anchorOf(chosen)
  const speakerIn = (turnId: string | undefined) => {
    const turn = draft.turns.find(({ id }) => id === turnId)
    return draft.participants.find(({ id }) => id === turn?.participantId)
  }
  const [first, last] = [speakerIn(anchor?.firstTurnId), speakerIn(anchor?.lastTurnId)]
  return first && last && first.id !== last.id ? { first: first.name, last: last.name } : null
}

function changeItems(draft: Draft, at: string): ReadinessItem[] {
  if (!draft.lastPage || draft.takenDown) return []
  return differs(draft.lastPage, buildSnapshot(draft, at, []))
    ? []
    : [blocker('Nothing has changed since the last publication.')]
}

function plural(count: number, one: string, many: string, rest: string): string {
  return `${count} ${count === 1 ? one : many} ${rest}`
}
