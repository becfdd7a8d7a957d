import { talkParts } from '@/claims/talk/talk-text'
import type { CommentView } from '@/claims/talk/views'
import { useDesk } from '@/components/claims/desk-context'

/** What somebody said, as text: addresses and claims can be followed, names stand out, nothing is read as markup. */
export function CommentText({ comment }: { comment: CommentView }) {
  const { claims, go } = useDesk()
  const parts = talkParts(
    comment.body,
    comment.mentions.map((member) => member.name),
    new Set(claims.map((claim) => claim.number)),
  )
  return (
    <p className="whitespace-pre-wrap break-words" dir="auto">
      {parts.map((part, place) => {
        // The parts of a text never move among themselves.
        const key = `${place}`
        if (part.kind === 'text') return part.text
        if (part.kind === 'mention')
          return (
            <strong key={key} className="font-semibold">
              {part.text}
            </strong>
          )
        if (part.kind === 'link')
          return (
            <a
              key={key}
              className="text-link underline"
              href={part.href}
              target="_blank"
              rel="noopener noreferrer"
            >
              {part.text}
            </a>
          )
        const claim = claims.find((one) => one.number === part.number)
        return (
          <a
            key={key}
            className="text-link underline"
            href={`#claim-${part.number}`}
            onClick={(event) => {
              event.preventDefault()
              if (claim) go({ kind: 'claim', claimId: claim.id }, { focus: true, sheet: true })
            }}
          >
            {part.text}
          </a>
        )
      })}
    </p>
  )
}
