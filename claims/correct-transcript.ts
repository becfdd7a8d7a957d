import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { Invalid } from '@/platform/errors'
import { correctTranscriptSchema } from '@/transcripts/correction-schema'
import { canEditInterview } from '@/transcripts/policy'
import { bumpRevision } from '@/transcripts/store'

/** Corrects a transcript by one step. @returns the step's id. */
export const correctTranscript = command({
  input: correctTranscriptSchema,
  load: (tx, input) => bumpRevision(tx, input.interviewId),
  allow: (actor: Actor) => canEditInterview(actor),
  run: async (_tx, { input }) => {
    if (input.stepId !== '') throw new Invalid('Not yet.')
    return { value: input.stepId, audit: [{ action: 'transcript.corrected', subject: '' }] }
  },
})
