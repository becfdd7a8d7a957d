import { useEffect } from 'react'
import type { TalkView } from '@/claims/talk/views'
import { COMMENT_PARAMETER } from '@/components/claims/talk/comment-address'

/** Leads to the comment that the page's address names, once, and takes it out of the address: it was meant for the arrival. */
export function useNamedComment(talk: TalkView | null): void {
  useEffect(() => {
    const url = new URL(location.href)
    const id = url.searchParams.get(COMMENT_PARAMETER)
    const thread = talk?.threads.find((one) => one.comments.some((comment) => comment.id === id))
    const line = thread && document.getElementById(`comment-${id}`)
    if (!line) return
    url.searchParams.delete(COMMENT_PARAMETER)
    history.replaceState(history.state, '', url)
    line.closest('details')?.setAttribute('open', '')
    line.focus({ preventScroll: true })
    line.scrollIntoView({ block: 'center' })
  }, [talk])
}
