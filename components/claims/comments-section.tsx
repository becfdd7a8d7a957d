import type { FormEvent } from 'react'
import { z } from 'zod'
import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { MomentText } from '@/components/claims/moment-text'
import { useKeptForm } from '@/components/claims/use-kept-form'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'

/** What the desk says to itself about a claim; never public. */
export function CommentsSection({ claim }: { claim: ClaimView }) {
  const { view, actions, accept, say } = useDesk()
  const form = useKeptForm(`form:${claim.id}:comment:new`, z.string(), '')
  const { run, busy, error } = useSend()

  async function add(event: FormEvent) {
    event.preventDefault()
    if (form.value.trim() === '') return
    const added = await run(() =>
      actions.addComment({
        interviewId: view.interviewId,
        claimId: claim.id,
        requestId: form.requestId,
        body: form.value,
      }),
    )
    if (!added) return
    form.forget()
    accept(added.value)
    say('Comment added.')
  }

  return (
    <section aria-labelledby={`comments-title-${claim.id}`} className="flex flex-col gap-3">
      <h3 id={`comments-title-${claim.id}`} className="text-sm font-semibold">
        Comments
      </h3>
      {claim.comments.map((comment) => (
        <article key={comment.id} className="border-s-2 border-rule ps-3 text-sm">
          <p className="text-ink-soft">
            <strong className="text-ink">{comment.author}</strong> · <MomentText at={comment.at} />
          </p>
          <p className="whitespace-pre-wrap">{comment.body}</p>
        </article>
      ))}
      <form onSubmit={add} className="flex flex-col gap-2">
        <TextArea
          label="Say something to the desk"
          name="comment"
          id={`comment-${claim.id}`}
          rows={2}
          value={form.value}
          error={error?.message}
          onChange={(event) => form.change(event.target.value)}
        />
        <Button type="submit" className="self-start" busy={busy} disabled={form.value.trim() === ''}>
          Add the comment
        </Button>
      </form>
    </section>
  )
}
