import { type FormEvent, type ReactNode, useRef } from 'react'
import type { z } from 'zod'
import type { ClaimView } from '@/claims/views'
import { Conflict } from '@/components/claims/conflict'
import { useDesk } from '@/components/claims/desk-context'
import { messagesByField } from '@/components/claims/form-shapes'
import { claimIn, OFFLINE } from '@/components/claims/send'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { sendOnEnter } from '@/components/ui/send-on-enter'
import type { ActionResult } from '@/platform/action-result'

/** How one thing under a claim (a source, a right of reply) is written. */
type Spec<Fields> = {
  schema: z.ZodType<Fields>
  /** The form's text as fields, not yet looked at by the schema. */
  written: Fields
  /** What stood there when typing began; null for a new one. */
  from: Fields | null
  /** Sends it; `anew` adds it once more after a colleague removed it. */
  submit: (to: Fields, from: Fields | null, anew: boolean) => Promise<ActionResult<ClaimView>>
  /** What stands now in the claim that a conflict carries; null where it was removed. */
  standingIn: (claim: ClaimView) => Fields | null
  /** Said when it was saved. */
  saved: string
  forget: () => void
  onDone: () => void
}

/** Checks, sends and keeps what was typed until the server has it; shows both texts where a colleague was faster. */
export function useItemForm<Fields>(spec: Spec<Fields>) {
  const { accept, say } = useDesk()
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  const current = error?.kind === 'conflict' ? claimIn(error.current) : null

  async function save(from: Fields | null = spec.from, anew = false) {
    const parsed = spec.schema.safeParse(spec.written)
    if (!parsed.success) {
      const fields = messagesByField(parsed.error.issues)
      setError({ kind: 'invalid', message: 'Some fields need another look.', fields })
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const answer = await run(
      () => spec.submit(parsed.data, from, anew),
      (reason) => {
        say(reason)
        leave()
      },
    )
    if (!answer) return
    accept(answer.value)
    say(spec.saved)
    leave()
  }

  function leave() {
    spec.forget()
    spec.onDone()
  }

  return {
    element,
    busy,
    error,
    standing: current ? spec.standingIn(current) : null,
    removed: current !== null && spec.from !== null && spec.standingIn(current) === null,
    message: (field: string) => error?.fields[field] ?? error?.fields[`to.${field}`],
    save,
    leave,
    takeTheirs() {
      if (current) accept(current)
      leave()
    },
  }
}

type FrameProps<Fields> = {
  item: ReturnType<typeof useItemForm<Fields>>
  /** Name of the form, e.g. `New source`. */
  label: string
  /** What a conflict is about, e.g. `This source`. */
  what: string
  saveLabel: string
  mine: string
  summary: (fields: Fields) => string
  children: ReactNode
}

/** The form around the fields: what stands in the way, and the two buttons. */
export function ItemForm<Fields>({
  item,
  label,
  what,
  saveLabel,
  mine,
  summary,
  children,
}: FrameProps<Fields>) {
  const { standing } = item
  return (
    <form
      ref={item.element}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void item.save()
      }}
      onKeyDown={sendOnEnter}
      noValidate
      aria-label={label}
      className="flex flex-col gap-3 border border-rule-strong bg-paper p-3"
    >
      {children}
      {standing !== null && (
        <Conflict
          what={what}
          mine={mine}
          theirs={summary(standing)}
          onMine={() => void item.save(standing)}
          onTheirs={item.takeTheirs}
        />
      )}
      {standing === null && (
        <FormError
          message={
            item.removed ? `${what} was removed by a colleague. Yours is kept here.` : item.error?.message
          }
        />
      )}
      <div className="flex flex-wrap gap-2">
        {item.removed ? (
          <Button variant="primary" busy={item.busy} onClick={() => void item.save(null, true)}>
            Add it again
          </Button>
        ) : (
          <Button type="submit" variant="primary" busy={item.busy}>
            {item.error?.kind === OFFLINE ? 'Try again' : saveLabel}
          </Button>
        )}
        <Button variant="quiet" onClick={item.leave}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
