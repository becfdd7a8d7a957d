import 'server-only'
import { CONSOLE } from '@/newsroom/console-actor'
import { hashPassword, randomPassword } from '@/newsroom/password'
import { emailSchema } from '@/newsroom/schema'
import { memberSubject } from '@/newsroom/store'
import type { Who } from '@/platform/audit'
import { command } from '@/platform/command'
import { db, type Reader } from '@/platform/db'
import { allow } from '@/platform/decision'
import { Conflict, Invalid } from '@/platform/errors'

export type FirstAdmin =
  | { created: true; email: string; password: string }
  | { created: false; email: string }

// Servers that start together must make one administrator: the second waits for the first. The number means nothing.
const LOCK = 7_204_018

async function activeAdmin(reader: Reader): Promise<string | null> {
  const admin = await reader.member.findFirst({
    where: { role: 'admin', deactivatedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { email: true },
  })
  return admin?.email ?? null
}

const makeAdmin = command({
  input: emailSchema,
  load: async (tx, email: string) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
    const present = await activeAdmin(tx)
    if (present) throw new Conflict('There is an administrator already.', present)
    if (await tx.member.findUnique({ where: { email }, select: { id: true } }))
      throw new Invalid(
        `${email} is a member already but no active administrator. Set CLAIMLINE_ADMIN_EMAIL to another address.`,
      )
    return null
  },
  allow: (_actor: Who) => allow,
  run: async (tx, { input: email }) => {
    const password = randomPassword()
    const member = await tx.member.create({
      data: {
        email,
        name: 'Administrator',
        role: 'admin',
        passwordHash: await hashPassword(password),
        // Somebody has to get in before single sign-on works, and when it does not.
        breakGlass: true,
      },
      select: { name: true, email: true },
    })
    return {
      value: { email, password },
      audit: [{ action: 'member.invited', subject: memberSubject(member), after: { role: 'admin' } }],
    }
  },
})

/**
 * Makes an administrator with a random password where no active one is.
 * @throws Invalid for a wrong address, or one that a member without that role has.
 */
export async function createFirstAdmin(email: string): Promise<FirstAdmin> {
  const present = await activeAdmin(db())
  if (present) return { created: false, email: present }
  try {
    return { created: true, ...(await makeAdmin(CONSOLE, email)) }
  } catch (error) {
    if (error instanceof Conflict) return { created: false, email: String(error.current) }
    throw error
  }
}
