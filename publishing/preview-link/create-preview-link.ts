import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import { databaseNow } from '@/platform/database-clock'
import { canShare } from '@/publishing/preview-link/policy'
import { createPreviewLinkSchema } from '@/publishing/preview-link/schema'
import { hashOfToken } from '@/publishing/preview-link/token'
import { lockInterview } from '@/transcripts/store'

const DAY_MS = 24 * 60 * 60_000

/** Makes a link by which somebody outside reads the draft. @returns its path, this once: only a hash of it is kept. */
export const createPreviewLink = command({
  input: createPreviewLinkSchema,
  load: (tx, input) => lockInterview(tx, input.interviewId),
  allow: (actor: Actor) => canShare(actor),
  run: async (tx, { actor, input: { interviewId, label, days }, loaded: interview }) => {
    const token = randomBytes(32).toString('base64url')
    const createdAt = await databaseNow(tx)
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS)
    await tx.previewLink.create({
      data: {
        interviewId,
        label,
        tokenHash: hashOfToken(token),
        createdById: actor.id,
        createdAt,
        expiresAt,
      },
    })
    return {
      value: { path: `/preview/${token}`, expiresAt: expiresAt.toISOString() },
      audit: [
        {
          action: 'preview.shared',
          subject: `“${interview.title}”, for ${label}`,
          interviewId,
          after: { label, expiresAt: expiresAt.toISOString() },
        },
      ],
    }
  },
})
