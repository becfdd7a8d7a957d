import { unstable_isUnrecognizedActionError } from 'next/navigation'
import type { BackgroundView, ClaimView } from '@/claims/views'
import type { ActionError, ActionResult } from '@/platform/action-result'

/** Kind of an error that means: the server was not reached, nothing is known of what it did. */
export const OFFLINE = 'offline'

/** True for an error after which an act still stands in this browser's outbox, and is sent by itself. */
export function isKept({ kind }: ActionError): boolean {
  return kind === OFFLINE || kind === 'signed-out' || kind === 'outdated'
}

/** Runs an act of the server's. A connection that broke is a refusal like any other, and never an exception. */
export async function send<Value>(act: () => Promise<ActionResult<Value>>): Promise<ActionResult<Value>> {
  try {
    return await act()
  } catch (thrown) {
    // A newer version was installed while this page was open: trying again cannot help, loading again does.
    const outdated = unstable_isUnrecognizedActionError(thrown)
    return {
      ok: false,
      error: {
        kind: outdated ? 'outdated' : OFFLINE,
        message: outdated
          ? 'This page is older than the server. Load it again; what you wrote is kept in this browser.'
          : 'The server could not be reached. What you wrote is kept in this browser.',
        fields: {},
      },
    }
  }
}

/** The claim that a conflict carries; null where it carries something else. Our own server made it: its marks are enough. */
export function claimIn(current: unknown): ClaimView | null {
  return isClaim(current) ? current : null
}

function isClaim(value: unknown): value is ClaimView {
  return typeof value === 'object' && value !== null && 'abilities' in value && 'claimReviewed' in value
}

/** The background note that an answer carries; null where it carries something else. */
export function backgroundIn(value: unknown): BackgroundView | null {
  return isBackground(value) ? value : null
}

function isBackground(value: unknown): value is BackgroundView {
  return isNote(value) && 'turnId' in value && 'approved' in value
}

/** Title, text and version of a background note that a conflict carries. */
export function noteIn(current: unknown): Pick<BackgroundView, 'title' | 'body' | 'version'> | null {
  return isNote(current) ? current : null
}

function isNote(value: unknown): value is Pick<BackgroundView, 'title' | 'body' | 'version'> {
  return (
    typeof value === 'object' && value !== null && 'title' in value && 'body' in value && 'version' in value
  )
}
