import { createHash, randomUUID } from 'node:crypto'
import { db } from '@/platform/db'
import { countWords } from '@/transcripts/words'
import { numbersFrom } from './invented'

/**
 * Claims of many years, in words that mean nothing but are met as often as real ones: little words of English between
 * invented ones whose use falls as Zipf found it; every sixth says an earlier one again, mostly by the same person, with a
 * word in five changed. The same on every machine.
 */

const LITTLE =
  'the of to and a in that is we it for have are they on was with this be not you I there by has our more than all will from been at them what when who an were or if no do people many never'.split(
    ' ',
  )
const [VOCABULARY, PERSONS, A_PAGE] = [30_000, 300, 125]

export type Said = { claimId: string; interviewId: string; turnId: string; quote: string; sentence: string }

/** How one talks: a word at a time. */
export function speech(next: () => number): {
  words: (count: number) => string[]
  changed: (words: readonly string[]) => string[]
} {
  const [begins, middles, ends] = [
    'b c d f g h j k l m n p r s t v w z st tr pl gr'.split(' '),
    'aeiouy',
    'nrslmtdkpgbf',
  ]
  const spell = numbersFrom(77)
  const one = (from: ArrayLike<string>) => from[Math.floor(spell() * from.length)] ?? ''
  const syllable = () => `${one(begins)}${one(middles)}${spell() < 0.5 ? one(ends) : ''}`
  const vocabulary = Array.from({ length: VOCABULARY }, (_, at) =>
    Array.from({ length: 2 + (at % 3) }, syllable).join(''),
  )
  // Mandelbrot's form of Zipf's law: rank r is used as 1/(r + 30), so that no invented word is as common as a little one.
  const rank = () => Math.floor(30 * ((VOCABULARY + 30) / 30) ** next() - 30)
  const word = () =>
    next() < 0.45
      ? (LITTLE[Math.floor(next() ** 2 * LITTLE.length)] ?? 'the')
      : (vocabulary[rank()] ?? 'bado')
  return {
    words: (count) => Array.from({ length: count }, word),
    changed: (words) => words.map((one) => (next() < 0.2 ? word() : one)),
  }
}

/** Puts this many claims into the database, straight, by the thousand. */
export async function addSaid(count: number): Promise<void> {
  const next = numbersFrom(4)
  const talk = speech(next)
  const persons = Array.from({ length: PERSONS }, (_, at) => ({
    id: randomUUID(),
    slug: `speaker-${at}`,
    name: `Speaker ${at}`,
  }))
  await db().person.createMany({ data: persons })
  const verdicts = await db().verdict.findMany({ select: { key: true } })
  const earlier: { words: string[]; person: number }[] = []
  for (let page = 0; page * A_PAGE < count; page++) {
    const interviewId = randomUUID()
    const transcriptId = randomUUID()
    const speaker = Math.floor(PERSONS ** next()) - 1
    const person = persons[speaker]
    if (!person) throw new Error('There is no such speaker.')
    const claims = Array.from({ length: A_PAGE }, (_, at) => {
      const again = next() < 0.17 ? earlier[Math.floor(next() * earlier.length)] : undefined
      const words = again ? talk.changed(again.words) : talk.words(8 + Math.floor(next() ** 2 * 60))
      if (next() < 0.3) earlier.push({ words, person: speaker })
      const quote = words.join(' ')
      const sentence = talk.changed(words.slice(0, 8 + Math.floor(next() * 14))).join(' ')
      return {
        id: randomUUID(),
        turnId: randomUUID(),
        number: at + 1,
        quote,
        sentence,
        wordCount: countWords(quote),
      }
    })
    await db().interview.create({
      data: {
        id: interviewId,
        title: `Evening ${page}`,
        slug: `evening-${page}`,
        happenedOn: new Date(Date.UTC(2016 + (page % 10), page % 12, 1 + (page % 28))),
        nextClaimNumber: A_PAGE + 1,
        participants: {
          create: { personId: person.id, name: person.name, part: 'interviewee', position: 0 },
        },
        transcript: {
          create: {
            id: transcriptId,
            format: 'press-text',
            encoding: 'utf-8',
            fileName: 'bench.txt',
            contentHash: createHash('sha256').update(interviewId).digest('hex'),
            wordCount: claims.reduce((sum, claim) => sum + claim.wordCount, 0),
          },
        },
      },
    })
    const participant = await db().participant.findFirstOrThrow({
      where: { interviewId },
      select: { id: true },
    })
    await db().turn.createMany({
      data: claims.map((claim, position) => ({
        id: claim.turnId,
        transcriptId,
        participantId: participant.id,
        position,
        text: claim.quote,
        wordCount: claim.wordCount,
      })),
    })
    await db().claim.createMany({
      data: claims.map((claim, at) => ({
        id: claim.id,
        interviewId,
        number: claim.number,
        revision: 1,
        status: at % 9 === 0 ? ('flagged' as const) : ('researching' as const),
        firstTurnId: claim.turnId,
        firstWord: 0,
        lastTurnId: claim.turnId,
        lastWord: claim.wordCount - 1,
        quote: claim.quote,
        claimReviewed: claim.sentence,
        verdictKey: verdicts[at % verdicts.length]?.key ?? null,
      })),
    })
    if (page % 100 === 99) console.log(`  ${(page + 1) * A_PAGE} claims made`)
  }
  await db().$executeRaw`VACUUM ANALYZE "ClaimWords", "Claim", "Turn", "Participant", "Interview"`
}

/** Some of the claims, spread evenly over all. */
export async function someSaid(count: number, all: number): Promise<Said[]> {
  const every = Math.floor(all / count)
  const rows = await db().$queryRaw<(Said & { at: bigint })[]>`
    SELECT c."id" AS "claimId", c."interviewId", c."firstTurnId" AS "turnId", c."quote", c."claimReviewed" AS "sentence"
    FROM (SELECT *, row_number() OVER (ORDER BY "createdAt", "interviewId", "number") AS at FROM "Claim") AS c WHERE c.at % ${every} = 0 ORDER BY c.at LIMIT ${count}`
  return rows
}
