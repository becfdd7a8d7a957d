import { useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import type { DeskActions } from '@/claims/desk-actions'
import type { BackgroundView, ClaimView, CorrectionResult, DeskChanges, DeskView } from '@/claims/views'
import { ClaimSaver } from '@/components/claims/claim-saver'
import {
  type DeskState,
  withChanges,
  withClaim,
  withCorrection,
  withNote,
  withoutNote,
} from '@/components/claims/desk-state'
import { draftStore } from '@/components/claims/drafts'

const PAUSE_MS = 1200

/** The browser's copy of the desk, and what saves into it. */
export function useDeskStore(view: DeskView, memberId: string, actions: DeskActions) {
  const held = useRef<DeskState>(view)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [restored, setRestored] = useState(0)

  const change = useCallback((next: DeskState) => {
    if (next === held.current) return
    held.current = next
    redraw()
  }, [])

  const { store, saver } = useMemo(() => {
    const shelf = draftStore(browserShelf(), memberId)
    const saving = new ClaimSaver({
      store: shelf,
      revise: actions.reviseClaim,
      claimOf: (claimId) => held.current.claims.find((claim) => claim.id === claimId),
      accept: (claim) => change(withClaim(held.current, claim)),
      later(act) {
        const timer = setTimeout(act, PAUSE_MS)
        return () => clearTimeout(timer)
      },
    })
    return { store: shelf, saver: saving }
  }, [memberId, actions, change])
  useSyncExternalStore(saver.subscribe, saver.snapshot, () => 0)

  // After the first paint, because the server cannot know what this browser keeps.
  useEffect(() => {
    setRestored(saver.restore())
    void saver.flush()
  }, [saver])

  return {
    state: held.current,
    store,
    saver,
    /** How many fields an earlier page left behind; they are being sent. */
    restored,
    claimOf: (claimId: string) => held.current.claims.find((claim) => claim.id === claimId),
    accept(claim: ClaimView) {
      change(withClaim(held.current, claim))
      saver.settle(claim)
    },
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
  }
}

/** The browser's storage; one that forgets with the page where there is none, or where it is switched off. */
function browserShelf(): Storage {
  try {
    return window.localStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      get length() {
        return kept.size
      },
      key: (index) => [...kept.keys()][index] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      clear: () => kept.clear(),
    }
  }
}
