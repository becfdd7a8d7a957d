import { useRef, useState } from 'react'
import type { ClaimView, ReplyView } from '@/claims/views'
import { REPLY_LABELS } from '@/claims/words-of-the-trade'
import { useDesk } from '@/components/claims/desk-context'
import { MomentText } from '@/components/claims/moment-text'
import { ReplyFormPanel } from '@/components/claims/reply-form'
import { useRemoval } from '@/components/claims/use-removal'
import { useActs } from '@/components/desk/acts/acts.island'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'

/** Who was asked about the claim, and what they said. */
export function ReplySection({ claim, disabled }: { claim: ClaimView; disabled: boolean }) {
  const { store } = useDesk()
  const [editing, setEditing] = useState<string | null>(
    // What an earlier page left unsent is open again.
    () => store.names(`form:${claim.id}:reply:`)[0]?.split(':').at(-1) ?? null,
  )
  const adding = useRef<HTMLButtonElement>(null)
  function close() {
    setEditing(null)
    requestAnimationFrame(() => adding.current?.focus())
  }
  useActs([
    {
      id: 'claim.ask',
      label: 'Ask somebody for a reply',
      group: 'Claim',
      keys: ['w', 'Alt+w'],
      also: 'right of reply deadline answer',
      ...(disabled && !claim.abilities.edit.allowed ? { refusal: claim.abilities.edit.reason } : {}),
      run() {
        setEditing('new')
        requestAnimationFrame(() => document.getElementById('reply-new-asked')?.focus())
      },
    },
  ])
  return (
    <section aria-labelledby={`replies-title-${claim.id}`} className="flex flex-col gap-3">
      <h3 id={`replies-title-${claim.id}`} className="text-sm font-semibold">
        Right of reply
      </h3>
      {claim.replies.length === 0 && editing !== 'new' && (
        <p className="text-sm text-ink-soft">Nobody was asked yet.</p>
      )}
      {claim.replies.map((item) =>
        editing === item.id ? (
          <ReplyFormPanel key={item.id} claim={claim} item={item} onDone={close} />
        ) : (
          <Reply
            key={item.id}
            claim={claim}
            item={item}
            disabled={disabled}
            onEdit={() => setEditing(item.id)}
          />
        ),
      )}
      {editing === 'new' ? (
        <ReplyFormPanel claim={claim} item={null} onDone={close} />
      ) : (
        <Button ref={adding} className="self-start" disabled={disabled} onClick={() => setEditing('new')}>
          Ask somebody
        </Button>
      )}
    </section>
  )
}

function Reply({
  claim,
  item,
  disabled,
  onEdit,
}: {
  claim: ClaimView
  item: ReplyView
  disabled: boolean
  onEdit: () => void
}) {
  const { actions } = useDesk()
  const { id, ...fields } = item
  const { remove, busy, error } = useRemoval({
    done: 'Reply removed',
    remove: () => actions.removeReply({ claimId: claim.id, itemId: id }),
    restore: (requestId) =>
      actions.saveReply({ claimId: claim.id, replyId: null, requestId, from: null, to: fields }),
  })

  return (
    <article className="border-s-2 border-rule-strong ps-3 text-sm">
      <p>
        <strong>{item.asked}</strong> · {REPLY_LABELS[item.outcome]}
      </p>
      <p className="text-ink-soft">
        Asked <MomentText at={item.askedAt} />
        {item.deadline && (
          <>
            , answer wanted by <MomentText at={item.deadline} />
          </>
        )}
      </p>
      {item.answer && <blockquote className="mt-1 font-serif text-base">{item.answer}</blockquote>}
      <div className="-ms-3.5 mt-1 flex flex-wrap">
        <Button
          variant="quiet"
          disabled={disabled}
          onClick={onEdit}
          aria-label={`Change what ${item.asked} was asked`}
        >
          Change
        </Button>
        <Button
          variant="quiet"
          disabled={disabled}
          busy={busy}
          onClick={remove}
          aria-label={`Remove ${item.asked}`}
        >
          Remove
        </Button>
      </div>
      <FormError message={error?.message} />
    </article>
  )
}
