import { randomUUID } from 'node:crypto'
import type { Scope } from '@/newsroom/api-tokens/scopes'
import { newToken } from '@/newsroom/api-tokens/token-text'
import type { Reader } from '@/platform/db'

/** A token made directly in the database for tests. @returns its id, and the header by which a request carries it. */
export async function buildToken(
  client: Reader,
  memberId: string,
  {
    scopes = ['read:drafts', 'write:transcripts'],
    ...wanted
  }: {
    scopes?: readonly Scope[]
    name?: string
    createdAt?: Date
    expiresAt?: Date | null
    revokedAt?: Date | null
  } = {},
) {
  const { token, ...kept } = newToken()
  const name = wanted.name ?? `Wire ${randomUUID().slice(0, 8)}`
  const { id } = await client.apiToken.create({
    data: { memberId, scopes: [...scopes], ...kept, ...wanted, name },
  })
  return { id, name, token, headers: { authorization: `Bearer ${token}` } }
}
