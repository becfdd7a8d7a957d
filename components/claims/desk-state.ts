import type {
  BackgroundView,
  ClaimView,
  CorrectionResult,
  DeskChanges,
  LookView,
  PersonName,
} from '@/claims/views'

/** What the browser holds of the desk; grows by answers to this editor's acts and by what colleagues did. */
export type DeskState = {
  revision: number
  claims: readonly ClaimView[]
  background: readonly BackgroundView[]
  /** Who may be said to speak; `name` as it stands before their turns. */
  participants: readonly PersonName[]
  /** Conversations about the interview itself that nobody has settled. */
  openThreads: number
  /** This member's looks at claims. */
  looks: readonly LookView[]
}

/** An answer that was overtaken on its way never replaces what is newer. */
export function withClaim(state: DeskState, claim: ClaimView): DeskState {
  const known = state.claims.find((one) => one.id === claim.id)
  if (!known) return { ...state, claims: [...state.claims, claim] }
  if (isOlder(claim, known)) return state
  return { ...state, claims: state.claims.map((one) => (one.id === claim.id ? claim : one)) }
}

function isOlder(claim: ClaimView, known: ClaimView): boolean {
  return claim.revision < known.revision || claim.version < known.version
}

export function withLook(state: DeskState, look: LookView): DeskState {
  return { ...state, looks: laterLook(state.looks, look) }
}

/** One look a claim: the later one, and of one look what was read of it last. */
function laterLook(looks: readonly LookView[], look: LookView): readonly LookView[] {
  const known = looks.find((one) => one.claimId === look.claimId)
  if (known && known.at > look.at) return looks
  return [...looks.filter((one) => one !== known), look]
}

export function withNote(state: DeskState, note: BackgroundView): DeskState {
  const known = state.background.find((one) => one.id === note.id)
  if (!known) return { ...state, background: [...state.background, note] }
  if (note.version < known.version) return state
  return { ...state, background: state.background.map((one) => (one.id === note.id ? note : one)) }
}

export function withoutNote(state: DeskState, noteId: string): DeskState {
  return { ...state, background: state.background.filter((note) => note.id !== noteId) }
}

/** What a correction did to claims and notes. As with every answer to one's own act, the revision stays. */
export function withCorrection(
  state: DeskState,
  result: Pick<CorrectionResult, 'claims' | 'background' | 'participants'>,
): DeskState {
  const merged = result.background.reduce(withNote, result.claims.reduce(withClaim, state))
  return { ...merged, participants: result.participants }
}

/**
 * Only a poll moves the revision on: an answer to one's own act says nothing about what colleagues did before it.
 * A poll carries all background notes, so one that is missing there was removed.
 */
export function withChanges(state: DeskState, changes: DeskChanges): DeskState {
  // Nothing happened: such an answer carries no notes at all.
  if (changes.revision <= state.revision) return state
  const kept = changes.background.map((note) => {
    const known = state.background.find((one) => one.id === note.id)
    return known && known.version > note.version ? known : note
  })
  const merged = changes.claims.reduce(withClaim, state)
  return {
    ...merged,
    background: kept,
    participants: changes.participants,
    openThreads: changes.openThreads,
    looks: changes.looks.reduce(laterLook, merged.looks),
    revision: Math.max(state.revision, changes.revision),
  }
}
