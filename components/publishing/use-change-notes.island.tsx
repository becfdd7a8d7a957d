'use client'
import { useState } from 'react'
import type { NoteDraft, NoteFaults } from '@/components/publishing/change-notes'
import { useKeptState } from '@/components/publishing/use-kept-state.island'
import type { ActionError } from '@/platform/action-result'
import type { ClaimDifference } from '@/publishing/compare'
import type { ChangeNote } from '@/publishing/schema'

/**
 * Notes to readers while they are written: kept in this browser under `key` until they went out, sent without the empty ones,
 * and each with what a refusal says of it.
 * @param before what was written with a plan that has not gone out: stands in the fields until somebody writes there.
 */
export function useChangeNotes(
  key: string,
  differences: readonly ClaimDifference[],
  before: readonly NoteDraft[] = [],
) {
  const [kept, setNotes] = useKeptState<NoteDraft[] | null>(key, null)
  const notes = kept ?? before
  const [faults, setFaults] = useState<NoteFaults>({})
  const differing = new Set(differences.map(({ number }) => number))
  // What was begun as an update may have become a correction since: a verdict was changed under it.
  const shown = notes.map((note): NoteDraft => {
    const must = differences.some((one) => one.number === note.claimNumber && one.requires === 'correction')
    return must ? { ...note, kind: 'correction' } : note
  })
  const toSend: ChangeNote[] = shown.filter(
    ({ claimNumber, kind, wrong, note }) =>
      (note.trim() !== '' || (kind === 'correction' && (wrong ?? '').trim() !== '')) &&
      (claimNumber === null || differing.has(claimNumber)),
  )
  return {
    notes: shown,
    faults,
    toSend,
    change(note: NoteDraft) {
      setNotes([...shown.filter((other) => other.claimNumber !== note.claimNumber), note])
    },
    /** Puts what the server refused beside the notes that it is about. @param sent as they were sent. */
    refused({ fields }: Pick<ActionError, 'fields'>, sent: readonly ChangeNote[] = toSend) {
      setFaults(faultsOf(fields, sent))
    },
    /** They went out: nothing is kept any more. */
    done() {
      setNotes(null)
      setFaults({})
    },
  }
}

/** `changes.0.wrong` is of the first note sent, `changes.claim-7` of a claim that nothing was sent about. */
function faultsOf(fields: ActionError['fields'], sent: readonly ChangeNote[]): NoteFaults {
  const faults: NoteFaults = {}
  const put = (name: string, part: 'wrong' | 'note', message: string) => {
    faults[name] = { ...faults[name], [part]: message }
  }
  for (const [path, message] of Object.entries(fields)) {
    const [, claim] = /^changes\.claim-(\d+)$/.exec(path) ?? []
    const [, index, part] = /^changes\.(\d+)\.(wrong|note)$/.exec(path) ?? []
    const about = index === undefined ? undefined : sent[Number(index)]
    if (claim) put(claim, 'note', message)
    else if (about) put(`${about.claimNumber ?? 'page'}`, part === 'wrong' ? 'wrong' : 'note', message)
    else if (path === 'changes') put('page', 'note', message)
  }
  return faults
}
