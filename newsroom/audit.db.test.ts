import { expect, test } from 'vitest'
import { auditCsv } from '@/newsroom/audit-csv'
import { auditFilterSchema } from '@/newsroom/audit-filter'
import { listAuditEntries } from '@/newsroom/audit-queries'
import type { Actor } from '@/newsroom/roles'
import { saveSettings } from '@/newsroom/settings'
import { db } from '@/platform/db'
import { Forbidden } from '@/platform/errors'
import { buildClaim } from '@/prisma/factories/claim'
import { buildInterview } from '@/prisma/factories/interview'
import { buildMember } from '@/prisma/factories/member'

const editor = () => buildMember(db(), { role: 'editor' })

async function written(actor: Actor, filter: Parameters<typeof auditCsv>[1]): Promise<string[]> {
  let text = ''
  for await (const chunk of auditCsv(actor, filter)) text += chunk
  return text.split('\r\n').filter((line) => line !== '')
}

function line(subject: string, extra: object = {}) {
  return { actorName: 'Ada Quill', action: 'test.done', subject, ...extra }
}

test('the trail is narrowed by interview, by claim and by person', async () => {
  const reader = await editor()
  const interview = await buildInterview(db())
  const claim = await buildClaim(db(), interview)
  await db().auditEntry.createMany({
    data: [
      line('Of neither'),
      line('Of the interview', { interviewId: interview.id }),
      line('Of the claim', { interviewId: interview.id, claimId: claim.id, actorId: reader.id }),
    ],
  })
  const subjects = async (filter: object) =>
    (await listAuditEntries(reader, { action: 'test.done', ...filter })).entries.map(({ subject }) => subject)
  expect(await subjects({ interviewId: interview.id })).toEqual(['Of the claim', 'Of the interview'])
  expect(await subjects({ claimId: claim.id })).toEqual(['Of the claim'])
  expect(await subjects({ actorId: reader.id })).toEqual(['Of the claim'])
})

test('a day is the newsroom’s day, not Greenwich’s', async () => {
  const admin = await buildMember(db(), { role: 'admin' })
  await saveSettings(admin, { timeZone: 'America/New_York' })
  const action = 'test.late'
  const at = (moment: string) => ({ ...line(moment), action, at: new Date(moment) })
  await db().auditEntry.createMany({
    data: [at('2026-03-05T04:59:00Z'), at('2026-03-05T05:00:00Z'), at('2026-03-06T04:59:00Z')],
  })
  const { entries } = await listAuditEntries(admin, { action, from: '2026-03-05', to: '2026-03-05' })
  expect(entries.map(({ subject }) => subject)).toEqual(['2026-03-06T04:59:00Z', '2026-03-05T05:00:00Z'])
})

test('the file has every line once, however many pages they fill', async () => {
  const action = 'test.many'
  await db().auditEntry.createMany({
    data: Array.from({ length: 1203 }, (_, index) => ({ ...line(`Line ${index}`), action })),
  })
  const [header, ...lines] = await written(await editor(), { action })
  expect(header).toBe('id,at,actorName,action,subject,interview,interviewId,claimId,before,after')
  expect(new Set(lines.map((one) => one.split(',')[4])).size).toBe(1203)
  expect(lines).toHaveLength(1203)
})

test('what somebody wrote is never a formula where the file is opened, nor a line of its own', async () => {
  const action = 'test.formula'
  await db().auditEntry.create({ data: { ...line('=HYPERLINK("x"),\r\n"y"'), action } })
  const lines = (await written(await editor(), { action })).slice(1)
  expect(lines.join('\r\n')).toContain(`"'=HYPERLINK(""x""),\r\n""y"""`)
})

test('a reporter gets neither the trail nor its file', async () => {
  const reporter = await buildMember(db())
  await expect(listAuditEntries(reporter, {})).rejects.toThrow(Forbidden)
  await expect(auditCsv(reporter, {}).next()).rejects.toThrow(Forbidden)
})

test('an address that was mangled shows the whole trail instead of a fault', () => {
  expect(auditFilterSchema.parse({ interviewId: 'x', from: 'yesterday', before: '-1' })).toEqual({})
})

test('a year half typed, and what is no action, show the whole trail instead of a fault', async () => {
  const reader = await editor()
  for (const filter of [
    { from: '0002-05-01' },
    { to: '0000-01-01' },
    { to: '9999-12-31' },
    { action: 'a\u0000b' },
  ])
    expect((await listAuditEntries(reader, auditFilterSchema.parse(filter))).entries.length).toBeGreaterThan(
      0,
    )
})
