import 'server-only'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { NotFound } from '@/platform/errors'
import { canSayMachineMade } from '@/transcripts/policy'
import { machineMadeSchema } from '@/transcripts/schema'
import { bumpRevision } from '@/transcripts/store'

/** Says whether a machine wrote a transcript's words, on which depends whether claims have to be heard. @throws NotFound */
export const setMachineMade = command({
  input: machineMadeSchema,
  load: async (tx, { interviewId }) => {
    await bumpRevision(tx, interviewId)
    const transcript = await tx.transcript.findUnique({
      where: { interviewId },
      select: { id: true, fileName: true, machineMade: true },
    })
    if (!transcript) throw new NotFound('This interview has no transcript.')
    return transcript
  },
  allow: (actor: Actor) => canSayMachineMade(actor),
  run: async (tx, { input: { interviewId, machineMade }, loaded }) => {
    await tx.transcript.update({ where: { id: loaded.id }, data: { machineMade } })
    return {
      value: { machineMade },
      audit: [
        {
          action: 'transcript.origin-said',
          subject: loaded.fileName,
          interviewId,
          before: { machineMade: loaded.machineMade },
          after: { machineMade },
        },
      ],
    }
  },
})
