import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { flagClaim } from '@/claims/flag-claim'
import { layOver, normalise } from '@/claims/lay-over'
import { claimView } from '@/claims/queries'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { loadTranscript } from '@/transcripts/load-transcript'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { sharedData } from '@/transcripts/shared-data'
import { wordsOf } from '@/transcripts/words'

/**
 * Claims that fact-checkers rated in a real debate, flagged by their words. The sentences were corrected by people while
 * the transcript is a machine's, so each is laid over the words around it by least edit distance.
 */

const claimsSchema = z.object({
  'us-debate-2016-09-26.vtt': z.object({
    claims: z.array(z.object({ text: z.string(), claim: z.string(), start: z.number(), end: z.number() })),
  }),
})

type Word = { turn: string; index: number; text: string; startMs: number }

const transcriptFile = sharedData('transcripts', 'youtube-vtt', 'us-debate-2016-09-26.vtt')
const claimsFile = sharedData('factcheck', 'checked-claims-2016-09-26.json')

describe('the checked claims of a real debate', () => {
  if (transcriptFile === null || claimsFile === null) {
    it('are not tried: ../shared/data is not here', () => expect(sharedData()).toBeNull())
    return
  }
  const { claims } = claimsSchema.parse(JSON.parse(readFileSync(claimsFile, 'utf8')))[
    'us-debate-2016-09-26.vtt'
  ]
  let reporter: Actor
  let interviewId = ''
  let words: Word[] = []

  beforeAll(async () => {
    reporter = await buildMember(db())
    const bytes = readFileSync(transcriptFile)
    const parsed = parseTranscript({ bytes, fileName: 'us-debate-2016-09-26.vtt' })
    const contentHash = createHash('sha256').update(bytes).digest('hex')
    const saved = await loadTranscript({ parsed, fileName: 'us-debate-2016-09-26.vtt', contentHash })(
      reporter,
      {
        title: 'First presidential debate',
        slug: 'first-debate',
        happenedOn: '2016-09-26',
        place: '',
        platform: '',
        language: 'en',
        standfirst: '',
        speakers: [{ label: null, name: 'The debate', part: 'guest' }],
        loadAgain: false,
      },
    )
    interviewId = saved.id
    const turns = await db().turn.findMany({
      where: { transcript: { interviewId } },
      orderBy: { position: 'asc' },
    })
    words = turns.flatMap((turn) =>
      wordsOf(turn.text).map(({ start, end }, index) => ({
        turn: turn.id,
        index,
        text: normalise(turn.text.slice(start, end)),
        startMs: turn.wordStarts[index] ?? 0,
      })),
    )
  })

  test('there are 37', () => expect(claims).toHaveLength(37))

  test.each(claims.map((claim, index) => ({ ...claim, index })))(
    'claim $index stands on its words within a second of $start s',
    async ({ text, claim, start, end }) => {
      const around = words.filter(
        ({ startMs }) => startMs > (start - 20) * 1000 && startMs < (end + 20) * 1000,
      )
      const wanted = text.split(/\s+/).map(normalise).filter(Boolean)
      const { first, last, distance } = layOver(wanted, around)
      expect(distance).toBeLessThanOrEqual(Math.ceil(wanted.length * 0.25))
      const [from, to] = [around[first], around[last]]
      const id = await flagClaim(reporter, {
        interviewId,
        requestId: randomUUID(),
        selection: {
          firstTurnId: from?.turn,
          firstWord: from?.index,
          lastTurnId: to?.turn,
          lastWord: to?.index,
        },
        claimReviewed: claim,
      })
      const view = await claimView(reporter, id)
      expect(view.quote.split(/\s/).map(normalise)).toEqual(
        around.slice(first, last + 1).map((word) => word.text),
      )
      expect(Math.abs((view.startMs ?? Infinity) - start * 1000)).toBeLessThanOrEqual(1000)
      expect(Math.abs((view.endMs ?? Infinity) - end * 1000)).toBeLessThanOrEqual(1000)
    },
  )
})
