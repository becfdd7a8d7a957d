import 'server-only'
import { headers } from 'next/headers'
import { type FactorActor, requireActor, requireFactorActor } from '@/newsroom/actor'
import type { Actor } from '@/newsroom/roles'
import type { ActionResult } from '@/platform/action-result'
import { siteOrigin } from '@/platform/env'
import { failureOf } from './failure'
import { checkOrigin } from './origin'
import { requireOwnPage } from './own-page'

/** As `action`, for what signed-out visitors do; the handler itself says who may. */
export function openAction<Args extends unknown[], Value>(
  handler: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<ActionResult<Value>> {
  return async (...args) => {
    try {
      checkOrigin(await headers(), siteOrigin())
      return { ok: true, value: await handler(...args) }
    } catch (thrown) {
      return { ok: false, error: failureOf(thrown).error }
    }
  }
}

/**
 * A Server Action from a handler: checks the origin, reads the actor from the database, refuses what a page of somebody else's
 * sends by itself, and turns what is thrown into a result. Files with 'use server' write `export const saveClaim = action(async (actor, input: unknown) => …)`.
 * Bodies of actions are limited by `serverActions.bodySizeLimit` in next.config.js.
 */
export function action<Args extends unknown[], Value>(
  handler: (actor: Actor, ...args: Args) => Promise<Value>,
): (...args: Args) => Promise<ActionResult<Value>> {
  return openAction(async (...args: Args) => {
    const actor = await requireActor()
    requireOwnPage(actor, args[0])
    return handler(actor, ...args)
  })
}

/** As `action`, for what somebody does who may have to set up a second factor first. */
export function factorAction<Args extends unknown[], Value>(
  handler: (actor: FactorActor, ...args: Args) => Promise<Value>,
): (...args: Args) => Promise<ActionResult<Value>> {
  return openAction(async (...args: Args) => handler(await requireFactorActor(), ...args))
}
