import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import type { SingleSignOn } from '@/newsroom/single-sign-on/settings'

const claimsSchema = z.looseObject({ sub: z.string() })
type Claims = z.infer<typeof claimsSchema>

/** The claims of an ID token. openid-client has checked its signature by then; this only reads. */
function payloadOf(idToken: string): Claims {
  const payload = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')
  return claimsSchema.parse(JSON.parse(payload))
}

/**
 * The provider as next-auth 4 is told of it. PKCE, state and nonce are checked, and the ID token's signature, issuer, audience
 * and time, by openid-client.
 */
export function oidcProvider({ issuer, name, clientId, clientSecret }: SingleSignOn): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    issuer,
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Some providers put the address into the ID token and others only here. Where both speak, the signed token holds.
      async request({ client, tokens }) {
        const claims = payloadOf(tokens.id_token ?? '')
        if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint || !tokens.access_token)
          return claims
        const more = await client.userinfo(tokens.access_token)
        if (more.sub !== claims.sub) throw new Error('The provider told about somebody else.')
        return { ...more, ...claims }
      },
    },
    profile: (claims) => ({ id: String(claims.sub) }),
  }
}
