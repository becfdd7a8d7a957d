import 'server-only'
import { noticeSelect, presentNotice } from '@/claims/inbox/queries'
import { readSettings } from '@/newsroom/settings'
import { now } from '@/platform/clock'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { log } from '@/platform/log'
import { MailRefused, MailUnsure, sendMail, sendsMail } from '@/platform/mail/send-mail'

/** What comes within this time goes out as one mail; what is read meanwhile does not go out at all. */
const COLLECT_MS = 60_000
/** What is older than a day is news to nobody, and a site that begins to send mail does not begin with last year. */
const TOO_OLD_MS = 24 * 60 * 60_000
/** More than this are counted and not listed. */
const LISTED = 20

/** Notices of one member that go out together: those that were marked at that moment. ISO 8601. */
export type Bundle = { memberId: string; at: string }

/**
 * Marks what goes out now, a bundle a member: what has waited for a minute, with what came after it. From here on it is
 * never bundled again, so nothing goes out twice.
 */
export async function bundleMail(): Promise<Bundle[]> {
  if (!sendsMail()) return []
  const at = now()
  const waiting = {
    mailedAt: null,
    readAt: null,
    at: { gt: new Date(at.getTime() - TOO_OLD_MS) },
    member: { mailNotices: true, deactivatedAt: null },
  }
  const members = await db().notice.findMany({
    where: { ...waiting, at: { ...waiting.at, lte: new Date(at.getTime() - COLLECT_MS) } },
    select: { memberId: true },
    distinct: ['memberId'],
  })
  const marked = await db().notice.updateManyAndReturn({
    where: { ...waiting, memberId: { in: members.map((row) => row.memberId) } },
    data: { mailedAt: at },
    select: { memberId: true },
  })
  return [...new Set(marked.map((row) => row.memberId))].map((memberId) => ({
    memberId,
    at: at.toISOString(),
  }))
}

/**
 * Sends a bundle as one mail, without what was read meanwhile. It is sent at most once: its mark is moved on before the
 * mail is handed over, and moved back only where the server is known not to have taken it (ADR 29).
 * @throws where the mail server is away; then it is tried again.
 */
export async function mailBundle({ memberId, at }: Bundle): Promise<void> {
  const member = await db().member.findUnique({
    where: { id: memberId },
    select: { name: true, email: true, mailNotices: true, deactivatedAt: true },
  })
  if (!member?.mailNotices || member.deactivatedAt) return
  // Another process of this site bundled it: the settings differ, and one that can send shall take it.
  if (!sendsMail()) throw new Error('This process was given no mail server.')
  const bundled = new Date(at)
  const begun = new Date(Math.max(now().getTime(), bundled.getTime() + 1))
  const marked = await db().notice.updateManyAndReturn({
    where: { memberId, mailedAt: bundled, readAt: null },
    data: { mailedAt: begun },
    select: { id: true },
  })
  const ids = marked.map((row) => row.id)
  // None is left: they were read, or a process died while it handed them over and nobody knows how far it came.
  if (ids.length === 0) return
  const rows = await db().notice.findMany({
    where: { id: { in: ids } },
    select: noticeSelect,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  try {
    await sendMail(await mailOf(member, rows.map(presentNotice)))
  } catch (error) {
    if (error instanceof MailRefused) {
      log.warn({ member: memberId, reason: error.message }, 'a mail was refused for good')
      return
    }
    if (error instanceof MailUnsure) {
      log.warn(
        { member: memberId, reason: error.message },
        'a mail may have gone out, so it is not sent again',
      )
      return
    }
    await db().notice.updateMany({ where: { id: { in: ids } }, data: { mailedAt: bundled } })
    throw error
  }
}

async function mailOf(
  member: { name: string; email: string },
  notices: readonly ReturnType<typeof presentNotice>[],
) {
  const { siteName } = await readSettings()
  const origin = siteOrigin()
  const [first] = notices
  const listed = notices.slice(0, LISTED)
  const more = notices.length - listed.length
  return {
    to: { name: member.name, address: member.email },
    id: `notices-${first?.id ?? ''}`,
    subject: `${siteName}: ${notices.length === 1 ? first?.sentence : `${notices.length} things concern you`}`,
    opening: `Hello ${member.name}, this concerns you at the desk of ${siteName}.`,
    items: listed.map(({ title, sentence, text, href }) => ({
      kicker: title,
      sentence: `${sentence}.`,
      text,
      link: { label: 'Open it at the desk', href: `${origin}${href}` },
    })),
    closing: `${more > 0 ? `${more} more are in your inbox. ` : ''}You get this because you have notices sent to you by e-mail.`,
    settings: { label: 'Change that', href: `${origin}/desk/inbox/settings` },
  }
}
