import { expect, test } from 'vitest'
import { actorOfSession } from '@/newsroom/actor'
import { ATTEMPTS_PER_ACCOUNT, ATTEMPTS_PER_ADDRESS, countAttempt } from '@/newsroom/attempts'
import { signIn } from '@/newsroom/sign-in'
import { db } from '@/platform/db'
import { RateLimited } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'

const PASSWORD = 'four unrelated words here'
const fresh = (extra = {}) => buildMember(db(), { password: PASSWORD, ...extra })

let last = 0
/** A browser at a network address nobody used yet. */
const address = () => ({ userAgent: 'Test', address: `192.0.2.${++last}` })

test('the right pair begins a session and leaves a line in the trail', async () => {
  const member = await fresh()
  const signedIn = await signIn({ email: member.email.toUpperCase(), password: PASSWORD }, address())
  if (signedIn?.kind !== 'session') throw new Error('No session was begun.')
  expect(signedIn.claims).toMatchObject({ sub: member.id, sessionVersion: member.sessionVersion })
  expect(await actorOfSession(signedIn.claims)).toMatchObject({ id: member.id })
  const trail = await db().auditEntry.findMany({ where: { actorId: member.id } })
  expect(trail.map((line) => line.action)).toEqual(['member.signedIn'])
})

test('a wrong password, an unknown address and a deactivated member get the same answer', async () => {
  const member = await fresh()
  const gone = await fresh({ deactivatedAt: new Date() })
  const unset = await buildMember(db())
  expect(await signIn({ email: member.email, password: 'wrong' }, address())).toBeNull()
  expect(await signIn({ email: 'nobody@newsroom.example', password: PASSWORD }, address())).toBeNull()
  expect(await signIn({ email: gone.email, password: PASSWORD }, address())).toBeNull()
  expect(await signIn({ email: unset.email, password: PASSWORD }, address())).toBeNull()
})

test.each([null, 'x', {}, { email: ['a@b.example'], password: {} }, { email: 'a@b.example' }])(
  'input of another shape (%j) signs nobody in',
  async (input) => {
    expect(await signIn(input, address())).toBeNull()
  },
)

test('guesses at one account end after the limit, from however many addresses and however parallel', async () => {
  const member = await fresh()
  const guesses = Array.from({ length: ATTEMPTS_PER_ACCOUNT + 6 }, () =>
    signIn({ email: member.email, password: 'wrong' }, address()).then(
      () => 'looked at',
      (error: unknown) => (error instanceof RateLimited ? 'limited' : String(error)),
    ),
  )
  const outcomes = await Promise.all(guesses)
  expect(outcomes.filter((outcome) => outcome === 'looked at')).toHaveLength(ATTEMPTS_PER_ACCOUNT)
  expect(outcomes.filter((outcome) => outcome === 'limited')).toHaveLength(6)
  // The right password is not looked at either, and the message says how long to wait.
  const barred = signIn({ email: member.email, password: PASSWORD }, address())
  await expect(barred).rejects.toMatchObject({
    kind: 'rate-limited',
    message: expect.stringMatching(/1[45] minutes/),
  })
})

test('guesses from one address end after the limit, at however many accounts', async () => {
  const from = address()
  for (let i = 0; i < ATTEMPTS_PER_ADDRESS; i++)
    await countAttempt(`guess-${i}@newsroom.example`, from.address)
  const member = await fresh()
  await expect(signIn({ email: member.email, password: PASSWORD }, from)).rejects.toThrow(RateLimited)
  expect(await signIn({ email: member.email, password: PASSWORD }, address())).not.toBeNull()
})

test('who signs in rightly is not held to earlier slips', async () => {
  const member = await fresh()
  const from = address()
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < ATTEMPTS_PER_ACCOUNT - 1; i++)
      expect(await signIn({ email: member.email, password: 'wrong' }, from)).toBeNull()
    expect(await signIn({ email: member.email, password: PASSWORD }, from)).not.toBeNull()
  }
})

test('the counters name neither account nor address', async () => {
  const from = address()
  await signIn({ email: 'somebody@newsroom.example', password: 'wrong' }, from)
  const keys = (await db().rateLimit.findMany()).map((row) => row.key).join(' ')
  expect(keys).not.toBe('')
  expect(keys).not.toContain('somebody')
  expect(keys).not.toContain(from.address)
})
