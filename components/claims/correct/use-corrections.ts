import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { DeskActions } from '@/claims/desk-actions'
import type { CorrectionResult, DeskChanges } from '@/claims/views'
import { Corrections } from '@/components/claims/correct/corrections'
import { newerTurns } from '@/components/claims/correct/newer-turns'
import { placeHosts, type TurnHost } from '@/components/claims/correct/turn-hosts'
import { useTurnEditing } from '@/components/claims/correct/use-turn-editing'
import { useUndo } from '@/components/claims/correct/use-undo'
import type { DraftStore } from '@/components/claims/drafts'
import { fetchChanges } from '@/components/claims/fetch-changes'
import { keepReadingPlace } from '@/components/transcripts/correct/reading-place'
import type { TranscriptController } from '@/components/transcripts/transcript-controller'
import { toastRefused } from '@/components/ui/toaster.island'
import type { Step } from '@/transcripts/correction-schema'
import type { TurnsDelta } from '@/transcripts/correction-views'

/** How long after the last letter what is typed is written into the browser's storage. */
const KEEP_AFTER_MS = 200

type World = {
  interviewId: string
  actions: DeskActions
  store: DraftStore
  transcript: TranscriptController | null
  /** Grows with every turn that changes in the page. */
  turnsMoment: number
  /** Reads the whole transcript again. */
  reread: () => Promise<void>
  revision: () => number
  acceptChanges: (changes: DeskChanges) => void
  acceptCorrection: (result: CorrectionResult) => void
  say: (message: string) => void
}

/** What is asked for in a dialog. */
export type CorrectDialog = { kind: 'replace' | 'times' } | { kind: 'time'; turnId: string }

export type Correcting = ReturnType<typeof useCorrections>

/** Corrections in the workspace: typing, steps and their undoing, and what colleagues corrected coming into the page. */
export function useCorrections(given: World) {
  const world = useRef(given)
  world.current = given
  const known = useRef(new Map<string, number>())
  const missed = useRef(false)
  const [hosts, setHosts] = useState<readonly TurnHost[]>([])
  const [dialog, ask] = useState<CorrectDialog | null>(null)
  const { interviewId, actions, store, transcript, say } = given

  const corrections = useMemo(
    () =>
      new Corrections({
        interviewId,
        store,
        correct: actions.correctTranscript,
        undo: actions.undoStep,
        textOf: (turnId) => {
          const words = world.current.transcript?.page.words
          return words?.turns[words.indexOf(turnId)]?.text ?? null
        },
        took: (result) => latest.current.took(result),
        catchUp: () => latest.current.catchUp(),
        later(act) {
          const timer = setTimeout(act, KEEP_AFTER_MS)
          return () => clearTimeout(timer)
        },
      }),
    [interviewId, actions, store],
  )
  const moment = useSyncExternalStore(corrections.subscribe, corrections.snapshot, () => 0)

  /** Refusals are told by a message: a step has no field beside which one could stand. */
  async function perform(step: Step): Promise<boolean> {
    const result = await corrections.step(step)
    if (!result.ok) refuse(result.error.message)
    return result.ok
  }

  function refuse(message: string): void {
    toastRefused(message)
    say(message)
  }

  const undo = useUndo({ interviewId, corrections, refuse, say })
  const givenName = (turnId: string) => `given-up:${interviewId}:${turnId}`
  const editing = useTurnEditing({
    transcript,
    corrections,
    perform,
    keepGivenUp: (turnId, text) => void store.keep(givenName(turnId), text),
    say,
  })

  function acceptTurns(delta: TurnsDelta, revision: number): void {
    const { transcript: here, reread } = world.current
    if (!here) {
      missed.current = true
      return
    }
    const news = newerTurns(known.current, delta, revision)
    if (news.changed.length === 0 && news.removed.length === 0) return
    let complete = true
    const caret = here.selected ? here.page.paragraphs[here.selected.focus.turn] : undefined
    keepReadingPlace(here.page, caret, () => {
      complete = here.changeTurns(news)
    })
    if (!complete) void reread()
    corrections.settleAll()
    for (const { id } of news.changed) editing.sync(id)
  }

  function took(result: CorrectionResult): void {
    acceptTurns(result.turns, result.revision)
    world.current.acceptCorrection(result)
    undo.remember(result)
    if (result.step.kind === 'words') for (const { id } of result.turns.changed) store.forget(givenName(id))
  }

  async function catchUp(): Promise<void> {
    const changes = await fetchChanges(interviewId, world.current.revision())
    if (!changes) return
    world.current.acceptChanges(changes)
    acceptTurns(changes.turns, changes.revision)
  }

  const latest = useRef({ took, catchUp })
  latest.current = { took, catchUp }

  // What an earlier page left, once there is a transcript that it can stand in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each transcript
  useEffect(() => {
    if (!transcript) return
    if (missed.current) void world.current.reread()
    missed.current = false
    for (const turnId of corrections.restore()) editing.sync(turnId)
    void corrections.flush()
  }, [transcript, corrections])

  useEffect(() => {
    const keep = () => corrections.keepAll()
    const ask = (event: BeforeUnloadEvent) => {
      keep()
      if (corrections.isHomeless()) event.preventDefault()
    }
    addEventListener('pagehide', keep)
    addEventListener('beforeunload', ask)
    document.addEventListener('visibilitychange', keep)
    return () => {
      removeEventListener('pagehide', keep)
      removeEventListener('beforeunload', ask)
      document.removeEventListener('visibilitychange', keep)
    }
  }, [corrections])

  // Room under the turn that is edited, and under each whose words could not be saved.
  useEffect(() => {
    if (!transcript) return
    const wanting = corrections.unsaved().filter((turnId) => {
      const draft = corrections.draft(turnId)
      return !draft?.wanted || corrections.error(turnId) || corrections.state().kind !== 'saving'
    })
    const ids = [...new Set([...(editing.editingId ? [editing.editingId] : []), ...wanting])]
    setHosts((before) => placeHosts(transcript.page, before, ids))
  })

  return {
    corrections,
    moment,
    turnsMoment: given.turnsMoment,
    /** False until there is a transcript that drafts can be compared with. */
    ready: transcript !== null,
    hosts,
    dialog,
    ask,
    ...editing,
    ...undo,
    perform,
    acceptTurns,
    catchUp,
    async saveTurn(turnId: string) {
      await corrections.save(turnId)
      editing.sync(turnId)
    },
    /** Settles what two people wrote: from what stands now to the text chosen. */
    async choose(turnId: string, text: string) {
      await corrections.choose(turnId, text)
      editing.sync(turnId)
    },
    /** Takes the server's text; what was typed can still be brought back. */
    letGo(turnId: string) {
      const text = corrections.giveUp(turnId)
      if (text !== null) store.keep(givenName(turnId), text)
      editing.sync(turnId)
    },
    givenUp: useCallback(
      (turnId: string) => store.find(`given-up:${interviewId}:${turnId}`, z.string()),
      [store, interviewId],
    ),
  }
}
