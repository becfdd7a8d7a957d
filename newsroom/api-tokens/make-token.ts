import 'server-only'
import type { FactorActor } from '@/newsroom/actor'
import { canMakeToken } from '@/newsroom/api-tokens/policy'
import { makeTokenSchema } from '@/newsroom/api-tokens/schema'
import { newToken } from '@/newsroom/api-tokens/token-text'
import type { MadeToken } from '@/newsroom/api-tokens/views'
import { loadFactors } from '@/newsroom/second-factor/store'
import { readSettings } from '@/newsroom/settings'
import { isoMoment, now } from '@/platform/clock'
import { command } from '@/platform/command'

const DAY_MS = 24 * 60 * 60 * 1000

/** Makes a token for another system to act by, as the actor and within its scopes. @returns it, this once. */
export const makeToken = command({
  input: makeTokenSchema,
  load: async (tx, _input, actor: FactorActor) => {
    // Locks the member: of two made at once the second counts the first.
    const { memberId } = await loadFactors(tx, actor.id)
    const held = await tx.apiToken.count({ where: { memberId, revokedAt: null } })
    return { held, rule: (await readSettings(tx)).secondFactor }
  },
  allow: (actor: FactorActor, loaded) => canMakeToken(actor, { at: now(), ...loaded }),
  run: async (tx, { actor, input: { name, scopes, days } }) => {
    const { token, ...kept } = newToken()
    const createdAt = now()
    const expiresAt = days === null ? null : new Date(createdAt.getTime() + days * DAY_MS)
    await tx.apiToken.create({ data: { memberId: actor.id, name, scopes, createdAt, expiresAt, ...kept } })
    const value: MadeToken = { token, name, expiresAt: isoMoment(expiresAt) }
    return {
      value,
      audit: [
        {
          action: 'member.tokenMade',
          subject: `“${name}” (${kept.start}…)`,
          after: { scopes, expiresAt: isoMoment(expiresAt) },
        },
      ],
    }
  },
})
