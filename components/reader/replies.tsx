import type { CheckedReply } from '@/claims/checked-claim'
import { REPLY_LABELS } from '@/claims/words-of-the-trade'
import { longDayIn } from '@/publishing/days'

/** Right of reply: who was asked, when, until when, and what came back. */
export function Replies({ replies, timeZone }: { replies: readonly CheckedReply[]; timeZone: string }) {
  return (
    <ul className="replies">
      {replies.map((reply, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stored, never reordered list
        <li key={index}>
          <p>
            <b>{reply.asked}</b> was asked on {longDayIn(timeZone, reply.askedAt)}
            {reply.deadline ? ` for an answer by ${longDayIn(timeZone, reply.deadline)}` : ''}.{' '}
            <b>{REPLY_LABELS[reply.outcome]}</b>
            {reply.answeredAt ? ` on ${longDayIn(timeZone, reply.answeredAt)}` : ''}.
          </p>
          {reply.answer ? (
            <blockquote className="evidence-quote" dir="auto">
              {reply.answer}
            </blockquote>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
