import { expect, test } from 'vitest'
import { db } from '@/platform/db'
import { RateLimited } from '@/platform/errors'
import { buildMember } from '@/prisma/factories/member'
import { buildPublished } from '@/prisma/factories/publication'
import { closeReports } from '@/publishing/reader-report/close-reports'
import { A_READER, fileReport } from '@/publishing/reader-report/file-report'
import { forgetAddresses } from '@/publishing/reader-report/forget-addresses'
import { reportsPage } from '@/publishing/reader-report/queries'
import { receiveReport } from '@/publishing/reader-report/receive-report'
import { REPORTS_PER_ADDRESS, REPORTS_PER_PAGE } from '@/publishing/reader-report/report-limits'
import { takeDown } from '@/publishing/take-down'

const says = (slug: string, over: Record<string, string> = {}) => ({
  slug,
  claim: '1',
  publication: '1',
  message: 'It was eight million.',
  replyTo: '',
  ...over,
})
const noticesOf = (memberId: string) => db().notice.findMany({ where: { memberId, kind: 'reported' } })
const reportsOf = (interviewId: string) => db().readerReport.findMany({ where: { interviewId } })

test('a report reaches editors and whoever has the claim, and a flood is one notice for each', async () => {
  const assignee = await buildMember(db())
  const bystander = await buildMember(db())
  const { interview, editor } = await buildPublished({ claims: [{ assigneeId: assignee.id }] })
  const ten = Array.from({ length: 10 }, () => says(interview.slug))
  for (let sent = 0; sent < 4; sent++) await Promise.all(ten.map((report) => fileReport(A_READER, report)))
  expect(await db().readerReport.count({ where: { interviewId: interview.id } })).toBe(40)
  const [told, ...more] = await noticesOf(editor.id)
  expect(more).toEqual([])
  expect(told).toMatchObject({ interviewId: interview.id, claimId: expect.any(String), actorName: '' })
  expect(await noticesOf(assignee.id)).toHaveLength(1)
  expect(await noticesOf(bystander.id)).toEqual([])
  // What a stranger wrote goes into no inbox, and from there into no e-mail; nor into the trail.
  expect(JSON.stringify([told, ...(await noticesOf(assignee.id))])).not.toContain('eight million')
  const trail = await db().auditEntry.findMany({
    where: { interviewId: interview.id, action: 'report.received' },
    select: { subject: true, before: true, after: true },
  })
  expect(trail).toHaveLength(40)
  expect(JSON.stringify(trail)).not.toContain('eight million')

  // Once all are dealt with, the next one is news again.
  const [page] = (await reportsPage({ show: 'open', interview: interview.id, after: null })).interviews
  await closeReports(editor, { ids: page?.openIds, closed: true })
  await fileReport(A_READER, says(interview.slug, { claim: '' }))
  expect(await noticesOf(editor.id)).toHaveLength(2)
})

test('what is written is kept as plain text, with the page that the reader had before them', async () => {
  const { interview } = await buildPublished()
  await receiveReport('192.0.2.1', {
    ...says(interview.slug, { claim: '', publication: '99', replyTo: ' reader@example.org ' }),
    message: '  <b>Nine</b>\u0000 million\u202e\r\nis wrong. ',
  })
  expect(await reportsOf(interview.id)).toMatchObject([
    {
      claimNumber: null,
      publication: 1,
      message: '<b>Nine</b> million\nis wrong.',
      replyTo: 'reader@example.org',
      closedAt: null,
    },
  ])
})

test.each([
  ['nothing but spaces', { message: ' \u0000\n ' }, { message: 'Say what is wrong.' }],
  ['more than anybody reads', { message: 'x'.repeat(4001) }, { message: expect.stringContaining('4000') }],
  [
    'what is no e-mail address',
    { replyTo: 'not an address' },
    { replyTo: expect.stringContaining('name@example.org') },
  ],
  ['what is no number of a claim', { claim: '0' }, { claim: 'Choose what it is about.' }],
  ['a claim that is not on the page', { claim: '7' }, { claim: 'Choose what it is about.' }],
])('%s is refused beside its field, and nothing is kept', async (_what, over, fields) => {
  const { interview } = await buildPublished()
  await expect(receiveReport('192.0.2.2', says(interview.slug, over))).rejects.toMatchObject({ fields })
  expect(await reportsOf(interview.id)).toEqual([])
})

test('nothing can be reported where no page stands', async () => {
  const { interview, editor } = await buildPublished()
  await takeDown(editor, { interviewId: interview.id, notice: 'Withdrawn.' })
  for (const slug of [interview.slug, 'never-was'])
    await expect(fileReport(A_READER, says(slug))).rejects.toMatchObject({ status: 404 })
})

test('one address, and all addresses together about one page, may send so many and no more', async () => {
  const [one, other] = [await buildPublished(), await buildPublished()]
  for (let sent = 0; sent < REPORTS_PER_ADDRESS; sent++)
    await receiveReport(`2001:db8::${sent}`, says(one.interview.slug))
  // Who has an IPv6 address has as many as they like.
  await expect(receiveReport('2001:db8::ff', says(other.interview.slug))).rejects.toThrow(RateLimited)
  for (let sent = REPORTS_PER_ADDRESS; sent < REPORTS_PER_PAGE; sent++)
    await receiveReport(`198.51.100.${sent}`, says(one.interview.slug))
  await expect(receiveReport('203.0.113.1', says(one.interview.slug))).rejects.toThrow(/about this page/)
  await receiveReport('203.0.113.2', says(other.interview.slug))
  expect(await reportsOf(one.interview.id)).toHaveLength(REPORTS_PER_PAGE)
  expect(await reportsOf(other.interview.id)).toHaveLength(1)
})

test('the desk sees reports by page and claim, closes them and takes it back', async () => {
  const { interview, editor, writer } = await buildPublished({
    claims: [{}, { words: { turn: 1, from: 5, to: 6 } }],
  })
  for (const claim of ['2', '', '1', '2']) await fileReport(A_READER, says(interview.slug, { claim }))
  const shown = async (show: 'open' | 'closed') =>
    (await reportsPage({ show, interview: interview.id, after: null })).interviews
  // A mark that nobody was given begins the list.
  const strange = { show: 'open', interview: interview.id, after: `1_${'-'.repeat(36)}` } as const
  expect((await reportsPage(strange)).interviews).toHaveLength(1)
  const [page] = await shown('open')
  expect(page?.claims.map((claim) => [claim.number, claim.reports.length])).toEqual([
    [null, 1],
    [1, 1],
    [2, 2],
  ])
  expect(page?.claims[1]?.sentence).toBe('Sentence of claim 1.')
  const ids = page?.claims[2]?.reports.map((report) => report.id) ?? []
  expect(await closeReports(writer, { ids, closed: true })).toEqual({ ids: expect.arrayContaining(ids) })
  expect((await shown('open'))[0]?.openIds).toHaveLength(2)
  expect((await shown('closed'))[0]?.claims[0]?.reports[0]?.closed?.by).toBe(writer.name)
  // A colleague who pressed the same a moment later is told, and changes nothing.
  await expect(closeReports(editor, { ids, closed: true })).rejects.toMatchObject({ status: 409 })
  await closeReports(writer, { ids, closed: false })
  expect((await shown('open'))[0]?.openIds).toHaveLength(4)
  const trail = await db().auditEntry.findMany({
    where: { interviewId: interview.id, action: { in: ['report.closed', 'report.reopened'] } },
    orderBy: { id: 'asc' },
    select: { action: true, subject: true },
  })
  expect(trail).toEqual([
    { action: 'report.closed', subject: `2 reports on “${interview.title}”` },
    { action: 'report.reopened', subject: `2 reports on “${interview.title}”` },
  ])
})

test('a list of many goes on where the page before ended', async () => {
  const { interview } = await buildPublished()
  await db().readerReport.createMany({
    data: Array.from({ length: 53 }, (_, sent) => ({
      interviewId: interview.id,
      publication: 1,
      message: `Number ${sent}`,
      // Some at the same moment.
      at: new Date(Date.UTC(2026, 2, 4, 8, 0, Math.floor(sent / 3))),
    })),
  })
  const seen: string[] = []
  let after: string | null = null
  do {
    const page = await reportsPage({ show: 'open', interview: interview.id, after })
    seen.push(
      ...page.interviews.flatMap((one) =>
        one.claims.flatMap((claim) => claim.reports.map((each) => each.id)),
      ),
    )
    after = page.next
  } while (after !== null)
  expect(new Set(seen).size).toBe(53)
  expect(seen).toHaveLength(53)
})

test('a reader’s address is forgotten a season after the report was closed; the report stays', async () => {
  const { interview, editor } = await buildPublished()
  for (const replyTo of ['long@ago.example', 'closed@lately.example', 'still@open.example'])
    await fileReport(A_READER, says(interview.slug, { replyTo }))
  const closed = (replyTo: string, days: number) =>
    db().readerReport.updateMany({
      where: { interviewId: interview.id, replyTo },
      data: { closedAt: new Date(Date.now() - days * 24 * 60 * 60_000), closedById: editor.id },
    })
  await closed('long@ago.example', 91)
  await closed('closed@lately.example', 89)
  await forgetAddresses()
  const left = (await reportsOf(interview.id)).map((report) => report.replyTo)
  expect(left.sort()).toEqual(['', 'closed@lately.example', 'still@open.example'])
})
