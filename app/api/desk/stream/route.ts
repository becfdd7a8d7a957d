import { route } from '@/app/_boundary/route'
import { deskStreams } from '@/claims/live/desk-streams'
import { currentSessionId } from '@/newsroom/actor'
import { Forbidden, SignedOut } from '@/platform/errors'

export const dynamic = 'force-dynamic'

/**
 * What happens at the desk, as it happens (server-sent events). `?member=ID` is who the page was made for: after somebody else
 * signed in with this browser, an old page must not get their inbox.
 */
export const GET = route(
  async ({ actor, url }) => {
    if (url.searchParams.get('member') !== actor.id)
      throw new Forbidden('This page belongs to somebody else’s session. Load it again.')
    const sessionId = await currentSessionId()
    if (!sessionId) throw new SignedOut()
    return new Response(await deskStreams().join({ id: sessionId, memberId: actor.id }), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // no-transform: compressing would hold events back. The last line tells nginx, and those who speak like it, the same.
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  },
  { maxBytes: 0 },
)
