import type { Scope } from '@/newsroom/api-tokens/scopes'

/** A token as its owner and administrators see it; never the token itself. Moments are ISO strings in UTC. */
export type TokenView = {
  id: string
  name: string
  /** Its first characters. */
  start: string
  scopes: Scope[]
  createdAt: string
  expiresAt: string | null
  /** To within a minute. */
  usedAt: string | null
  /** Whose it is, and whether they are still a member. */
  owner: { id: string; name: string; isActive: boolean }
}

/** The one moment in which a token can be read. */
export type MadeToken = { token: string; name: string; expiresAt: string | null }
