import { randomUUID } from 'node:crypto'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/newsroom/roles'
import { moveClock } from '@/platform/clock'
import { db } from '@/platform/db'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

/** A mail server of this test's own: what it took, and how it answers. */
const taken: { to: string[]; source: string }[] = []
let answer: { code: number; words: string } | 'none' | null = null
const sockets = new Set<Socket>()
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (answer && answer !== 'none')
        return done(Object.assign(new Error(answer.words), { responseCode: answer.code }))
      const to = session.envelope.rcptTo.map(({ address }) => address)
      taken.push({ to, source: Buffer.concat(chunks).toString('utf8') })
      // As where the line breaks between the mail and the word that it was taken.
      if (answer === 'none') for (const socket of sockets) socket.destroy()
      else done()
    })
  },
})
server.server.on('connection', (socket: Socket) =>
  sockets.add(socket.once('close', () => sockets.delete(socket))),
)
const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

let mail: typeof import('@/claims/inbox/mail-notices')
beforeAll(async () => {
  await listen(0)
  const address = server.server.address() as AddressInfo
  process.env.CLAIMLINE_SMTP_URL = `smtp://127.0.0.1:${address.port}`
  process.env.CLAIMLINE_MAIL_FROM = 'Claimline <desk@claims.example>'
  // The environment is read once; only now does it name the server.
  mail = await import('@/claims/inbox/mail-notices')
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

let bo: Actor
let interviewId = ''
beforeEach(async () => {
  taken.length = 0
  answer = null
  await db().notice.deleteMany()
  bo = await buildMember(db(), { name: 'Bo "the\r\nBcc: x@y.example" Märsh' })
  interviewId = (await buildInterview(db(), { title: 'An evening\r\nX-Evil: 1' })).id
})

const notice = (memberId: string, text: string, at = new Date()) =>
  db().notice.create({
    data: {
      memberId,
      kind: 'mentioned',
      interviewId,
      actorName: 'Ada <b>Quill</b>',
      key: randomUUID(),
      text,
      at,
    },
  })
/** Bundles as they would be in two minutes, and sends them. */
async function send() {
  const back = moveClock(2 * 60_000)
  try {
    const bundles = await mail.bundleMail()
    for (const bundle of bundles) await mail.mailBundle(bundle)
    return bundles
  } finally {
    back()
  }
}

test('what came together goes out as one mail to one member, once', async () => {
  await notice(bo.id, 'First <script>x</script>')
  await notice(bo.id, 'Second.\r\n.\r\nQUIT')
  await send()
  await send()
  expect(taken).toHaveLength(1)
  expect(taken[0]?.to).toEqual([bo.email])
  const [head = '', body = ''] = (taken[0]?.source ?? '').split(/\r\n\r\n([\s\S]*)/)
  expect(head).toMatch(/^From: Claimline <desk@claims\.example>$/m)
  expect(head).toMatch(/^Message-ID: <notices-[0-9a-f-]+@claims\.example>$/m)
  expect(head).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/desk\/inbox\/settings>$/m)
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
  expect(head).not.toMatch(/^(Bcc|X-Evil):/im)
  expect(body).toContain('text/plain')
  expect(body).not.toContain('<script>x</script></div>')
  expect(body).toContain('http://localhost:3000/desk/inbox/open/')
})

test('a fresh notice waits a minute, so that one that was read meanwhile is not mailed', async () => {
  const { id } = await notice(bo.id, 'Read soon.')
  expect(await mail.bundleMail()).toEqual([])
  await db().notice.update({ where: { id }, data: { readAt: new Date() } })
  expect(await send()).toEqual([])
  expect(taken).toEqual([])
})

test('what was read after it was bundled stays behind', async () => {
  const { id } = await notice(bo.id, 'One.')
  await notice(bo.id, 'Other.')
  const back = moveClock(2 * 60_000)
  const [bundle] = await mail.bundleMail()
  back()
  await db().notice.update({ where: { id }, data: { readAt: new Date() } })
  if (bundle) await mail.mailBundle(bundle)
  expect(taken[0]?.source).toContain('Other.')
  expect(taken[0]?.source).not.toContain('One.')
})

test('nothing is mailed to who does not want it, who left, or of long ago', async () => {
  const quiet = await buildMember(db())
  await db().member.update({ where: { id: quiet.id }, data: { mailNotices: false } })
  const gone = await buildMember(db(), { deactivatedAt: new Date() })
  await notice(quiet.id, 'Quiet.')
  await notice(gone.id, 'Gone.')
  await notice(bo.id, 'Old.', new Date(Date.now() - 25 * 60 * 60_000))
  expect(await send()).toEqual([])
  expect(taken).toEqual([])
})

test('a server that is busy is asked again; the mail then goes out once', async () => {
  await notice(bo.id, 'Later.')
  answer = { code: 451, words: 'Try again later' }
  const back = moveClock(2 * 60_000)
  const [bundle] = await mail.bundleMail()
  back()
  if (!bundle) throw new Error('There is nothing to send.')
  await expect(mail.mailBundle(bundle)).rejects.toThrow('Try again later')
  answer = null
  await mail.mailBundle(bundle)
  await mail.mailBundle(bundle)
  expect(taken).toHaveLength(1)
})

test('a mail that may have been taken, because the line broke before the answer, does not go out twice', async () => {
  await notice(bo.id, 'Perhaps taken.')
  answer = 'none'
  const [bundle] = await send()
  answer = null
  if (bundle) await mail.mailBundle(bundle)
  expect(taken).toHaveLength(1)
})

test('a server that is away is asked again; the mail then goes out once', async () => {
  await notice(bo.id, 'When it is back.')
  const back = moveClock(2 * 60_000)
  const [bundle] = await mail.bundleMail()
  back()
  if (!bundle) throw new Error('There is nothing to send.')
  const { port } = server.server.address() as AddressInfo
  await new Promise<void>((resolve) => server.server.close(() => resolve()))
  await expect(mail.mailBundle(bundle)).rejects.toThrow('ECONNREFUSED')
  await new Promise<void>((resolve) => server.server.listen(port, '127.0.0.1', resolve))
  await mail.mailBundle(bundle)
  expect(taken).toHaveLength(1)
})

test('an address that is refused for good is not tried again', async () => {
  await notice(bo.id, 'Nobody.')
  answer = { code: 550, words: 'No such mailbox' }
  const [bundle] = await send()
  answer = null
  if (bundle) await mail.mailBundle(bundle)
  expect(taken).toEqual([])
})

test('a process that died while it handed a mail over does not make it go out twice', async () => {
  const { id } = await notice(bo.id, 'Perhaps sent.')
  const back = moveClock(2 * 60_000)
  const [bundle] = await mail.bundleMail()
  back()
  // As the dead process left it: begun, and nobody knows how far it came.
  await db().notice.update({ where: { id }, data: { mailedAt: new Date(Date.now() + 1) } })
  if (bundle) await mail.mailBundle(bundle)
  expect(taken).toEqual([])
})
