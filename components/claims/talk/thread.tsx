import { Check, CornerDownRight, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CommentView, ThreadView } from '@/claims/talk/views'
import { useDesk } from '@/components/claims/desk-context'
import { MomentText } from '@/components/claims/moment-text'
import { newRequestId } from '@/components/claims/request-id'
import { CommentText } from '@/components/claims/talk/comment-text'
import type { TalkPlace } from '@/components/claims/talk/fetch-talk'
import { draftName, TalkForm } from '@/components/claims/talk/talk-form'
import type { Talk } from '@/components/claims/talk/use-talk'
import { useSend } from '@/components/claims/use-send'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'

type Props = { place: TalkPlace; talk: Talk; thread: ThreadView }

/** One conversation. A settled one shows its first line and opens again on demand. */
export function Thread({ place, talk, thread }: Props) {
  const { store, actions, say } = useDesk()
  const { run, busy, error } = useSend()
  const [answering, setAnswering] = useState(() => store.names(draftName(place, thread.id)).length > 0)
  const answer = useRef<HTMLButtonElement>(null)
  const settle = useRef<HTMLButtonElement>(null)
  /** Where the focus shall go once that is drawn. */
  const [wish, setWish] = useState<{ to: 'field' | 'answer' | 'settle' } | null>(null)
  const [first] = thread.comments
  const begins = `${first.author}: ${first.body.slice(0, 60)}`

  useEffect(() => {
    if (wish?.to === 'field') document.getElementById(`talk-${thread.id}`)?.focus()
    else if (wish) (wish.to === 'answer' ? answer : settle).current?.focus()
  }, [wish, thread.id])

  function closeAnswer() {
    setAnswering(false)
    setWish({ to: 'answer' })
  }

  async function resolve(resolved: boolean) {
    const requestId = newRequestId()
    const done = await run(() =>
      actions.resolveThread({ interviewId: place.interviewId, threadId: thread.id, resolved, requestId }),
    )
    if (!done) return
    talk.accept(done.value)
    say(resolved ? 'Conversation settled.' : 'Conversation opened again.')
    setWish({ to: 'settle' })
  }

  const lines = thread.comments.map((comment) => (
    <CommentLine key={comment.id} comment={comment} fresh={talk.isFresh(comment.id)} />
  ))
  return (
    <li
      data-thread={thread.id}
      className={`flex flex-col gap-2 border-s-2 ps-3 text-sm ${thread.resolved ? 'border-rule' : 'border-rule-strong'}`}
    >
      {thread.kind === 'handedBack' && <p className="kicker">Handed back</p>}
      {thread.resolved ? (
        <details open={thread.comments.some((comment) => talk.isFresh(comment.id)) || undefined}>
          <summary className="min-h-9 cursor-pointer py-1.5 pointer-coarse:min-h-11">
            <Check aria-hidden="true" className="me-1 inline size-4 text-ok" />
            Settled by {thread.resolved.by}, <MomentText at={thread.resolved.at} />
            <span className="line-clamp-1 text-ink-soft" dir="auto">
              {begins}
            </span>
          </summary>
          <ol className="mt-2 flex flex-col gap-2">{lines}</ol>
        </details>
      ) : (
        <ol className="flex flex-col gap-2">{lines}</ol>
      )}
      <FormError message={error?.message} />
      {answering ? (
        <TalkForm place={place} talk={talk} threadId={thread.id} onDone={closeAnswer} />
      ) : (
        <div className="-ms-3.5 flex flex-wrap">
          <Button
            ref={answer}
            variant="quiet"
            data-answer
            aria-label={`Answer ${begins}`}
            onClick={() => {
              setAnswering(true)
              setWish({ to: 'field' })
            }}
          >
            <CornerDownRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />
            Answer
          </Button>
          <Button
            ref={settle}
            variant="quiet"
            busy={busy}
            data-settle={thread.resolved ? undefined : ''}
            aria-label={`${thread.resolved ? 'Open again' : 'Settle'}: ${begins}`}
            onClick={() => resolve(thread.resolved === null)}
          >
            {thread.resolved ? (
              <RotateCcw aria-hidden="true" className="size-4" />
            ) : (
              <Check aria-hidden="true" className="size-4" />
            )}
            {thread.resolved ? 'Open again' : 'Settle'}
          </Button>
        </div>
      )}
    </li>
  )
}

function CommentLine({ comment, fresh }: { comment: CommentView; fresh: boolean }) {
  return (
    <li id={`comment-${comment.id}`} tabIndex={-1} className="scroll-mt-32">
      <p className="text-ink-soft">
        <strong className="text-ink">{comment.own ? 'You' : comment.author}</strong> ·{' '}
        <MomentText at={comment.at} />
        {fresh && <span className="ms-2 font-semibold text-accent">New</span>}
      </p>
      <CommentText comment={comment} />
    </li>
  )
}
