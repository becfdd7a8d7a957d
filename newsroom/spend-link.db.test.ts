import { hash } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { resetPassword } from '@/newsroom/reset-password'
import { spendLink } from '@/newsroom/spend-link'
import { db } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'

// The hash itself, counted.
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  return { ...argon2, hash: vi.fn(argon2.hash) }
})

test('a stranger without a link cannot make the server work at a hash', async () => {
  const admin = await buildMember(db(), { role: 'admin' })
  const member = await buildMember(db())
  const { link } = await resetPassword(admin, { memberId: member.id })
  vi.mocked(hash).mockClear()
  await expect(spendLink({ token: 'guessed', password: 'four unrelated words' })).rejects.toThrow(NotFound)
  expect(hash).not.toHaveBeenCalled()
  await spendLink({ token: link.path.split('/').at(-1), password: 'four unrelated words' })
  expect(hash).toHaveBeenCalledOnce()
})
