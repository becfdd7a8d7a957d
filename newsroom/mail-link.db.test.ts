import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeLink } from '@/newsroom/member-link'
import { db } from '@/platform/db'
import { Forbidden, Invalid, NotFound } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'

const taken: string[] = []
let refuses = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    stream.resume()
    stream.on('end', () => {
      if (refuses) return done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
      taken.push(...session.envelope.rcptTo.map(({ address }) => address))
      done()
    })
  },
})

let mailLink: typeof import('@/newsroom/mail-link').mailLink
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address() as AddressInfo
  process.env.CLAIMLINE_SMTP_URL = `smtp://127.0.0.1:${address.port}`
  process.env.CLAIMLINE_MAIL_FROM = 'desk@claims.example'
  // The environment is read once; only now does it name the server.
  mailLink = (await import('@/newsroom/mail-link')).mailLink
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

beforeEach(() => {
  taken.length = 0
  refuses = false
})

async function linked() {
  const [admin, member] = [await buildMember(db(), { role: 'admin' }), await buildMember(db())]
  const { path } = await db().$transaction((tx) => makeLink(tx, member.id, 1))
  const audited = () => db().auditEntry.count({ where: { actorId: admin.id, action: 'member.linkMailed' } })
  return { admin, member, path, audited }
}

test('a link goes to the address of the member it was made for, and the trail says so', async () => {
  const { admin, member, path, audited } = await linked()
  expect(await mailLink(admin, { path })).toEqual({ address: member.email })
  expect(taken).toEqual([member.email])
  expect(await audited()).toBe(1)
})

test('only an administrator sends it, and only one that works', async () => {
  const { admin, path } = await linked()
  const editor = await buildMember(db(), { role: 'editor' })
  await expect(mailLink(editor, { path })).rejects.toThrow(Forbidden)
  await expect(mailLink(admin, { path: `/welcome/${'a'.repeat(43)}` })).rejects.toThrow(NotFound)
  await expect(mailLink(admin, { path: 'https://elsewhere.example/welcome/x' })).rejects.toThrow(Invalid)
  expect(taken).toEqual([])
})

test('where the mail server does not take it, one is told, the link still works and nothing is on record', async () => {
  const { admin, member, path, audited } = await linked()
  refuses = true
  await expect(mailLink(admin, { path })).rejects.toThrow(/No such mailbox.*Pass the link on another way/)
  expect(await audited()).toBe(0)
  refuses = false
  expect(await mailLink(admin, { path })).toEqual({ address: member.email })
})
