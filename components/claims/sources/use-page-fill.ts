import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useDesk } from '@/components/claims/desk-context'
import {
  type Fill,
  type PageRead,
  pageReadSchema,
  tellFilled,
  unfilled,
} from '@/components/claims/sources/page-fill'

type State<Form> =
  | { kind: 'idle' | 'asking' }
  | { kind: 'refused'; reason: string }
  | { kind: 'filled'; page: PageRead; filled: Partial<Form>; before: Form; told: string }

const problemSchema = z.object({ message: z.string() })

/** Asks the server what a page says of itself, fills what is empty, and takes it back at a wish. */
export function usePageFill<Form extends { url: string }>(
  form: Form,
  change: (form: Form) => void,
  fill: Fill<Form>,
) {
  const { say } = useDesk()
  const [state, setState] = useState<State<Form>>({ kind: 'idle' })
  // The answer comes later than this rendering: what was typed meanwhile counts.
  const latest = useRef({ form, change, fill })
  latest.current = { form, change, fill }
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])

  async function ask(url: string = latest.current.form.url) {
    asking.current?.abort()
    const stop = new AbortController()
    asking.current = stop
    setState({ kind: 'asking' })
    say('Reading the page.')
    const answer = await readPage(url, stop.signal)
    if (stop.signal.aborted) return
    if (typeof answer === 'string') {
      setState({ kind: 'refused', reason: answer })
      say(answer)
      return
    }
    const before = latest.current.form
    const filled = latest.current.fill(before, answer)
    const told = tellFilled(filled, answer)
    latest.current.change({ ...before, ...filled })
    setState({ kind: 'filled', page: answer, filled, before, told })
    say(told)
  }

  function giveUp() {
    asking.current?.abort()
    setState({ kind: 'idle' })
  }

  function undo() {
    if (state.kind !== 'filled') return
    latest.current.change(unfilled(latest.current.form, state.filled, state.before))
    setState({ kind: 'idle' })
    say('What the page filled in was taken out.')
  }

  return { state, ask, giveUp, undo }
}

/** What the page says, or the sentence of why it could not be read. */
async function readPage(url: string, signal: AbortSignal): Promise<PageRead | string> {
  try {
    const response = await fetch('/api/sources/read', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
      signal,
    })
    const body: unknown = await response.json()
    if (response.ok) return pageReadSchema.parse(body)
    return problemSchema.safeParse(body).data?.message ?? 'The page could not be read just now.'
  } catch {
    return 'The server could not be reached, so the page was not read.'
  }
}
