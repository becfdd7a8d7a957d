import { redirect } from 'next/navigation'
import { idParam } from '@/app/_boundary/id-param'
import { pageActor } from '@/app/_boundary/page'
import { markNotices } from '@/claims/inbox/mark-notices'
import { placeOfNotice } from '@/claims/inbox/queries'

/**
 * Leads to what a notice is about and marks it as read: one address for the inbox and for e-mail, which works without
 * JavaScript and leads through the sign-in. Only the member's own mark changes, so a link from elsewhere does no harm.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await pageActor()
  const id = idParam((await params).id)
  const place = await placeOfNotice(actor.id, id)
  await markNotices(actor, { ids: [id], read: true })
  redirect(place ?? '/desk/inbox')
}
