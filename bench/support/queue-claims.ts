import { randomUUID } from 'node:crypto'
import { PRIORITIES, STATUSES } from '@/claims/words-of-the-trade'
import { db } from '@/platform/db'
import { countWords } from '@/transcripts/words'
import { member } from './load'

/** Some words of which sentences are made; enough that a search for two of them finds few. */
const WORDS =
  'harbour trees boats budget school bridge winter teachers hospital railway tax wages rent farms river border energy police court flood'.split(
    ' ',
  )
const TURNS = 200

function sentence(index: number): string {
  return Array.from({ length: 12 }, (_, at) => WORDS[(index * (at + 3) + at * at) % WORDS.length]).join(' ')
}

/** Puts claims straight into the database, of interviews with a thousand each, worked out and dealt as a desk's are. */
export async function fillQueue(claims: number): Promise<{ me: string }> {
  const members = []
  for (let index = 0; index < 30; index++) members.push((await member(`Member ${index}`, 'reporter')).id)
  const verdicts = (await db().verdict.findMany({ select: { key: true } })).map(({ key }) => key)
  const topics = []
  for (const name of WORDS)
    topics.push(
      (await db().topic.upsert({ where: { slug: name }, create: { slug: name, name }, update: {} })).id,
    )
  const interviews = Math.ceil(claims / 1000)
  for (let interview = 0; interview < interviews; interview++) {
    const count = Math.min(1000, claims - interview * 1000)
    await fillInterview(interview, count, { members, verdicts, topics })
  }
  await db().$executeRawUnsafe('VACUUM ANALYZE')
  return { me: members[7] ?? '' }
}

type Pools = { members: string[]; verdicts: string[]; topics: string[] }

async function fillInterview(interview: number, count: number, { members, verdicts, topics }: Pools) {
  const mark = randomUUID()
  const { id: interviewId } = await db().interview.create({
    data: {
      title: `Interview ${interview} about ${sentence(interview)}`,
      slug: mark,
      nextClaimNumber: count + 1,
    },
  })
  const participant = await db().participant.create({
    data: { interviewId, name: 'Bo Marsh', part: 'guest', position: 0 },
  })
  const transcript = await db().transcript.create({
    data: {
      interviewId,
      format: 'press-text',
      encoding: 'utf-8',
      fileName: 'a.txt',
      contentHash: mark.replaceAll('-', '').repeat(2),
      wordCount: TURNS * 12,
    },
  })
  const turns = Array.from({ length: TURNS }, (_, position) => {
    const text = sentence(position + interview)
    return {
      id: randomUUID(),
      transcriptId: transcript.id,
      participantId: participant.id,
      position,
      text,
      wordCount: countWords(text),
    }
  })
  await db().turn.createMany({ data: turns })
  const rows = Array.from({ length: count }, (_, index) => {
    const one = interview * 1000 + index
    const turn = turns[(index * 7) % TURNS]?.id ?? ''
    const status = STATUSES[((one * 13) % 17) % STATUSES.length] ?? 'flagged'
    return {
      id: randomUUID(),
      interviewId,
      number: index + 1,
      revision: 1,
      status,
      droppedFrom: status === 'dropped' ? ('flagged' as const) : null,
      firstTurnId: turn,
      firstWord: index % 8,
      lastTurnId: turn,
      lastWord: 10,
      quote: sentence(one),
      claimReviewed: `${sentence(one + 5)}.`,
      explanation: sentence(one).repeat(5),
      verdictKey: one % 3 === 0 ? null : (verdicts[one % verdicts.length] ?? null),
      priority: PRIORITIES[one % 11 === 0 ? 3 : one % 7 === 0 ? 2 : one % 5 === 0 ? 0 : 1] ?? 'normal',
      assigneeId: one % 4 === 0 ? null : (members[(one * 7) % members.length] ?? null),
      dueAt: one % 3 === 0 ? null : new Date(Date.now() + ((one % 400) - 60) * 3_600_000),
      handedBackAt: one % 29 === 0 ? new Date() : null,
      updatedAt: new Date(Date.now() - ((one * 7919) % 1_000_000) * 1000),
      createdAt: new Date(Date.now() - one * 1000),
    }
  })
  await db().claim.createMany({ data: rows })
  await db().claimTopic.createMany({
    data: rows.map((row, index) => ({ claimId: row.id, topicId: topics[(index * 3) % topics.length] ?? '' })),
  })
}
