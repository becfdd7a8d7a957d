import { route } from '@/app/_boundary/route'
import { unreadNotices } from '@/claims/inbox/queries'

/** How many notices this member has not read: `{unread}`. */
export const GET = route(async ({ actor }) => ({ unread: await unreadNotices(actor.id) }), { maxBytes: 0 })
