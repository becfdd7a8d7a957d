import { randomUUID } from 'node:crypto'
import { hashPassword } from '@/newsroom/password'
import type { Actor, Role } from '@/newsroom/roles'
import type { Reader } from '@/platform/db'

export type BuildMember = {
  role?: Role
  name?: string
  email?: string
  /** In the clear; without one the member has no password and cannot sign in by form. */
  password?: string
  deactivatedAt?: Date | null
}

/** A member made directly in the database for tests; the result serves as the actor of a command. */
export async function buildMember(
  client: Reader,
  wanted: BuildMember = {},
): Promise<Actor & { sessionVersion: number }> {
  const mark = randomUUID().slice(0, 8)
  const role = wanted.role ?? 'reporter'
  const member = await client.member.create({
    data: {
      role,
      name: wanted.name ?? `Test ${role} ${mark}`,
      email: wanted.email ?? `${role}-${mark}@newsroom.example`,
      passwordHash: wanted.password === undefined ? null : await hashPassword(wanted.password),
      deactivatedAt: wanted.deactivatedAt ?? null,
    },
  })
  const { id, name, email, sessionVersion } = member
  return { id, name, email, role, sessionVersion }
}
