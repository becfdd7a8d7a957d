import { EMPTY_DRAFT, type LoadDraft, loadDraftSchema } from '@/components/transcripts/load-draft'

/** Where this browser keeps what was typed about a file that is not saved yet. Blocked storage loses only that comfort. */

const keyOf = (contentHash: string) => `claimline-load-${contentHash}`

/** What was typed about this file before, or nothing changed. */
export function keptDraft(contentHash: string): LoadDraft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(contentHash)) ?? 'null')
    const draft = loadDraftSchema.safeParse(kept)
    // Loading again is asked each time.
    return draft.success ? { ...draft.data, loadAgain: false } : EMPTY_DRAFT
  } catch {
    return EMPTY_DRAFT
  }
}

export function keepDraft(contentHash: string, draft: LoadDraft): void {
  if (draft === EMPTY_DRAFT) return
  try {
    localStorage.setItem(keyOf(contentHash), JSON.stringify(draft))
  } catch {
    // storage is full or blocked: the page still holds what was typed
  }
}

export function forgetDraft(contentHash: string): void {
  try {
    localStorage.removeItem(keyOf(contentHash))
  } catch {
    // nothing was kept then
  }
}
