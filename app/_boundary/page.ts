import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { currentVisitor } from '@/newsroom/actor'
import { callbackPath } from '@/newsroom/callback-path'
import { type Actor, isAtLeast, type Role } from '@/newsroom/roles'
import { siteOrigin } from '@/platform/env'

/** Header in which proxy.ts tells a page its own path and query. */
export const PATH_HEADER = 'x-claimline-path'

/**
 * Who looks at this page. Signed out: to the sign-in page, which leads back here. Without the second factor that the newsroom
 * asks for: to where it is set up. Below `least`: the 403 page.
 * Call it in every page, not only in a layout: layouts are not rendered again on navigation.
 */
export async function pageActor(least: Role = 'reporter'): Promise<Actor> {
  const visitor = await currentVisitor()
  if (!visitor || visitor.mustEnrol) {
    const path = callbackPath((await headers()).get(PATH_HEADER), siteOrigin())
    redirect(`/sign-in${visitor ? '/set-up' : ''}?callbackUrl=${encodeURIComponent(path)}`)
  }
  const { actor } = visitor
  if (!isAtLeast(actor.role, least)) forbidden()
  return actor
}
