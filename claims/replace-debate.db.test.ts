import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { flagClaim } from '@/claims/flag-claim'
import { layOver, normalise } from '@/claims/lay-over'
import { previewReplacement, replaceTranscript } from '@/claims/replace-transcript'
import { undoStep } from '@/claims/undo-step'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { buildMember } from '@/prisma/factories/member'
import { loadTranscript } from '@/transcripts/load-transcript'
import { parseTranscript } from '@/transcripts/parse-transcript'
import { sharedData } from '@/transcripts/shared-data'
import { wordsOf } from '@/transcripts/words'

/** Claims that fact-checkers rated, flagged on automatic captions that the text as people corrected it then replaces. */

const claimsSchema = z.object({
  'us-debate-2016-09-26.vtt': z.object({
    claims: z.array(z.object({ text: z.string(), claim: z.string(), start: z.number(), end: z.number() })),
  }),
})

const NAME = 'us-debate-2016-09-26'
const captions = sharedData('transcripts', 'youtube-vtt', `${NAME}.vtt`)
const cleanText = sharedData('transcripts', 'speaker-text', `${NAME}.txt`)
const claimsFile = sharedData('factcheck', 'checked-claims-2016-09-26.json')

describe('the checked claims of a real debate, when clean text replaces its captions', () => {
  if (captions === null || cleanText === null || claimsFile === null) {
    it('are not tried: ../shared/data is not here', () => expect(sharedData()).toBeNull())
    return
  }
  const checked = claimsSchema.parse(JSON.parse(readFileSync(claimsFile, 'utf8')))[`${NAME}.vtt`].claims
  let actor: Actor
  let interviewId = ''
  let flagged: { quote: string; startMs: number | null; needsAnchor: boolean }[] = []

  async function words() {
    const turns = await db().turn.findMany({
      where: { transcript: { interviewId } },
      orderBy: { position: 'asc' },
      include: { participant: true },
    })
    return turns.flatMap((turn) =>
      wordsOf(turn.text).map(({ start, end }, index) => ({
        turn: turn.id,
        speaker: turn.participant?.name ?? '',
        index,
        text: normalise(turn.text.slice(start, end)),
        startMs: turn.wordStarts[index] ?? 0,
      })),
    )
  }

  beforeAll(async () => {
    const { buildWorker } = await import(new URL('../platform/boot/build-worker.mjs', import.meta.url).href)
    await buildWorker()
    actor = await buildMember(db())
    const bytes = readFileSync(captions)
    const fileName = `${NAME}.vtt`
    const saved = await loadTranscript({
      parsed: parseTranscript({ bytes, fileName }),
      fileName,
      contentHash: createHash('sha256').update(bytes).digest('hex'),
    })(actor, {
      title: 'First presidential debate',
      slug: 'first-debate-replaced',
      happenedOn: '2016-09-26',
      place: '',
      platform: '',
      language: 'en',
      standfirst: '',
      speakers: [{ label: null, name: 'The debate', part: 'guest' }],
      loadAgain: false,
    })
    interviewId = saved.id
    const heard = await words()
    for (const { text, claim, start, end } of checked) {
      const around = heard.filter(
        ({ startMs }) => startMs > (start - 20) * 1000 && startMs < (end + 20) * 1000,
      )
      const { first, last } = layOver(text.split(/\s+/).map(normalise).filter(Boolean), around)
      const [from, to] = [around[first], around[last]]
      await flagClaim(actor, {
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
    }
    flagged = await db().claim.findMany({
      where: { interviewId },
      orderBy: { number: 'asc' },
      select: { quote: true, startMs: true, needsAnchor: true },
    })
  })

  test('land on the words that were said then, by whoever said them; at least 35 of 37 by themselves, none elsewhere', async () => {
    const sent = { bytes: new Uint8Array(readFileSync(cleanText)), fileName: `${NAME}.txt`, format: null }
    const {
      outcome,
      speakers,
      words: counts,
      claims: shown,
    } = await previewReplacement(actor, interviewId, sent, null)
    expect((counts.measured + counts.estimated) / counts.new).toBeGreaterThanOrEqual(0.97)
    await replaceTranscript(actor, sent, { interviewId, stepId: randomUUID(), outcome, speakers })

    const clean = await words()
    const rows = await db().claim.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })
    expect(rows).toHaveLength(37)
    expect(shown.filter(({ why }) => why === null)).toHaveLength(
      rows.filter((row) => !row.needsAnchor).length,
    )
    let landed = 0
    for (const [index, row] of rows.entries()) {
      const { text, start, end } = checked[index] ?? { text: '', start: 0, end: 0 }
      if (row.needsAnchor) continue
      landed += 1
      const around = clean.filter(
        ({ startMs }) => startMs > (start - 20) * 1000 && startMs < (end + 20) * 1000,
      )
      // Where the sentence stands in the clean text, found without the alignment.
      const spot = layOver(text.split(/\s+/).map(normalise).filter(Boolean), around)
      const quoted = row.quote.split(/\s+/).map(normalise).filter(Boolean)
      const there = around.slice(spot.first, spot.last + 1)
      expect(quoted).toEqual(there.map((word) => word.text).filter(Boolean))
      expect(row.firstTurnId).toBe(there[0]?.turn)
      expect(new Set(there.map((word) => word.speaker)).size).toBe(1)
      expect(Math.abs((row.startMs ?? Infinity) - start * 1000)).toBeLessThanOrEqual(1000)
      expect(Math.abs((row.endMs ?? Infinity) - end * 1000)).toBeLessThanOrEqual(1000)
    }
    expect(landed).toBeGreaterThanOrEqual(35)
  })

  test('are back on the captions, each as it was, when the replacement is taken back', async () => {
    const step = await db().transcriptStep.findFirstOrThrow({ where: { interviewId, kind: 'transcript' } })
    await undoStep(actor, { interviewId, stepId: randomUUID(), undoes: step.id })
    const rows = await db().claim.findMany({ where: { interviewId }, orderBy: { number: 'asc' } })
    expect(rows.map(({ quote, startMs, needsAnchor }) => ({ quote, startMs, needsAnchor }))).toEqual(flagged)
  })
})
