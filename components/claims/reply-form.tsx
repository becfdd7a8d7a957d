import { type ReplyFields, replySchema } from '@/claims/schema'
import type { ClaimView, ReplyView } from '@/claims/views'
import { REPLY_LABELS, replyOutcomeSchema } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { keptReplySchema, type ReplyForm, replyFormOf, replyOf } from '@/components/claims/form-shapes'
import { ItemForm, useItemForm } from '@/components/claims/item-form'
import { useKeptForm } from '@/components/claims/use-kept-form'
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
  const { actions } = useDesk()
  const form = useKeptForm(`form:${claim.id}:reply:${item?.id ?? 'new'}`, keptReplySchema, {
    form: replyFormOf(item, new Date()),
    from: item ? withoutId(item) : null,
  })
  const { form: value, from } = form.value
  const id = (field: string) => `reply-${item?.id ?? 'new'}-${field}`
  const set = (part: Partial<ReplyForm>) => form.change({ from, form: { ...value, ...part } })
  const reply = useItemForm({
    schema: replySchema,
    written: replyOf(value),
    from,
    submit: (to, seen, anew) =>
      actions.saveReply({
        claimId: claim.id,
        replyId: anew ? null : (item?.id ?? null),
        requestId: form.requestId,
        from: seen,
        to,
      }),
    standingIn: (now) => {
      const standing = now.replies.find((one) => one.id === item?.id)
      return standing ? withoutId(standing) : null
    },
    saved: 'Right of reply saved.',
    forget: form.forget,
    onDone,
  })
  const { message } = reply
  return (
    <ItemForm
      item={reply}
      label={item ? 'Change the right of reply' : 'New right of reply'}
      what="This right of reply"
      saveLabel="Save the reply"
      mine={summary(replyOf(value))}
      summary={summary}
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
    </ItemForm>
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
