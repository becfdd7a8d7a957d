import { useCallback, useEffect, useRef, useState } from 'react'
import type { TalkView } from '@/claims/talk/views'
import { fetchTalk, type TalkPlace, tellRead } from '@/components/claims/talk/fetch-talk'

/**
 * The talk of a place, read when its part is opened and again whenever `revision` tells that something changed there.
 * What was unread when it first came stays marked for as long as the part is open.
 */
export function useTalk({ interviewId, claimId }: TalkPlace, revision: number) {
  const [talk, setTalk] = useState<TalkView | null>(null)
  const [failed, setFailed] = useState(false)
  const asked = useRef(0)
  const fresh = useRef(new Set<string>())

  const accept = useCallback((next: TalkView) => {
    for (const { id, unread } of next.threads.flatMap((thread) => thread.comments))
      if (unread) fresh.current.add(id)
    setTalk(next)
    setFailed(false)
  }, [])

  const load = useCallback(async () => {
    const turn = ++asked.current
    const next = await fetchTalk({ interviewId, claimId })
    // An answer that was overtaken never replaces what is newer.
    if (turn !== asked.current) return
    if (next) accept(next)
    else setFailed(true)
  }, [interviewId, claimId, accept])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what asks again
  useEffect(() => {
    void load()
  }, [load, revision])

  return {
    talk,
    failed,
    load,
    accept(next: TalkView) {
      asked.current += 1
      accept(next)
    },
    isFresh: (commentId: string) => fresh.current.has(commentId),
    /** Called once the end of the talk was in sight. */
    read() {
      const comments = talk?.threads.flatMap((thread) => thread.comments) ?? []
      if (!comments.some((comment) => comment.unread)) return
      const last = comments.reduce((latest, { at }) => (at > latest ? at : latest), '')
      setTalk(talk && { ...talk, threads: talk.threads.map(withoutMarks) })
      void tellRead({ interviewId, claimId }, last)
    },
  }
}

function withoutMarks(thread: TalkView['threads'][number]): TalkView['threads'][number] {
  const [first, ...rest] = thread.comments
  const seen = (comment: typeof first) => ({ ...comment, unread: false })
  return { ...thread, comments: [seen(first), ...rest.map(seen)] }
}

export type Talk = ReturnType<typeof useTalk>
