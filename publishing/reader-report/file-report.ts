import 'server-only'
import { notify } from '@/claims/notify'
import type { Who } from '@/platform/audit'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Invalid, NotFound } from '@/platform/errors'
import { canReport } from '@/publishing/reader-report/policy'
import { reportSchema } from '@/publishing/reader-report/schema'

/** Who the trail names: readers have no names here. */
export const A_READER: Who = { id: null, name: 'A reader' }

type Standing = { interviewId: string; number: number; title: string; claimStands: boolean }

/**
 * Keeps a reader's report of an error and tells who should look: editors, and whoever has the claim. While a report of a page is
 * open, further ones about it make no further notice, so a flood is one line in an inbox. Limits are counted before
 * (`report-limits.ts`).
 * @throws NotFound where no page stands at the address; Invalid where it has no such claim.
 */
export const fileReport = command({
  input: reportSchema,
  load: async (tx, { slug, claim }) => {
    const page = await standingPage(tx, slug, claim)
    if (!page) throw new NotFound('There is no page here any more.')
    if (claim !== null && !page.claimStands)
      throw new Invalid('That claim is not on the page any more.', { claim: 'Choose what it is about.' })
    return page
  },
  allow: (_reader: Who) => canReport(),
  run: async (tx, { input: { claim, message, replyTo, publication }, loaded: page }) => {
    const { interviewId } = page
    const report = await tx.readerReport.create({
      data: {
        interviewId,
        publication: Math.min(publication, page.number),
        claimNumber: claim,
        message,
        replyTo,
      },
    })
    await tell(tx, page, claim)
    return {
      value: { id: report.id },
      // The words stay out of the trail, which is kept for ever and read by more people.
      audit: [
        {
          action: 'report.received',
          subject: `“${page.title}”${claim === null ? '' : `, claim ${claim}`}`,
          interviewId,
        },
      ],
    }
  },
})

/** What readers find at an address, from publications alone; null after a takedown. */
async function standingPage(tx: Tx, slug: string, claim: number | null): Promise<Standing | null> {
  const rows = await tx.$queryRaw<(Standing & { kind: string })[]>`
    SELECT "interviewId", "number", "kind"::text AS "kind", COALESCE("card"->>'title', '') AS "title", EXISTS (
      SELECT 1 FROM jsonb_array_elements("snapshot"->'claims') AS claim WHERE (claim->>'number')::int = ${claim ?? 0}
    ) AS "claimStands"
    FROM "Publication" WHERE "slug" = ${slug} ORDER BY "number" DESC LIMIT 1`
  const newest = rows[0]
  return newest && newest.kind !== 'takedown' ? newest : null
}

async function tell(tx: Tx, { interviewId }: Standing, claimNumber: number | null): Promise<void> {
  // Two first reports at once must find the same oldest one.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reports ${interviewId}`}, 0))`
  const oldest = (of: { claimNumber?: number | null }) =>
    tx.readerReport.findFirst({
      where: { interviewId, closedAt: null, ...of },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
  const [editors, claim, first, firstOfClaim] = [
    await tx.member.findMany({
      where: { role: { in: ['editor', 'admin'] }, deactivatedAt: null },
      select: { id: true },
    }),
    claimNumber === null
      ? null
      : await tx.claim.findFirst({
          where: { interviewId, number: claimNumber },
          select: { id: true, assigneeId: true },
        }),
    await oldest({}),
    await oldest({ claimNumber }),
  ]
  const about = {
    kind: 'reported' as const,
    interviewId,
    ...(claim ? { claimId: claim.id } : {}),
    actor: null,
    // What strangers write is read at the desk, and not in e-mails that come from the newsroom's own address.
    text: 'What was written stands under Reports.',
  }
  const editorIds = editors.map((member) => member.id)
  const assignee = claim?.assigneeId ?? null
  await notify(tx, [
    { ...about, memberIds: editorIds, key: `reported:${interviewId}:${first?.id}` },
    {
      ...about,
      memberIds: assignee && !editorIds.includes(assignee) ? [assignee] : [],
      key: `reported:${interviewId}:${claimNumber}:${firstOfClaim?.id}`,
    },
  ])
}
