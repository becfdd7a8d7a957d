import { useRef } from 'react'
import type { DeskActions } from '@/claims/desk-actions'
import type { WordSelection } from '@/claims/schema'
import type { ClaimView, DeskView } from '@/claims/views'
import { isProvisional } from '@/components/claims/outbox/provisional-claim'
import { newRequestId } from '@/components/claims/request-id'
import { isKept } from '@/components/claims/send'
import { sentenceSaid } from '@/components/claims/what-is-said'
import type { PlayerControl } from '@/components/transcripts/player/player-control'
import { fromWordSelection, selectedText, toWordSelection } from '@/components/transcripts/selected-words'
import type { TimedWords } from '@/components/transcripts/spoken-turns'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'

/**
 * One key flags the sentence being said. Nothing else changes: the recording plays on, and the focus and what is being typed
 * stay where they are. The outbox keeps each wish until the server has it, so that a press is never lost.
 */
export function useFlagSaid(world: {
  interviewId: string
  control: PlayerControl
  transcript: TranscriptController | null
  timed: () => Promise<TimedWords | null>
  claims: readonly ClaimView[]
  canFlag: DeskView['canFlag']
  actions: Pick<DeskActions, 'flagClaim' | 'moveClaim'>
  accept: (claim: ClaimView) => void
  say: (message: string) => void
}) {
  const now = useRef(world)
  now.current = world
  const under = useRef(new Set<string>())

  async function flag(selection: WordSelection): Promise<void> {
    const key = JSON.stringify(selection)
    if (under.current.has(key)) return
    under.current.add(key)
    const { actions, interviewId, transcript } = now.current
    const place = transcript && fromWordSelection(transcript.page.words, selection)
    const seen = transcript && place ? selectedText(transcript.page.words, place) : undefined
    const result = await actions.flagClaim({ interviewId, requestId: newRequestId(), selection, seen })
    under.current.delete(key)
    if (!result.ok) {
      const yet = isKept(result.error) ? ' yet' : ''
      return refuse(now.current.say, `Not flagged${yet}. ${result.error.message}`)
    }
    now.current.accept(result.value)
    flagged(result.value, now.current)
  }

  async function flagSaid() {
    const { control, transcript, canFlag, timed: load, say } = now.current
    // Taken before anything is waited for: the recording plays on.
    const ms = control.nowMs()
    const heard = { fromMs: control.heardFromMs, rate: control.snapshot().rate }
    if (!canFlag.allowed) return refuse(now.current.say, canFlag.reason)
    const timed = await load()
    if (!transcript || !timed)
      return refuse(now.current.say, 'Not flagged. The times of the words could not be read; try again.')
    if (timed.turns.length === 0)
      return refuse(
        now.current.say,
        'These words have no times, so nobody knows what is being said. Select them and press F.',
      )
    const { turns } = transcript.page.words
    const sentence = sentenceSaid(
      timed,
      ms,
      heard,
      (one, other) => turns[one]?.speaker === turns[other]?.speaker,
    )
    const selection = sentence && toWordSelection(transcript.page.words, sentence)
    if (!selection) return refuse(now.current.say, 'Not flagged. No words are being said here.')
    const known = now.current.claims.find(
      (claim) => claim.status !== 'dropped' && sameWords(claim, selection),
    )
    if (known) {
      const message = isProvisional(known)
        ? 'These words are flagged already, and wait to be saved'
        : `This is claim ${known.number} already`
      say(`${message}.`)
      return toastDone(message)
    }
    await flag(selection)
  }

  return { flagSaid }
}

type Desk = {
  actions: Pick<DeskActions, 'moveClaim'>
  accept: (claim: ClaimView) => void
  say: (message: string) => void
}

function refuse(say: Desk['say'], message: string): void {
  say(message)
  toastRefused(message)
}

/** What is said of words that were flagged. */
export function flaggedAs(claim: Pick<ClaimView, 'number' | 'quote'>): string {
  return `Flagged as claim ${claim.number}: ${shorten(claim.quote)}`
}

function flagged(claim: ClaimView, desk: Desk): void {
  const message = flaggedAs(claim)
  desk.say(message)
  toastDone(message, { undo: () => void drop(claim, desk) })
}

async function drop(claim: ClaimView, { actions, accept, say }: Desk): Promise<void> {
  const result = await actions.moveClaim({ claimId: claim.id, from: claim.status, to: 'dropped' })
  if (!result.ok) return refuse(say, `Claim ${claim.number} was not dropped. ${result.error.message}`)
  accept(result.value)
  say(`Claim ${claim.number} dropped.`)
}

function sameWords({ anchor }: ClaimView, selection: WordSelection): boolean {
  return (
    anchor !== null &&
    anchor.firstTurnId === selection.firstTurnId &&
    anchor.firstWord === selection.firstWord &&
    anchor.lastTurnId === selection.lastTurnId &&
    anchor.lastWord === selection.lastWord
  )
}

function shorten(quote: string): string {
  const line = quote.replaceAll('\n', ' ')
  return line.length > 90 ? `“${line.slice(0, 80).trimEnd()}…”` : `“${line}”`
}
