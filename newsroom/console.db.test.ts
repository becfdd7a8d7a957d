import { expect, test } from 'vitest'
import { createFirstAdmin } from '@/newsroom/create-first-admin'
import { passwordMatches } from '@/newsroom/password'
import { resetPassword } from '@/newsroom/reset-password'
import { resetPasswordByEmail } from '@/newsroom/reset-password-by-email'
import { spendLink } from '@/newsroom/spend-link'
import { db } from '@/platform/db'
import { Invalid, NotFound } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'

test('servers that start together make one administrator, whose password works', async () => {
  const made = await Promise.all(Array.from({ length: 4 }, () => createFirstAdmin('first@newsroom.example')))
  expect(made.filter((one) => one.created)).toHaveLength(1)
  expect(new Set(made.map((one) => one.email))).toEqual(new Set(['first@newsroom.example']))
  const password = made.flatMap((one) => (one.created ? [one.password] : []))[0] ?? ''
  const row = await db().member.findUniqueOrThrow({ where: { email: 'first@newsroom.example' } })
  expect(row.role).toBe('admin')
  expect(await passwordMatches(row.passwordHash, password)).toBe(true)
  expect(await createFirstAdmin('second@newsroom.example')).toEqual({ created: false, email: row.email })
})

test('a reset at the console ends sessions and stands in the trail under nobody’s name', async () => {
  const member = await buildMember(db(), { password: 'the old password' })
  const { password } = await resetPasswordByEmail(member.email.toUpperCase())
  const row = await db().member.findUniqueOrThrow({ where: { id: member.id } })
  expect(await passwordMatches(row.passwordHash, password)).toBe(true)
  expect(row.sessionVersion).toBe(member.sessionVersion + 1)
  const line = await db().auditEntry.findFirst({ where: { subject: { contains: member.email } } })
  expect(line).toMatchObject({ actorId: null, actorName: 'Server console', action: 'member.passwordReset' })
})

test('a link from before a reset at the console opens nothing any more', async () => {
  const admin = await buildMember(db(), { role: 'admin' })
  const member = await buildMember(db())
  const { link } = await resetPassword(admin, { memberId: member.id })
  const token = link.path.split('/').at(-1)
  await resetPasswordByEmail(member.email)
  await expect(spendLink({ token, password: 'whoever found the link' })).rejects.toThrow(NotFound)
})

test('a reset for nobody says so', async () => {
  await expect(resetPasswordByEmail('nobody@newsroom.example')).rejects.toThrow(NotFound)
  await expect(resetPasswordByEmail('nobody')).rejects.toThrow(Invalid)
})
