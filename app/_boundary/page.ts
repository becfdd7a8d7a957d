import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { currentActor } from '@/newsroom/actor'
import { callbackPath } from '@/newsroom/callback-path'
import { type Actor, isAtLeast, type Role } from '@/newsroom/roles'
import { siteOrigin } from '@/platform/env'

/** Header in which proxy.ts tells a page its own path and query. */
export const PATH_HEADER = 'x-claimline-path'

/**
 * Who looks at this page. Signed out: to the sign-in page, which leads back here. Below `least`: the 403 page.
 * Call it in every page, not only in a layout: layouts are not rendered again on navigation.
 */
export async function pageActor(least: Role = 'reporter'): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) {
    const path = callbackPath((await headers()).get(PATH_HEADER), siteOrigin())
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  }
  if (!isAtLeast(actor.role, least)) forbidden()
  return actor
}
