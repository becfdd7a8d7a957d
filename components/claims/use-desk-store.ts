import { useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { DeskActions } from '@/claims/desk-actions'
import type {
  BackgroundView,
  ClaimView,
  CorrectionResult,
  DeskChanges,
  DeskView,
  LookView,
} from '@/claims/views'
import { ClaimSaver } from '@/components/claims/claim-saver'
import {
  type DeskState,
  withChanges,
  withClaim,
  withCorrection,
  withLook,
  withNote,
  withoutNote,
} from '@/components/claims/desk-state'
import { browserShelf, draftStore } from '@/components/claims/drafts'
import { kindOf } from '@/components/claims/outbox/act-kinds'
import { aloneInBrowser } from '@/components/claims/outbox/browser-lock'
import { durableActions } from '@/components/claims/outbox/durable-actions'
import type { KeptAct } from '@/components/claims/outbox/kept-act'
import { Outbox } from '@/components/claims/outbox/outbox'
import { provisionalClaim } from '@/components/claims/outbox/provisional-claim'
import { backgroundIn, claimIn } from '@/components/claims/send'

const PAUSE_MS = 1200

type Store = {
  view: DeskView
  memberId: string
  /** The server's actions as they are. */
  server: DeskActions
  /** Tells of an act that was done after nobody waited for it any more. */
  onLate: (act: KeptAct, value: unknown) => void
}

/** The browser's copy of the desk, what saves into it, and what waits to be done. */
export function useDeskStore({ view, memberId, server, onLate }: Store) {
  const held = useRef<DeskState>(view)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [restored, setRestored] = useState(0)
  const tellLate = useRef(onLate)
  tellLate.current = onLate

  const change = useCallback((next: DeskState) => {
    if (next === held.current) return
    held.current = next
    redraw()
  }, [])

  const { interviewId } = view
  const { store, saver, outbox, actions, claimOf } = useMemo(() => {
    const shelf = draftStore(browserShelf(), memberId)
    const onServer = (claimId: string) => held.current.claims.find((claim) => claim.id === claimId)
    const find = (claimId: string) =>
      onServer(claimId) ?? provisionals(waits, interviewId).find((claim) => claim.id === claimId)
    const waits = new Outbox({
      store: shelf,
      send: ({ act, input }) => kindOf(act)?.send(server, input) ?? null,
      // What was typed before an act is saved before it: a claim goes to review with its last words.
      before: ({ lane }) => saving.flushClaim(lane),
      took(act, value, heard) {
        if (act.interviewId !== interviewId) return
        change(withAnswer(held.current, value))
        const claim = claimIn(value)
        if (claim) saving.settle(claim)
        if (!heard) tellLate.current(act, value)
        if (claim) void saving.flushClaim(claim.id)
      },
      alone: aloneInBrowser,
      later,
    })
    const saving = new ClaimSaver({
      store: shelf,
      revise: server.reviseClaim,
      claimOf: find,
      accept: (claim) => change(withClaim(held.current, claim)),
      isThere: (claimId) => onServer(claimId) !== undefined,
      later: (act) => later(act, PAUSE_MS),
    })
    return {
      store: shelf,
      saver: saving,
      outbox: waits,
      actions: durableActions(server, waits, interviewId),
      claimOf: find,
    }
  }, [memberId, server, interviewId, change])
  useSyncExternalStore(saver.subscribe, saver.snapshot, () => 0)
  useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => 0)

  // After the first paint, because the server cannot know what this browser keeps.
  useEffect(() => {
    outbox.reload()
    setRestored(saver.restore())
    void saver.flush()
    void outbox.flush()
    const onStorage = ({ key }: StorageEvent) => {
      // Without a name: all of it was cleared.
      if (key === null || key.includes(':act:')) outbox.reload()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (saver.isHomeless() || outbox.isHomeless()) event.preventDefault()
    }
    // Another tab of this browser has kept or sent something.
    addEventListener('storage', onStorage)
    addEventListener('beforeunload', onLeave)
    return () => {
      removeEventListener('storage', onStorage)
      removeEventListener('beforeunload', onLeave)
    }
  }, [saver, outbox])

  const waiting = provisionals(outbox, interviewId).filter(
    ({ id }) => !held.current.claims.some((claim) => claim.id === id),
  )
  const waitingIds = waiting.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a claim that waits is the same as long as its id is
  const claims = useMemo(
    () => (waiting.length === 0 ? held.current.claims : [...held.current.claims, ...waiting]),
    [held.current.claims, waitingIds],
  )

  return {
    state: held.current,
    /** With those that the server does not have yet. */
    claims,
    store,
    saver,
    outbox,
    /** The server's actions, kept in this browser until they are answered. */
    actions,
    /** How many fields an earlier page left behind; they are being sent. */
    restored,
    claimOf,
    accept(claim: ClaimView) {
      change(withClaim(held.current, claim))
      saver.settle(claim)
    },
    acceptLook: (look: LookView) => change(withLook(held.current, look)),
    acceptNote: (note: BackgroundView) => change(withNote(held.current, note)),
    forgetNote: (noteId: string) => change(withoutNote(held.current, noteId)),
    acceptCorrection(result: CorrectionResult) {
      change(withCorrection(held.current, result))
      for (const claim of result.claims) saver.settle(claim)
    },
    acceptChanges(changes: DeskChanges) {
      change(withChanges(held.current, changes))
      for (const claim of changes.claims) saver.settle(claim)
    },
    /** Call when the server was reached by other means. */
    reached() {
      saver.reached()
      outbox.reached()
    },
  }
}

/** Claims of this interview that wait to be flagged, once they have waited long enough to be shown so. */
function provisionals(outbox: Outbox, interviewId: string): ClaimView[] {
  return outbox
    .all()
    .filter((act) => act.interviewId === interviewId && outbox.isLate(act))
    .flatMap((act) => provisionalClaim(act) ?? [])
}

function withAnswer(state: DeskState, value: unknown): DeskState {
  const claim = claimIn(value)
  if (claim) return withClaim(state, claim)
  const note = backgroundIn(value)
  if (note) return withNote(state, note)
  const removed = z.strictObject({ noteId: z.string() }).safeParse(value).data
  return removed ? withoutNote(state, removed.noteId) : state
}

function later(act: () => void, ms: number): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
