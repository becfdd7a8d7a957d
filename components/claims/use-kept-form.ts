import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useDesk } from '@/components/claims/desk-context'
import type { DraftStore } from '@/components/claims/drafts'
import { newRequestId } from '@/components/claims/request-id'

const keptSchema = z.object({ requestId: z.string(), value: z.unknown() })

/**
 * A form whose text stays in this browser until it was sent. Its request id is kept with it: once it is sent the outbox
 * holds the text under that id, and gives it back where the server would not take it.
 */
export function useKeptForm<Value>(name: string, schema: z.ZodType<Value>, initial: Value) {
  const { store, outbox } = useDesk()
  const [kept, setKept] = useState(() => found(store, name, schema) ?? fresh(initial))

  // What the outbox holds is sent by itself: the form is free for what comes next.
  useEffect(() => {
    if (!outbox.holdsLate(kept.requestId)) return
    store.forget(name)
    setKept(fresh(initial))
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when something was given back
  useEffect(() => {
    const back = outbox.returned > 0 ? found(store, name, schema) : null
    if (back) setKept(back)
  }, [outbox.returned])

  return {
    value: kept.value,
    requestId: kept.requestId,
    change(value: Value) {
      const next = { ...kept, value }
      setKept(next)
      store.keep(name, next)
    },
    /** It was accepted, or given up. */
    forget() {
      store.forget(name)
      setKept(fresh(initial))
    },
  }
}

function fresh<Value>(value: Value) {
  return { requestId: newRequestId(), value }
}

function found<Value>(store: DraftStore, name: string, schema: z.ZodType<Value>) {
  const kept = store.find(name, keptSchema)
  const parsed = schema.safeParse(kept?.value)
  return kept && parsed.success ? { requestId: kept.requestId, value: parsed.data } : null
}
