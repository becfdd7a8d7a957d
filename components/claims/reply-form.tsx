import { type FormEvent, useRef } from 'react'
import { type ReplyFields, replySchema } from '@/claims/schema'
import type { ClaimView, ReplyView } from '@/claims/views'
import { REPLY_LABELS, replyOutcomeSchema } from '@/claims/words-of-the-trade'
import { Conflict } from '@/components/claims/conflict'
import { useDesk } from '@/components/claims/desk-context'
import {
  keptReplySchema,
  messagesByField,
  type ReplyForm,
  replyFormOf,
  replyOf,
} from '@/components/claims/form-shapes'
import { claimIn } from '@/components/claims/send'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

/** Who was asked, when, and what came of it. Times are typed in this browser's zone. */
export function ReplyFormPanel({
  claim,
  item,
  onDone,
}: {
  claim: ClaimView
  item: ReplyView | null
  onDone: () => void
}) {
  const { accept, actions, say } = useDesk()
  const form = useKeptForm(`form:${claim.id}:reply:${item?.id ?? 'new'}`, keptReplySchema, {
    form: replyFormOf(item, new Date()),
    from: item ? withoutId(item) : null,
  })
  const { run, busy, error, setError } = useSend()
  const element = useRef<HTMLFormElement>(null)
  const { form: value, from } = form.value
  const id = (field: string) => `reply-${item?.id ?? 'new'}-${field}`
  const message = (field: string) => error?.fields[field] ?? error?.fields[`to.${field}`]
  const set = (part: Partial<ReplyForm>) => form.change({ from, form: { ...value, ...part } })

  async function save(event?: FormEvent, over = from) {
    event?.preventDefault()
    const parsed = replySchema.safeParse(replyOf(value))
    if (!parsed.success) {
      setError({
        kind: 'invalid',
        message: 'Some fields need another look.',
        fields: messagesByField(parsed.error.issues),
      })
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const saved = await run(() =>
      actions.saveReply({
        claimId: claim.id,
        replyId: item?.id ?? null,
        requestId: form.requestId,
        from: over,
        to: parsed.data,
      }),
    )
    if (!saved) return
    form.forget()
    accept(saved.value)
    say('Right of reply saved.')
    onDone()
  }

  const standing =
    error?.kind === 'conflict'
      ? claimIn(error.current)?.replies.find((one) => one.id === item?.id)
      : undefined
  return (
    <form
      ref={element}
      onSubmit={save}
      noValidate
      aria-label={item ? 'Change the right of reply' : 'New right of reply'}
      className="flex flex-col gap-3 border border-rule-strong bg-paper p-3"
    >
      <TextField
        label="Who was asked"
        name="asked"
        id={id('asked')}
        value={value.asked}
        error={message('asked')}
        onChange={(event) => set({ asked: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Asked at"
          name="askedAt"
          id={id('askedAt')}
          type="datetime-local"
          value={value.askedAt}
          error={message('askedAt')}
          onChange={(event) => set({ askedAt: event.target.value })}
        />
        <TextField
          label="Answer wanted by"
          name="deadline"
          id={id('deadline')}
          type="datetime-local"
          optional
          value={value.deadline}
          error={message('deadline')}
          onChange={(event) => set({ deadline: event.target.value })}
        />
      </div>
      <SelectField
        label="Outcome"
        name="outcome"
        id={id('outcome')}
        value={value.outcome}
        error={message('outcome')}
        options={replyOutcomeSchema.options.map((outcome) => ({
          value: outcome,
          label: REPLY_LABELS[outcome],
        }))}
        onChange={(event) => set({ outcome: replyOutcomeSchema.parse(event.target.value) })}
      />
      {(value.outcome === 'replied' || value.answer !== '') && (
        <TextArea
          label="Their answer"
          name="answer"
          id={id('answer')}
          rows={3}
          value={value.answer}
          error={message('answer')}
          onChange={(event) => set({ answer: event.target.value })}
        />
      )}
      {value.outcome !== 'waiting' && value.outcome !== 'noAnswer' && (
        <TextField
          label="Answered at"
          name="answeredAt"
          id={id('answeredAt')}
          type="datetime-local"
          optional
          value={value.answeredAt}
          error={message('answeredAt')}
          onChange={(event) => set({ answeredAt: event.target.value })}
        />
      )}
      {standing ? (
        <Conflict
          what="This right of reply"
          mine={summary(replyOf(value))}
          theirs={summary(withoutId(standing))}
          onMine={() => void save(undefined, withoutId(standing))}
          onTheirs={() => {
            const current = claimIn(error?.current)
            if (current) accept(current)
            form.forget()
            onDone()
          }}
        />
      ) : (
        <FormError message={error?.message} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {error?.kind === 'offline' ? 'Try again' : 'Save the reply'}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            form.forget()
            onDone()
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}

function withoutId({ id: _id, ...fields }: ReplyView): ReplyFields {
  return fields
}

function summary(fields: ReplyFields): string {
  return [
    fields.asked,
    `Asked ${fields.askedAt}`,
    fields.deadline && `By ${fields.deadline}`,
    REPLY_LABELS[fields.outcome],
    fields.answer,
  ]
    .filter(Boolean)
    .join('\n')
}
