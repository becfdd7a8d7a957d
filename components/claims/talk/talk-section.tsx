import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import { TalkThreads } from '@/components/claims/talk/talk-threads'
import { useTalk } from '@/components/claims/talk/use-talk'
import { useActs } from '@/components/desk/acts/acts.island'

/** What the desk says to itself about a claim; never public. */
export function TalkSection({ claim }: { claim: ClaimView }) {
  const { view } = useDesk()
  const place = { interviewId: view.interviewId, claimId: claim.id }
  const talk = useTalk(place, claim.revision)
  const title = `talk-title-${claim.id}`
  const within = (selector: string) => document.querySelector<HTMLElement>(`[data-talk] ${selector}`)
  const settled = talk.talk?.threads.every((thread) => thread.resolved) ?? true
  const nothing = 'Nothing is being discussed here.'
  useActs([
    {
      id: 'talk.say',
      label: 'Say something about this claim',
      group: 'Talk',
      keys: ['c', 'Alt+c'],
      also: 'comment mention thread',
      run: () => document.getElementById(`talk-${claim.id}`)?.focus(),
    },
    {
      id: 'talk.answer',
      label: 'Answer the last conversation of this claim',
      group: 'Talk',
      also: 'reply comment',
      ...(talk.talk?.threads.length ? {} : { refusal: nothing }),
      run: () => within('li[data-thread]:last-of-type button[data-answer]')?.click(),
    },
    {
      id: 'talk.settle',
      label: 'Settle the first open conversation of this claim',
      group: 'Talk',
      also: 'resolve close comment',
      ...(settled ? { refusal: nothing } : {}),
      run: () => within('button[data-settle]')?.click(),
    },
  ])
  return (
    <section aria-labelledby={title} data-talk className="flex flex-col gap-3">
      <h3 id={title} className="text-sm font-semibold">
        Talk
      </h3>
      <p className="-mt-2 text-sm text-ink-soft">
        For the desk only; never published. @ names somebody, #7 a claim.
      </p>
      <TalkThreads place={place} talk={talk} />
    </section>
  )
}
