import { useState } from 'react'
import { z } from 'zod'
import { useDesk } from '@/components/claims/desk-context'
import type { DraftStore } from '@/components/claims/drafts'
import { newRequestId } from '@/components/claims/request-id'

const keptSchema = z.object({ requestId: z.string(), value: z.unknown() })

/**
 * A form whose text stays in this browser until the server has taken it. Its request id is kept with it, so that a
 * form sent again after a lost answer, or after a reload, does its work once.
 */
export function useKeptForm<Value>(name: string, schema: z.ZodType<Value>, initial: Value) {
  const { store } = useDesk()
  const [kept, setKept] = useState(() => found(store, name, schema) ?? fresh(initial))
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
