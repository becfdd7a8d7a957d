// Longer than most files: the second factor from setting up to losing it, each promise on the one before.
import { beforeEach, expect, test } from 'vitest'
import { actorOfSession, visitorOfSession } from '@/newsroom/actor'
import { ATTEMPTS_PER_ACCOUNT, CODES_PER_DAY } from '@/newsroom/attempts'
import { deactivateMember } from '@/newsroom/deactivate-member'
import { endOtherSessions } from '@/newsroom/end-sessions'
import { makeLink } from '@/newsroom/member-link'
import { beginTotp } from '@/newsroom/second-factor/begin-totp'
import { confirmTotp } from '@/newsroom/second-factor/confirm-totp'
import { proveAgain } from '@/newsroom/second-factor/prove-again'
import { readOwnFactors } from '@/newsroom/second-factor/queries'
import { removeSecondFactor, removeSecondFactorByEmail } from '@/newsroom/second-factor/remove-second-factor'
import { renewRecoveryCodes } from '@/newsroom/second-factor/renew-recovery-codes'
import { takeSecondStep } from '@/newsroom/second-factor/take-second-step'
import { codeAt } from '@/newsroom/second-factor/totp'
import { turnOffTotp } from '@/newsroom/second-factor/turn-off-totp'
import { beginSession } from '@/newsroom/session'
import { saveSettings } from '@/newsroom/settings'
import { signIn } from '@/newsroom/sign-in'
import { STEP_MINUTES } from '@/newsroom/sign-in-step'
import { spendLink } from '@/newsroom/spend-link'
import { moveClock, now } from '@/platform/clock'
import { db } from '@/platform/db'
import { Conflict, Forbidden, Invalid, NotFound, RateLimited } from '@/platform/errors'
import { type BuildMember, buildMember } from '@/prisma/factories/member'
import { atBrowser, buildTotp } from '@/prisma/factories/second-factor'

const PASSWORD = 'four unrelated words here'
const NEXT_CODE_MS = 30_000

let last = 0
const origin = () => ({ userAgent: 'Test', address: `198.51.100.${++last}` })

/** A member with an authenticator app, as if half a minute had passed since it was set up. */
async function withApp(wanted: BuildMember = {}) {
  const member = await atBrowser(await buildMember(db(), { password: PASSWORD, ...wanted }))
  const app = await buildTotp(member)
  return { member, ...app }
}

/** The password step, right. @returns the secret that the browser keeps. */
async function passwordStep(email: string): Promise<string> {
  const step = await signIn({ email, password: PASSWORD }, origin())
  if (step?.kind !== 'secondFactor') throw new Error('No second step was asked for.')
  return step.secret
}

/** Time goes on by so much for one test. */
async function later<T>(byMs: number, work: () => Promise<T>): Promise<T> {
  const back = moveClock(byMs)
  try {
    return await work()
  } finally {
    back()
  }
}

const trail = async (memberId: string) =>
  (await db().auditEntry.findMany({ where: { actorId: memberId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

beforeEach(async () => {
  await db().setting.deleteMany()
})

test('an app is on once it has shown a code, other sessions end, and there are ten recovery codes', async () => {
  const member = await atBrowser(await buildMember(db(), { password: PASSWORD }))
  const other = await atBrowser(member)
  const { secret, address, qrSvg } = await beginTotp(member, null)
  expect(await readOwnFactors(member)).toMatchObject({ hasTotp: false, recoveryCodesLeft: 0 })
  expect(address).toContain(secret.replaceAll(' ', ''))
  expect(qrSvg).toMatch(/^<svg/)
  await expect(confirmTotp(member, { code: '000000' })).rejects.toThrow(Invalid)
  // Until it is confirmed, the password alone opens the desk: nobody is locked out by a code they never scanned.
  expect(await signIn({ email: member.email, password: PASSWORD }, origin())).toMatchObject({
    kind: 'session',
  })
  const { recoveryCodes } = await confirmTotp(member, { code: codeAt(secret.replaceAll(' ', ''), now()) })
  expect(recoveryCodes).toHaveLength(10)
  expect(await readOwnFactors(member)).toMatchObject({ hasTotp: true, recoveryCodesLeft: 10 })
  expect(await db().memberSession.findMany({ where: { memberId: member.id } })).toMatchObject([
    { id: member.session.id, strong: true },
  ])
  expect(other.session.id).not.toBe(member.session.id)
  await expect(beginTotp(member, null)).rejects.toThrow(Conflict)
})

test('neither the tables nor the trail hold the secret or a recovery code', async () => {
  const { member, recoveryCodes } = await withApp()
  const rows = [
    await db().memberTotp.findMany({ where: { memberId: member.id } }),
    await db().recoveryCode.findMany({ where: { memberId: member.id } }),
    await db().auditEntry.findMany({ where: { actorId: member.id } }),
  ]
  const text = JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
  for (const code of recoveryCodes) expect(text).not.toContain(code)
  expect(text).not.toMatch(/otpauth|"secret"/)
})

test('the password alone begins no session; the code does, and the trail says how', async () => {
  const { member, code } = await withApp()
  const secret = await passwordStep(member.email)
  expect(await db().memberSession.count({ where: { memberId: member.id } })).toBe(1)
  await later(NEXT_CODE_MS, async () => {
    const claims = await takeSecondStep(code(), secret, origin())
    if (typeof claims === 'string') throw new Error(claims)
    expect(await actorOfSession(claims)).toMatchObject({ id: member.id })
    expect((await visitorOfSession(claims))?.session.begun).toEqual({ by: 'passwordAndCode', strong: true })
  })
  expect(await trail(member.id)).toEqual([
    'member.authenticatorBegun',
    'member.authenticatorAdded',
    'member.signedIn',
  ])
})

test('a code is taken once, also by two browsers at the same moment', async () => {
  const { member, code } = await withApp()
  const secrets = [await passwordStep(member.email), await passwordStep(member.email)]
  await later(NEXT_CODE_MS, async () => {
    const seen = code()
    const outcomes = await Promise.all(secrets.map((secret) => takeSecondStep(seen, secret, origin())))
    expect(outcomes.filter((outcome) => outcome === 'WrongCode')).toHaveLength(1)
    expect(outcomes.filter((outcome) => typeof outcome === 'object')).toHaveLength(1)
  })
})

test('a step is used up by a right code and not by a wrong one', async () => {
  const { member, code, recoveryCodes } = await withApp()
  const secret = await passwordStep(member.email)
  expect(await takeSecondStep('123 456', secret, origin())).toBe('WrongCode')
  await later(NEXT_CODE_MS, async () => {
    expect(await takeSecondStep(code(), secret, origin())).toMatchObject({ sub: member.id })
    expect(await takeSecondStep(recoveryCodes[0] ?? '', secret, origin())).toBe('StepGone')
  })
  // The transaction that came too late gave the recovery code back.
  expect((await readOwnFactors(member)).recoveryCodesLeft).toBe(10)
})

test('without the browser’s secret, or after its minutes, there is no second step', async () => {
  const { member, code } = await withApp()
  const secret = await passwordStep(member.email)
  expect(await takeSecondStep(code(), '', origin())).toBe('StepGone')
  expect(await takeSecondStep(code(), 'made up', origin())).toBe('StepGone')
  await later((STEP_MINUTES + 1) * 60_000, async () => {
    expect(await takeSecondStep(code(), secret, origin())).toBe('StepGone')
  })
})

test('who is deactivated or gets another password between the steps does not come in', async () => {
  const admin = await buildMember(db(), { role: 'admin' })
  await buildMember(db(), { role: 'admin' })
  const { member, code } = await withApp()
  const secret = await passwordStep(member.email)
  await deactivateMember(admin, { memberId: member.id })
  await later(NEXT_CODE_MS, async () => {
    expect(await takeSecondStep(code(), secret, origin())).toBe('StepGone')
  })
  expect(await db().memberSession.count({ where: { memberId: member.id } })).toBe(0)
})

test('guesses at a code end after the limit, however often the password is given again', async () => {
  const { member, code } = await withApp()
  const right = [-1, 0, 1, 2, 3].map((step) => code(new Date(now().getTime() + step * NEXT_CODE_MS)))
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (one) => !right.includes(one),
  )
  const outcomes: string[] = []
  for (let guess = 0; guess < ATTEMPTS_PER_ACCOUNT + 2; guess++) {
    const secret = await passwordStep(member.email)
    outcomes.push(
      await takeSecondStep(wrong ?? '', secret, origin()).then(String, (error: unknown) =>
        error instanceof RateLimited ? 'limited' : 'fault',
      ),
    )
  }
  expect(outcomes.filter((outcome) => outcome === 'WrongCode')).toHaveLength(ATTEMPTS_PER_ACCOUNT)
  expect(outcomes.slice(-2)).toEqual(['limited', 'limited'])
})

test('who knows the password cannot guess codes for days on end; a recovery code still lets its owner in', async () => {
  const { member, code, recoveryCodes } = await withApp()
  const near = [-1, 0, 1, 2, 3].map((step) => code(new Date(now().getTime() + step * NEXT_CODE_MS)))
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (one) => !near.includes(one),
  )
  const secret = await passwordStep(member.email)
  const guess = (guessed: string) => takeSecondStep(guessed, secret, origin())
  const quarterOfAnHourLater = () => db().$executeRaw`DELETE FROM rate_limits WHERE key LIKE 'sign-in-a%'`
  for (let count = 0; count < CODES_PER_DAY; count++) {
    if (count % ATTEMPTS_PER_ACCOUNT === 0) await quarterOfAnHourLater()
    expect(await guess(wrong ?? '')).toBe('WrongCode')
  }
  await quarterOfAnHourLater()
  await expect(guess(wrong ?? '')).rejects.toThrow(/hours/)
  expect(await guess(recoveryCodes[0] ?? '')).toMatchObject({ sub: member.id })
})

test('a recovery code opens once, however typed, and renewed ones replace it', async () => {
  const { member, recoveryCodes } = await withApp()
  const [first = '', second = ''] = recoveryCodes
  const typed = first.toUpperCase().replaceAll('-', ' ')
  expect(await takeSecondStep(typed, await passwordStep(member.email), origin())).toMatchObject({
    sub: member.id,
  })
  expect(await takeSecondStep(first, await passwordStep(member.email), origin())).toBe('WrongCode')
  expect((await readOwnFactors(member)).recoveryCodesLeft).toBe(9)
  const { recoveryCodes: renewed } = await renewRecoveryCodes(member, null)
  expect(await takeSecondStep(second, await passwordStep(member.email), origin())).toBe('WrongCode')
  expect(await takeSecondStep(renewed[0] ?? '', await passwordStep(member.email), origin())).toMatchObject({
    sub: member.id,
  })
  expect(await trail(member.id)).toContain('member.recoveryCodeUsed')
})

test('turning it off asks for the password and a code; afterwards the password is enough again', async () => {
  const { member, code, recoveryCodes } = await withApp()
  await later(NEXT_CODE_MS, async () => {
    await expect(turnOffTotp(member, { password: 'wrong', code: code() })).rejects.toThrow(Invalid)
    await expect(turnOffTotp(member, { password: PASSWORD, code: '000000' })).rejects.toThrow(Invalid)
    await turnOffTotp(member, { password: PASSWORD, code: code() })
  })
  expect(await signIn({ email: member.email, password: PASSWORD }, origin())).toMatchObject({
    kind: 'session',
  })
  expect(await readOwnFactors(member)).toMatchObject({ hasTotp: false, recoveryCodesLeft: 0 })
  expect(await db().memberSession.count({ where: { memberId: member.id, strong: true } })).toBe(0)
  await expect(turnOffTotp(member, { password: PASSWORD, code: recoveryCodes[0] })).rejects.toThrow(NotFound)
})

test('a browser left open longer than ten minutes changes nothing before its owner is asked again', async () => {
  const left = await atBrowser(await buildMember(db(), { password: PASSWORD }))
  await later(11 * 60_000, async () => {
    await expect(beginTotp(left, null)).rejects.toThrow(Forbidden)
    await expect(proveAgain(left, { password: 'wrong' })).rejects.toThrow(Invalid)
    await expect(proveAgain(left, {})).rejects.toThrow(Invalid)
    await proveAgain(left, { password: PASSWORD })
    const { provenAt } = await db().memberSession.findUniqueOrThrow({ where: { id: left.session.id } })
    await beginTotp({ ...left, session: { ...left.session, provenAt } }, null)
  })
})

test.each([
  ['optional', { reporter: false, editor: false, admin: false }],
  ['editors', { reporter: false, editor: true, admin: true }],
  ['everybody', { reporter: true, editor: true, admin: true }],
] as const)('where %s must have one, who has none may do nothing else', async (rule, must) => {
  const admin = await buildMember(db(), { role: 'admin' })
  await saveSettings(admin, { secondFactor: rule })
  for (const role of ['reporter', 'editor', 'admin'] as const) {
    const member = await buildMember(db(), { role })
    const sid = await beginSession(member.id, origin())
    const claims = { sub: member.id, sessionVersion: member.sessionVersion, sid }
    expect((await visitorOfSession(claims))?.mustEnrol, role).toBe(must[role])
    expect((await actorOfSession(claims)) === null, role).toBe(must[role])
    if (!must[role]) continue
    await buildTotp({ ...member, session: (await visitorOfSession(claims))?.session ?? never() })
    expect(await actorOfSession(claims), role).toMatchObject({ id: member.id })
  }
})

test('what the newsroom asks for, nobody takes off themselves', async () => {
  const admin = await buildMember(db(), { role: 'admin' })
  const { member, code } = await withApp()
  await saveSettings(admin, { secondFactor: 'everybody' })
  await later(NEXT_CODE_MS, async () => {
    await expect(turnOffTotp(member, { password: PASSWORD, code: code() })).rejects.toThrow(Forbidden)
  })
})

test('an administrator removes a member’s second factor, never their own; every session ends and the password stays', async () => {
  const admin = await buildMember(db(), { role: 'admin' })
  const editor = await buildMember(db(), { role: 'editor' })
  const { member } = await withApp()
  const own = await withApp({ role: 'admin' })
  await expect(removeSecondFactor(editor, { memberId: member.id })).rejects.toThrow(Forbidden)
  await expect(removeSecondFactor(own.member, { memberId: own.member.id })).rejects.toThrow(Forbidden)
  await removeSecondFactor(admin, { memberId: member.id })
  expect(await db().memberSession.count({ where: { memberId: member.id } })).toBe(0)
  expect(await signIn({ email: member.email, password: PASSWORD }, origin())).toMatchObject({
    kind: 'session',
  })
  await expect(removeSecondFactor(admin, { memberId: member.id })).rejects.toThrow(Forbidden)
  expect(await trail(admin.id)).toContain('member.secondFactorRemoved')
})

test('at the server’s console it is removed from anybody, also the only administrator', async () => {
  const { member } = await withApp({ role: 'admin' })
  expect(await removeSecondFactorByEmail(member.email)).toMatchObject({ id: member.id })
  expect(await signIn({ email: member.email, password: PASSWORD }, origin())).toMatchObject({
    kind: 'session',
  })
  await expect(removeSecondFactorByEmail('nobody@newsroom.example')).rejects.toThrow(NotFound)
})

test('a link to choose a password does not lead past the second factor', async () => {
  const { member, code } = await withApp()
  const link = await db().$transaction((tx) => makeLink(tx, member.id, 1))
  const password = 'another four words here'
  const spent = await spendLink({ token: link.path.replace('/welcome/', ''), password })
  expect(spent).toMatchObject({ id: member.id, enters: false })
  const step = await signIn({ email: member.email, password }, origin())
  if (step?.kind !== 'secondFactor') throw new Error('No second step was asked for.')
  await later(NEXT_CODE_MS, async () => {
    expect(await takeSecondStep(code(), step.secret, origin())).toMatchObject({ sub: member.id })
  })
})

test('ending other sessions leaves the one that asks, with what vouches for it', async () => {
  const { member } = await withApp()
  await endOtherSessions(member, { sessionId: member.session.id })
  expect(await db().memberSession.findMany({ where: { memberId: member.id } })).toMatchObject([
    { strong: true },
  ])
})

function never(): never {
  throw new Error('This session holds.')
}
