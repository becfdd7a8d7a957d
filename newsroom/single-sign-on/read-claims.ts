import { z } from 'zod'
import { isAtLeast, type Role } from '@/newsroom/roles'
import { emailSchema } from '@/newsroom/schema'
import type { SingleSignOn } from '@/newsroom/single-sign-on/settings'

/** Why a provider's word did not let somebody in; a code for the sign-in page. */
export type ProviderRefusal =
  | 'ProviderUnverified'
  | 'ProviderDomain'
  | 'ProviderNoRole'
  | 'ProviderNotInvited'
  | 'ProviderTaken'
  | 'ProviderDeactivated'

/** Who somebody is by the provider's word. `role` is null where the provider decides none. */
export type Person = { issuer: string; subject: string; email: string; name: string; role: Role | null }

const claimsSchema = z.looseObject({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: emailSchema,
  name: z.string().trim().max(120).catch(''),
})

/**
 * What the claims of a provider say, by this installation's rules. The claims' signature, audience, nonce and time were checked
 * before.
 */
export function readClaims(claims: unknown, rules: SingleSignOn): Person | ProviderRefusal {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success || parsed.data.iss !== rules.issuer) return 'ProviderUnverified'
  const { iss, sub, email, name } = parsed.data
  if (!isTrue(claimAt(parsed.data, rules.verifiedClaim))) return 'ProviderUnverified'
  if (!isAllowed(email, rules.allowedDomains)) return 'ProviderDomain'
  const role = rules.roleClaim === null ? null : roleOf(claimAt(parsed.data, rules.roleClaim), rules)
  if (rules.roleClaim !== null && role === null) return 'ProviderNoRole'
  return { issuer: iss, subject: sub, email, name: name || email, role }
}

/** The domain as a whole: `newsroom.example` lets in neither `evil-newsroom.example` nor `x.newsroom.example`. */
function isAllowed(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1))
}

/** Some providers write a yes as a text or a number. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1'
}

const objectSchema = z.record(z.string(), z.unknown())

/** A claim by its name, which may be an address with dots in it; else by a path of names with dots between them. */
export function claimAt(claims: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  return path.split('.').reduce<unknown>((inside, name) => {
    const object = objectSchema.safeParse(inside)
    return object.success && Object.hasOwn(object.data, name) ? object.data[name] : undefined
  }, claims)
}

/** The highest role that any of the provider's groups gives, else the default. */
function roleOf(claim: unknown, { roleMap, defaultRole }: SingleSignOn): Role | null {
  const groups = Array.isArray(claim) ? claim : [claim]
  const given = groups.flatMap((group) => {
    const role = typeof group === 'string' ? roleMap.get(group) : undefined
    return role ? [role] : []
  })
  return (
    given.reduce<Role | null>((best, role) => (best === null || isAtLeast(role, best) ? role : best), null) ??
    defaultRole
  )
}
