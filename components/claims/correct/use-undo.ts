import { useRef } from 'react'
import type { CorrectionResult } from '@/claims/views'
import type { Corrections } from '@/components/claims/correct/corrections'
import { fetchHistory } from '@/components/claims/correct/fetch-history'
import { tellStep } from '@/components/claims/correct/tell-step'
import { toastDone } from '@/components/ui/toaster.island'

/** Taking back one's own steps, the last one first, and doing them again. Every step is told, with its undo beside it. */
export function useUndo({
  interviewId,
  corrections,
  refuse,
  say,
}: {
  interviewId: string
  corrections: Corrections
  refuse: (message: string) => void
  say: (message: string) => void
}) {
  const done = useRef<string[]>([])
  const undone = useRef<string[]>([])

  /** Tells a step that was done, and which claims wait since. */
  function remember({ step, claims }: CorrectionResult): void {
    const told = tellStep(step.summary, claims)
    say(told)
    if (step.kind === 'undo') return
    if (!done.current.includes(step.id)) done.current.push(step.id)
    undone.current = []
    toastDone(told, { undo: () => void takeBack(step.id) })
  }

  /** Takes one step back. @returns false where it was refused, which is told. */
  async function takeBack(stepId: string): Promise<boolean> {
    const result = await corrections.undo(stepId)
    if (!result.ok) {
      refuse(result.error.message)
      return false
    }
    done.current = done.current.filter((one) => one !== stepId)
    undone.current.push(result.value.step.id)
    toastDone(result.value.step.summary, { undo: () => void doAgain() })
    return true
  }

  async function undoLast(): Promise<void> {
    const last = done.current.at(-1) ?? (await lastOfMine(interviewId))
    if (last) await takeBack(last)
    else say('You have corrected nothing here that could be taken back.')
  }

  async function doAgain() {
    const last = undone.current.pop()
    if (!last) return say('Nothing was taken back.')
    const others = undone.current
    const result = await corrections.undo(last)
    if (!result.ok) return refuse(result.error.message)
    done.current.push(result.value.step.id)
    undone.current = others
    toastDone(tellStep(result.value.step.summary, result.value.claims))
  }

  return { remember, takeBack, undoLast, doAgain }
}

/** From an earlier page: the newest step of this member's that still stands. */
async function lastOfMine(interviewId: string): Promise<string | null> {
  const page = await fetchHistory(interviewId, null)
  const step = page?.steps.find((one) => one.byMe && one.kind !== 'undo' && one.undo.allowed)
  return step?.id ?? null
}
