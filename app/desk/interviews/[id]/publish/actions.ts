'use server'

import { action } from '@/app/_boundary/action'
import type { Actor } from '@/newsroom/roles'
import { callAtItsTime } from '@/publishing/plan/jobs'
import {
  movePlan as movePlanCommand,
  type PlannedAt,
  planPublication as planCommand,
} from '@/publishing/plan/plan-publication'
import { publishPlanNow as publishPlanNowCommand } from '@/publishing/plan/publish-plan'
import { withdrawPlan as withdrawPlanCommand } from '@/publishing/plan/withdraw-plan'
import { createPreviewLink as createLinkCommand } from '@/publishing/preview-link/create-preview-link'
import { withdrawPreviewLink as withdrawLinkCommand } from '@/publishing/preview-link/withdraw-preview-link'
import { publishEarlier as publishEarlierCommand } from '@/publishing/publish-earlier'
import { publishInterview as publishCommand } from '@/publishing/publish-interview'
import { takeDown as takeDownCommand } from '@/publishing/take-down'

export const publishInterview = action((actor, input: unknown) => publishCommand(actor, input))
export const publishEarlier = action((actor, input: unknown) => publishEarlierCommand(actor, input))
export const takeDown = action((actor, input: unknown) => takeDownCommand(actor, input))

/** A command that gives a plan its time, as an action: somebody looks at it in that moment. */
function onPlan(command: (actor: Actor, input: unknown) => Promise<PlannedAt>) {
  return action(async (actor, input: unknown): Promise<PlannedAt> => {
    const planned = await command(actor, input)
    await callAtItsTime(planned)
    return planned
  })
}

export const planPublication = onPlan(planCommand)
export const movePlan = onPlan(movePlanCommand)
export const withdrawPlan = action((actor, input: unknown) => withdrawPlanCommand(actor, input))
export const publishPlanNow = action((actor, input: unknown) => publishPlanNowCommand(actor, input))
export const createPreviewLink = action((actor, input: unknown) => createLinkCommand(actor, input))
export const withdrawPreviewLink = action((actor, input: unknown) => withdrawLinkCommand(actor, input))
