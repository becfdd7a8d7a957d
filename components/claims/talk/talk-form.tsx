import type { FormEvent } from 'react'
import { z } from 'zod'
import { useDesk } from '@/components/claims/desk-context'
import type { TalkPlace } from '@/components/claims/talk/fetch-talk'
import { TalkField } from '@/components/claims/talk/talk-field'
import type { Talk } from '@/components/claims/talk/use-talk'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'

type Kept = { body: string; picked: string[] }

// What an earlier version kept was the text alone.
const keptSchema: z.ZodType<Kept> = z.preprocess(
  (kept) => (typeof kept === 'string' ? { body: kept, picked: [] } : kept),
  z.object({ body: z.string(), picked: z.array(z.string()) }),
)

type Props = {
  place: TalkPlace
  talk: Talk
  /** Null for a conversation of its own. */
  threadId: string | null
  onDone?: (said: boolean) => void
}

/** The draft of what is said in a thread, or where a new one is opened. */
export function draftName({ interviewId, claimId }: TalkPlace, threadId: string | null): string {
  return `form:${claimId ?? interviewId}:comment:${threadId ?? 'new'}`
}

/** Says something. What is typed stays in this browser until the server has it. */
export function TalkForm({ place, talk, threadId, onDone }: Props) {
  const { view, actions, say } = useDesk()
  const form = useKeptForm<Kept>(draftName(place, threadId), keptSchema, { body: '', picked: [] })
  const { run, busy, error, setError } = useSend()
  const { body, picked } = form.value
  const id = `talk-${threadId ?? place.claimId ?? place.interviewId}`

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (body.trim() === '') return
    const added = await run(
      () => actions.addComment({ ...place, threadId, requestId: form.requestId, body, picked }),
      (reason) => {
        say(reason)
        onDone?.(true)
      },
    )
    if (!added) return
    form.forget()
    talk.accept(added.value)
    say(threadId ? 'Answer added.' : 'Comment added.')
    if (onDone) onDone(true)
    // The button is of no use to an empty text, and would take the focus with it.
    else document.getElementById(id)?.focus()
  }

  return (
    <form onSubmit={send} className="flex flex-col gap-2">
      <TalkField
        label={threadId ? 'Your answer' : 'Say something to the desk'}
        name="comment"
        id={id}
        rows={2}
        value={body}
        error={error?.fields.body}
        members={view.members}
        onText={(text) => {
          if (error) setError(null)
          form.change({ body: text, picked })
        }}
        onPick={(text, member) => form.change({ body: text, picked: [...picked, member.id].slice(-50) })}
        onSend={() => void send()}
        {...(onDone ? { onGiveUp: () => onDone(false) } : {})}
      />
      <FormError message={error?.fields.body ? null : error?.message} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" busy={busy} disabled={body.trim() === ''}>
          {threadId ? 'Answer' : 'Add the comment'}
        </Button>
        {onDone && (
          <Button
            variant="quiet"
            onClick={() => {
              form.forget()
              onDone(false)
            }}
          >
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}
