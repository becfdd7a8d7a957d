import { useEffect, useRef } from 'react'
import type { TalkPlace } from '@/components/claims/talk/fetch-talk'
import { TalkForm } from '@/components/claims/talk/talk-form'
import { Thread } from '@/components/claims/talk/thread'
import { useNamedComment } from '@/components/claims/talk/use-named-comment'
import type { Talk } from '@/components/claims/talk/use-talk'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** The conversations of one place, and where a new one begins. */
export function TalkThreads({ place, talk }: { place: TalkPlace; talk: Talk }) {
  const end = useRef<HTMLDivElement>(null)
  const read = useRef(talk.read)
  read.current = talk.read
  useNamedComment(talk.talk)

  // What was never in sight was not read.
  const { talk: loaded } = talk
  useEffect(() => {
    if (!end.current || !loaded) return
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) read.current()
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [loaded])

  return (
    <>
      {talk.failed && (
        <Notice tone="danger" live actions={<Button onClick={talk.load}>Try again</Button>}>
          The talk could not be read.
        </Notice>
      )}
      {!loaded && !talk.failed && <p className="text-sm text-ink-soft">Reading what was said…</p>}
      {loaded && loaded.leftOut > 0 && (
        <p className="text-sm text-ink-soft">{loaded.leftOut} older conversations are left out.</p>
      )}
      {loaded && loaded.threads.length > 0 && (
        <ol className="flex flex-col gap-4">
          {loaded.threads.map((thread) => (
            <Thread key={thread.id} place={place} talk={talk} thread={thread} />
          ))}
        </ol>
      )}
      <div ref={end} />
      <TalkForm place={place} talk={talk} threadId={null} />
    </>
  )
}
