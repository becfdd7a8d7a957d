'use server'

import { action } from '@/app/_boundary/action'
import { publishInterview as publishCommand } from '@/publishing/publish-interview'
import { takeDown as takeDownCommand } from '@/publishing/take-down'

export const publishInterview = action((actor, input: unknown) => publishCommand(actor, input))
export const takeDown = action((actor, input: unknown) => takeDownCommand(actor, input))
