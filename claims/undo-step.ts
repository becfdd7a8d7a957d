import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { Invalid } from '@/platform/errors'
import { undoStepSchema } from '@/transcripts/correction-schema'
import { canEditInterview } from '@/transcripts/policy'
import { bumpRevision } from '@/transcripts/store'

/** Takes a step back, as a step of its own. @returns the new step's id. */
export const undoStep = command({
  input: undoStepSchema,
  load: (tx, input) => bumpRevision(tx, input.interviewId),
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (_tx, { input }) => {
    if (input.stepId !== '') throw new Invalid('Not yet.')
    return { value: input.stepId, audit: [{ action: 'step.undone', subject: '' }] }
  },
})
