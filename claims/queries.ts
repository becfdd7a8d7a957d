import 'server-only'
import { looksOf } from '@/claims/looks'
import { canFlag } from '@/claims/policy'
import { presentClaim } from '@/claims/present-claim'
import { loadClaim, loadClaims } from '@/claims/store'
import { openThreads } from '@/claims/talk/queries'
import type {
  BackgroundView,
  ClaimView,
  DeskChanges,
  DeskView,
  PersonName,
  VerdictView,
} from '@/claims/views'
import { type Actor, isAtLeast } from '@/newsroom/roles'
import { readSettings } from '@/newsroom/settings'
import { db, type Reader } from '@/platform/db'
import { NotFound } from '@/platform/errors'
import { turnsSince } from '@/transcripts/correction-queries'

/** One claim as this member sees it. @throws NotFound */
export async function claimView(actor: Actor, claimId: string, reader: Reader = db()): Promise<ClaimView> {
  const [claim, settings] = [await loadClaim(reader, claimId), await readSettings(reader)]
  return presentClaim(claim, actor, settings)
}

/** The newsroom's scale in its own order. */
export async function verdictScale(reader: Reader = db()): Promise<VerdictView[]> {
  const rows = await reader.verdict.findMany({ orderBy: { position: 'asc' } })
  return rows.map(({ key, label, definition, icon, colour, rates, retiredAt }) => ({
    key,
    label,
    definition,
    icon,
    colour,
    rates,
    retired: retiredAt !== null,
  }))
}

async function backgroundOf(interviewId: string, reader: Reader): Promise<BackgroundView[]> {
  const rows = await reader.backgroundNote.findMany({ where: { interviewId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ id, kind, turnId, title, body, status, version }) => ({
    id,
    kind,
    turnId,
    title,
    body,
    approved: status === 'approved',
    version,
  }))
}

function participantsOf(interviewId: string, reader: Reader): Promise<PersonName[]> {
  return reader.participant.findMany({
    where: { interviewId },
    select: { id: true, name: true },
    orderBy: { position: 'asc' },
  })
}

/** Everything the workspace needs besides the turns. @throws NotFound */
export async function deskView(actor: Actor, interviewId: string): Promise<DeskView> {
  const reader = db()
  // The revision is read first: what changes while the rest is read comes again with the next question, never not at all.
  const interview = await reader.interview.findUnique({
    where: { id: interviewId },
    select: { revision: true },
  })
  if (!interview) throw new NotFound('There is no such interview.')
  const [claims, background, verdicts, members, participants, topics, settings, threads, looks] =
    await Promise.all([
      loadClaims(reader, { interviewId }),
      backgroundOf(interviewId, reader),
      verdictScale(reader),
      reader.member.findMany({
        where: { deactivatedAt: null },
        select: { id: true, name: true },
        orderBy: { name: 'asc' },
      }),
      participantsOf(interviewId, reader),
      reader.topic.findMany({ select: { name: true }, orderBy: { name: 'asc' } }),
      readSettings(reader),
      openThreads(reader, interviewId),
      looksOf(reader, actor, interviewId),
    ])
  return {
    interviewId,
    revision: interview.revision,
    claims: claims.map((claim) => presentClaim(claim, actor, settings)),
    background,
    verdicts,
    members,
    participants,
    timeZone: settings.timeZone,
    topics: topics.map((topic) => topic.name),
    canFlag: canFlag(actor),
    canApproveNotes: isAtLeast(actor.role, 'editor'),
    openThreads: threads,
    looks,
  }
}

/** What changed at the desk after a revision. @throws NotFound */
export async function deskChanges(actor: Actor, interviewId: string, since: number): Promise<DeskChanges> {
  const reader = db()
  const interview = await reader.interview.findUnique({
    where: { id: interviewId },
    select: { revision: true },
  })
  if (!interview) throw new NotFound('There is no such interview.')
  if (interview.revision === since)
    return {
      revision: since,
      claims: [],
      background: [],
      turns: { changed: [], removed: [] },
      participants: [],
      openThreads: 0,
      looks: [],
    }
  const [claims, background, turns, participants, settings, threads, looks] = await Promise.all([
    loadClaims(reader, { interviewId, revision: { gt: since } }),
    backgroundOf(interviewId, reader),
    turnsSince(interviewId, since, reader),
    participantsOf(interviewId, reader),
    readSettings(reader),
    openThreads(reader, interviewId),
    looksOf(reader, actor, interviewId, since),
  ])
  return {
    revision: interview.revision,
    claims: claims.map((claim) => presentClaim(claim, actor, settings)),
    background,
    turns,
    participants,
    openThreads: threads,
    looks,
  }
}
