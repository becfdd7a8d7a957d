import { useCallback, useEffect, useRef } from 'react'
import { z } from 'zod'
import type { DeskActions } from '@/claims/desk-actions'
import { type WordSelection, wordSelectionSchema } from '@/claims/schema'
import type { ClaimView, DeskView } from '@/claims/views'
import type { DraftStore } from '@/components/claims/drafts'
import { newRequestId } from '@/components/claims/request-id'
import { OFFLINE, send } from '@/components/claims/send'
import { sentenceSaid } from '@/components/claims/what-is-said'
import type { PlayerControl } from '@/components/transcripts/player/player-control'
import { toWordSelection } from '@/components/transcripts/selected-words'
import type { TimedWords } from '@/components/transcripts/spoken-turns'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { toastDone, toastRefused } from '@/components/ui/toaster.island'

const wishSchema = z.object({ requestId: z.string(), selection: wordSelectionSchema })
type Wish = z.infer<typeof wishSchema>

/**
 * One key flags the sentence being said. Nothing else changes: the recording plays on, and the focus and what is being typed
 * stay where they are. Each wish is kept in this browser until the server has it, so that a press is never lost.
 */
export function useFlagSaid(world: {
  interviewId: string
  store: DraftStore
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
  const beginning = `flag-said:${world.interviewId}:`

  const sendWish = useCallback(
    async (wish: Wish): Promise<void> => {
      const key = JSON.stringify(wish.selection)
      if (under.current.has(key)) return
      under.current.add(key)
      const { actions, interviewId, store } = now.current
      store.keep(beginning + wish.requestId, wish)
      const result = await send(() => actions.flagClaim({ interviewId, ...wish }))
      under.current.delete(key)
      if (!result.ok) {
        // Not reached: the wish stays, and goes out once the server answers again.
        if (result.error.kind !== OFFLINE) store.forget(beginning + wish.requestId)
        return refuse(
          now.current.say,
          `Not flagged${result.error.kind === OFFLINE ? ' yet' : ''}. ${result.error.message}`,
        )
      }
      store.forget(beginning + wish.requestId)
      now.current.accept(result.value)
      flagged(result.value, now.current)
    },
    [beginning],
  )

  /** Wishes that an earlier page or a broken connection left. */
  const sendKept = useCallback(() => {
    const { store } = now.current
    for (const name of store.names(beginning)) {
      const wish = store.find(name, wishSchema)
      if (wish) void sendWish(wish)
      else store.forget(name)
    }
  }, [beginning, sendWish])

  useEffect(sendKept, [sendKept])

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
      say(`This is claim ${known.number} already.`)
      return toastDone(`This is claim ${known.number} already`)
    }
    await sendWish({ requestId: newRequestId(), selection })
  }

  return { flagSaid, sendKept }
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

function flagged(claim: ClaimView, desk: Desk): void {
  const message = `Flagged as claim ${claim.number}: ${shorten(claim.quote)}`
  desk.say(message)
  toastDone(message, { undo: () => void drop(claim, desk) })
}

async function drop(claim: ClaimView, { actions, accept, say }: Desk): Promise<void> {
  const result = await send(() => actions.moveClaim({ claimId: claim.id, from: claim.status, to: 'dropped' }))
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
