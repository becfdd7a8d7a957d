import { useDesk } from '@/components/claims/desk-context'
import { TalkThreads } from '@/components/claims/talk/talk-threads'
import { useTalk } from '@/components/claims/talk/use-talk'

/** What the desk says to itself about the interview as a whole; never public. */
export function TalkPanel() {
  const { view, revision } = useDesk()
  const place = { interviewId: view.interviewId, claimId: null }
  const talk = useTalk(place, revision)
  return (
    <section aria-labelledby="talk-panel-title" data-talk className="flex flex-col gap-4 pb-24">
      <h2 id="talk-panel-title" tabIndex={-1} data-panel-heading className="font-serif text-xl">
        Talk about the interview
      </h2>
      <p className="-mt-3 text-sm text-ink-soft">
        For the desk only; never published. @ names somebody, #7 a claim. What concerns one claim is better
        said there.
      </p>
      <TalkThreads place={place} talk={talk} />
    </section>
  )
}
