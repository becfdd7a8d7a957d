import 'server-only'
import { canRevokeToken } from '@/newsroom/api-tokens/policy'
import { type TokenId, tokenIdSchema } from '@/newsroom/api-tokens/schema'
import type { Actor } from '@/newsroom/roles'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { NotFound } from '@/platform/errors'

/** Ends a token from this moment on. @throws NotFound where it was revoked before. */
export const revokeToken = command({
  input: tokenIdSchema,
  load: async (tx, { tokenId }: TokenId) => {
    const token = await tx.apiToken.findFirst({
      where: { id: tokenId, revokedAt: null },
      select: { id: true, name: true, start: true, memberId: true, member: { select: { name: true } } },
    })
    if (!token) throw new NotFound('This token is revoked already.')
    return token
  },
  allow: (actor: Actor, token) => canRevokeToken(actor, token),
  run: async (tx, { actor, loaded: { id, name, start, memberId, member } }) => {
    await tx.apiToken.update({ where: { id }, data: { revokedAt: now() } })
    const of = memberId === actor.id ? '' : ` of ${member.name}`
    return {
      value: { name },
      audit: [{ action: 'member.tokenRevoked', subject: `“${name}” (${start}…)${of}` }],
    }
  },
})
