import 'server-only'
import type { OutsideWords } from '@/claims/schema'
import type { Tx } from '@/platform/db'
import { personByName } from '@/transcripts/persons'

/** The columns of a claim made elsewhere. */
export async function outsideColumns(tx: Tx, { quote, claimant, appearance }: OutsideWords) {
  return {
    quote,
    claimantId: await personByName(tx, { name: claimant }),
    appearanceKind: appearance.kind,
    appearanceTitle: appearance.title,
    appearanceUrl: appearance.url,
    appearanceArchivedUrl: appearance.archivedUrl || null,
    appearanceOn: appearance.on ? new Date(appearance.on) : null,
  }
}
