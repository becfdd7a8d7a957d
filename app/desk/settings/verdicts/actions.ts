'use server'
import { action } from '@/app/_boundary/action'
import {
  orderScale as orderScaleCommand,
  removeVerdict as removeVerdictCommand,
  retireVerdict as retireVerdictCommand,
  saveVerdict as saveVerdictCommand,
} from '@/claims/scale/change-scale'

export const saveVerdict = action((actor, input: unknown) => saveVerdictCommand(actor, input))
export const orderScale = action((actor, input: unknown) => orderScaleCommand(actor, input))
export const retireVerdict = action((actor, input: unknown) => retireVerdictCommand(actor, input))
export const removeVerdict = action((actor, input: unknown) => removeVerdictCommand(actor, input))
