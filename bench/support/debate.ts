import { createHash, randomUUID } from 'node:crypto'
import { approveClaim } from '@/claims/approve-claim'
import { flagClaim } from '@/claims/flag-claim'
import { moveClaim } from '@/claims/move-claim'
import { reviseClaim } from '@/claims/revise-claim'
import { saveEvidence } from '@/claims/save-evidence'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { publishInterview } from '@/publishing/publish-interview'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { keepRecording, setRecording } from '@/transcripts/set-recording'
import type { Input, Spot } from './inputs'
import { load, member } from './load'
import { silence } from './silence'

const FOUND = `We looked for a source that bears this out and found two that speak to it, neither of them complete.

The figures that come closest are published once a year and cover **part of what was said**. Read with their notes they point the
same way; taken alone they would say more than they can.`

type Turn = { id: string; wordStarts: number[] }

/** `seconds`: length of its recording, which is silence; absent for none. */
type DebatePage = { title: string; slug: string; seconds?: number }

/**
 * Loads the debate, flags its claims by their seconds, fills each in with a plain explanation and two sources, has a second
 * person approve, and publishes: all through the commands that the desk uses.
 * @returns where the page is
 */
export async function publishDebate(
  debate: Input,
  spots: readonly Spot[],
  { title, slug: wanted, seconds }: DebatePage = { title: 'A debate of 95 minutes', slug: 'debate' },
): Promise<{ id: string; slug: string; claims: number; editor: Actor }> {
  const reporter = await member('Bench Reporter', 'reporter')
  const editor = await member('Bench Editor', 'editor')
  const parsed = parseTranscript(debate)
  const contentHash = createHash('sha256').update(debate.bytes).digest('hex')
  const facts = { fileName: debate.fileName, contentHash, title, slug: wanted }
  const { id, slug } = await load(reporter, parsed, facts)
  const turns = await db().turn.findMany({
    where: { transcript: { interviewId: id } },
    orderBy: { position: 'asc' },
    select: { id: true, wordStarts: true },
  })
  for (const spot of spots) {
    const claimId = await flagClaim(reporter, {
      interviewId: id,
      requestId: randomUUID(),
      selection: wordsBetween(turns, spot),
    })
    await reviseClaim(reporter, {
      claimId,
      changes: {
        claimReviewed: { from: '', to: spot.claim },
        verdictKey: { from: null, to: spot.verdict },
        explanation: { from: '', to: FOUND },
      },
    })
    for (const stance of ['supports', 'disputes'])
      await saveEvidence(reporter, {
        claimId,
        evidenceId: null,
        requestId: randomUUID(),
        from: null,
        to: {
          kind: 'document',
          stance,
          title: `A yearly report that ${stance} it`,
          publisher: 'An office of statistics',
          url: `https://statistics.example/${stance}`,
          quote: 'The number rose in three of the five years that this table covers.',
          publishedOn: '2016-06-01',
          accessedOn: '2016-09-27',
        },
      })
    await moveClaim(reporter, { claimId, from: 'flagged', to: 'inReview' })
    const { version } = await db().claim.findUniqueOrThrow({
      where: { id: claimId },
      select: { version: true },
    })
    await approveClaim(editor, { claimId, version })
  }
  // After the approvals: with a recording each claim would first have to be replayed against it.
  if (seconds)
    await setRecording(await keepRecording(editor, id, silence(seconds)))(editor, {
      interviewId: id,
      durationMs: seconds * 1000,
    })
  const { revision } = await db().interview.findUniqueOrThrow({ where: { id }, select: { revision: true } })
  await publishInterview(editor, { interviewId: id, revision, changes: [] })
  return { id, slug, claims: spots.length, editor }
}

/** The words that begin between two moments, to the nearest; at least one. */
function wordsBetween(turns: readonly Turn[], { startMs, endMs }: Spot) {
  const words = turns.flatMap((turn) => turn.wordStarts.map((at, index) => ({ turn: turn.id, index, at })))
  const from = Math.max(
    0,
    words.findIndex(({ at }) => at >= startMs),
  )
  const after = words.findIndex(({ at }) => at >= endMs)
  const first = words[from]
  const last = words[Math.max(from, (after < 0 ? words.length : after) - 1)]
  if (!first || !last) throw new Error('The debate has no words with times.')
  return { firstTurnId: first.turn, firstWord: first.index, lastTurnId: last.turn, lastWord: last.index }
}
