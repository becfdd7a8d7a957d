import { type PointerEvent, useRef, useState } from 'react'
import type { ClaimView, EvidenceView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { beforeWhich, droppedBefore } from '@/components/claims/sources/reorder'
import { useSend } from '@/components/claims/use-send'

/** Puts the sources of a list into another order: by dragging a handle, or by keys. */
export function useReorder(claim: ClaimView, shown: readonly EvidenceView[]) {
  const { actions, accept, say } = useDesk()
  const { run, error } = useSend()
  const list = useRef<HTMLUListElement>(null)
  /** Which source is dragged, and before which of those shown it would be dropped. */
  const [drag, setDrag] = useState<{ id: string; nth: number } | null>(null)
  const all = claim.evidence.map((item) => item.id)
  const ids = shown.map((item) => item.id)

  async function place(id: string, beforeId: string | null | undefined) {
    if (beforeId === undefined) return
    const moved = await run(() => actions.placeEvidence({ claimId: claim.id, itemId: id, beforeId }), say)
    if (!moved) return
    accept(moved.value)
    const now = moved.value.evidence
      .filter((item) => ids.includes(item.id))
      .findIndex((item) => item.id === id)
    say(`Now ${now + 1} of ${ids.length}.`)
    // Whoever has gone on to write elsewhere meanwhile is not called back.
    const at = document.activeElement
    if (at === document.body || list.current?.contains(at))
      requestAnimationFrame(() => document.getElementById(handleId(id))?.focus())
  }

  function over(clientY: number): number {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
    const below = rows.findIndex((box) => clientY < box.top + box.height / 2)
    return below < 0 ? rows.length : below
  }

  return {
    list,
    drag,
    error,
    step(id: string, by: -1 | 1) {
      const before = beforeWhich(all, ids, id, by)
      if (before === undefined) say(by < 0 ? 'It is the first already.' : 'It is the last already.')
      void place(id, before)
    },
    handle: (id: string) => ({
      id: handleId(id),
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ id, nth: ids.indexOf(id) })
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (drag?.id === id) setDrag({ id, nth: over(event.clientY) })
      },
      onPointerUp() {
        if (drag?.id !== id) return
        setDrag(null)
        void place(id, droppedBefore(all, ids, id, drag.nth))
      },
      onPointerCancel: () => setDrag(null),
    }),
    giveUp: () => setDrag(null),
  }
}

function handleId(id: string): string {
  return `source-handle-${id}`
}
