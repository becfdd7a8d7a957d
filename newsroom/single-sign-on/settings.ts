import { z } from 'zod'
import { ROLES, type Role } from '@/newsroom/roles'

/** Single sign-on as an installation has it. */
export type SingleSignOn = {
  /** Exactly as the provider writes it into its tokens. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call the provider; stands on the button. */
  name: string
  /** E-mail domains that may come in; empty for all that the provider vouches for. */
  allowedDomains: readonly string[]
  /** The claim that says an address is the person's own; `email_verified` unless the provider calls it otherwise. */
  verifiedClaim: string
  /** Where groups or roles stand in the claims, e.g. `realm_access.roles`; null where the provider decides no role. */
  roleClaim: string | null
  roleMap: ReadonlyMap<string, Role>
  /** What somebody gets whom nothing gives a role; null lets in only who was invited. */
  defaultRole: Role | null
  /** Nobody signs in with a password or passkey but those to whom the server's console gave that. */
  only: boolean
}

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

const role = z.enum(ROLES, { message: `is no role; roles are ${ROLES.join(', ')}` })

const schema = z.object({
  CLAIMLINE_OIDC_ISSUER: z.url({ protocol: /^https?$/, message: 'must be an http:// or https:// address' }),
  CLAIMLINE_OIDC_CLIENT_ID: z.string({ message: 'is not set' }).min(1),
  CLAIMLINE_OIDC_CLIENT_SECRET: z.string({ message: 'is not set' }).min(1),
  CLAIMLINE_OIDC_NAME: z.string().trim().min(1).max(60).default('single sign-on'),
  CLAIMLINE_OIDC_ALLOWED_DOMAINS: z
    .string()
    .default('')
    .transform((text) => list(text.toLowerCase()))
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^[^@*\s]+$/,
            'must be domains such as newsroom.example, separated by commas; no @ and no *',
          ),
      ),
    ),
  CLAIMLINE_OIDC_VERIFIED_CLAIM: z.string().min(1).default('email_verified'),
  CLAIMLINE_OIDC_ROLE_CLAIM: z.string().min(1).optional(),
  CLAIMLINE_OIDC_ROLE_MAP: z
    .string()
    .default('')
    .transform((text) => list(text).map((pair) => splitLast(pair)))
    .pipe(z.array(z.tuple([z.string().min(1, 'has a pair without a name before its ='), role])))
    .transform((pairs): ReadonlyMap<string, Role> => new Map(pairs)),
  CLAIMLINE_OIDC_DEFAULT_ROLE: role.optional(),
  CLAIMLINE_OIDC_ONLY: z.enum(['true', 'false'], { message: 'must be true or false' }).default('false'),
})

/** A group's name may hold `=` (LDAP: `cn=desk`), a role never does. */
function splitLast(pair: string): [string, string] {
  const at = pair.lastIndexOf('=')
  return at < 0 ? ['', pair] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}

/**
 * Reads the settings of single sign-on.
 * @param env as the process has it; empty variables count as not set.
 * @returns null where none is set. @throws Error that names each wrong variable: half a door must not stand open or shut by chance.
 */
export function singleSignOnSettings(env: Record<string, string | undefined>): SingleSignOn | null {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith('CLAIMLINE_OIDC_') && value),
  )
  if (Object.keys(given).length === 0) return null
  const result = schema.safeParse(given)
  if (!result.success)
    throw new Error(
      result.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`).join('. '),
    )
  const it = result.data
  if (it.CLAIMLINE_OIDC_ROLE_CLAIM && it.CLAIMLINE_OIDC_ROLE_MAP.size === 0)
    throw new Error('CLAIMLINE_OIDC_ROLE_CLAIM is set, but CLAIMLINE_OIDC_ROLE_MAP gives nobody a role')
  return {
    issuer: it.CLAIMLINE_OIDC_ISSUER,
    clientId: it.CLAIMLINE_OIDC_CLIENT_ID,
    clientSecret: it.CLAIMLINE_OIDC_CLIENT_SECRET,
    name: it.CLAIMLINE_OIDC_NAME,
    allowedDomains: it.CLAIMLINE_OIDC_ALLOWED_DOMAINS,
    verifiedClaim: it.CLAIMLINE_OIDC_VERIFIED_CLAIM,
    roleClaim: it.CLAIMLINE_OIDC_ROLE_CLAIM ?? null,
    roleMap: it.CLAIMLINE_OIDC_ROLE_MAP,
    defaultRole: it.CLAIMLINE_OIDC_DEFAULT_ROLE ?? null,
    only: it.CLAIMLINE_OIDC_ONLY === 'true',
  }
}
