import type { CheckedEvidence, CheckedVerdict } from '@/claims/checked-claim'
import type { PageSnapshot, SnapshotClaim, SnapshotTurn } from '@/publishing/snapshot-schema'
import { wordsOf } from '@/transcripts/words'

/**
 * Snapshots for tests: one small page that uses every part of the model. All of it is invented. Nothing but tests imports this.
 */

const VERDICTS: Record<string, Pick<CheckedVerdict, 'label' | 'ratingValue' | 'rates'>> = {
  unsubstantiated: { label: 'Unsubstantiated', ratingValue: null, rates: true },
  false: { label: 'False', ratingValue: 1, rates: true },
  disputed: { label: 'Disputed', ratingValue: null, rates: true },
  exaggerated: { label: 'Exaggerated', ratingValue: 3, rates: true },
  context: { label: 'Context', ratingValue: null, rates: false },
}

/** A verdict of the shipped scale by its key. */
export function verdictFixture(key: string): CheckedVerdict {
  const known = VERDICTS[key] ?? { label: key, ratingValue: null, rates: true }
  return {
    key,
    icon: key,
    colour: key,
    definition: `What ${known.label.toLowerCase()} means here.`,
    ...known,
  }
}

/** A turn whose words take 300 ms each, from `startMs`. */
export function turnFixture(participant: number | null, text: string, startMs = 0): SnapshotTurn {
  const words = wordsOf(text)
  const wordStarts = words.map((_, index) => startMs + index * 300)
  return {
    id: `turn-${participant}-${startMs}`,
    participant,
    text,
    startMs,
    endMs: startMs + words.length * 300,
    wordStarts,
    wordEnds: wordStarts.map((start) => start + 280),
  }
}

export function evidenceFixture(over: Partial<CheckedEvidence> = {}): CheckedEvidence {
  return {
    kind: 'report',
    stance: 'disputes',
    primary: false,
    title: 'Fares of the island ferries, ten years',
    publisher: 'Harbour Office of Tollmere',
    url: 'https://harbour.example/fares',
    archivedUrl: 'https://archive.example/fares',
    quote: '',
    publishedOn: '2025-03-01',
    accessedOn: '2025-10-17',
    expert: null,
    ...over,
  }
}

/**
 * A claim on words of the given turns; quote, prefix, suffix and seconds come from them.
 * @param place turn by position, first and last word, and the last turn where the quote goes over to another.
 */
export function claimFixture(
  turns: readonly SnapshotTurn[],
  number: number,
  place: { turn: number; from: number; to: number; lastTurn?: number },
  over: Partial<SnapshotClaim> = {},
): SnapshotClaim {
  const lastTurn = place.lastTurn ?? place.turn
  const lines: string[] = []
  for (let at = place.turn; at <= lastTurn; at++) {
    const text = turns[at]?.text ?? ''
    const words = wordsOf(text)
    const start = at === place.turn ? words[place.from]?.start : 0
    const end = at === lastTurn ? words[place.to]?.end : text.length
    lines.push(text.slice(start, end))
  }
  return {
    number,
    place: { firstTurn: place.turn, firstWord: place.from, lastTurn, lastWord: place.to },
    quote: lines.join('\n'),
    prefix: '',
    suffix: '',
    startMs: turns[place.turn]?.wordStarts[place.from] ?? null,
    endMs: turns[lastTurn]?.wordEnds[place.to] ?? null,
    speaker: { name: 'Corvin Mallaby', personSlug: 'corvin-mallaby', affiliation: 'Fair Tides Party' },
    appearance: null,
    claimReviewed: `Sentence that was checked, number ${number}.`,
    verdict: verdictFixture('unsubstantiated'),
    explanationHtml: `<p>What we found about number ${number}.</p>`,
    challenge: { kind: 'unchallenged', turn: null, ms: null },
    evidence: [evidenceFixture()],
    replies: [],
    topics: [{ slug: 'ferries', name: 'Ferries' }],
    checkId: null,
    checkedAt: '2025-10-17T09:00:00.000Z',
    ...over,
  }
}

/** A published page with six turns and five claims: overlapping, disputed, challenged, corrected, and made elsewhere. */
export function pageFixture(over: Partial<PageSnapshot> = {}): PageSnapshot {
  const turns = over.turns ?? [
    turnFixture(0, 'Welcome to the Harbour Hour. Why the ferry, Mr Mallaby?', 0),
    turnFixture(
      1,
      'Ferry fares have tripled since she became First Warden. Nobody in Little Stane can afford to leave. That is simply a fact.',
      5000,
    ),
    turnFixture(0, 'The harbour office says they rose by a tenth.', 14000),
    turnFixture(1, 'The harbour office was shut down by a foghorn attack.', 20000),
    turnFixture(0, 'A foghorn attack?', 26000),
    turnFixture(1, 'Every lighthouse keeper agrees with me.', 29000),
  ]
  const disagreeing = (['supports', 'disputes'] as const).map((stance) =>
    evidenceFixture({
      kind: 'expert',
      stance,
      title: `Interview with an expert who ${stance}`,
      quote: `My view ${stance} it.`,
      expert: {
        name: stance === 'supports' ? 'Sunniva Okell' : 'Bram Estevery',
        affiliation: 'Tollmere Institute',
        description: '',
        basis: stance === 'supports' ? 'opinion' : 'sawData',
      },
    }),
  )
  return {
    v: 1,
    kind: 'page',
    number: 2,
    firstPublishedAt: '2025-10-17T10:00:00.000Z',
    publishedAt: '2025-10-18T10:00:00.000Z',
    site: { name: 'The Tollmere Lantern', timeZone: 'Europe/London' },
    interview: {
      slug: 'harbour-hour',
      title: 'Mallaby on the ferry',
      standfirst: 'What holds up, and what nobody substantiated.',
      dateline: 'PORT ANSELM',
      happenedOn: '2025-10-16',
      place: 'The Old Net Loft',
      platform: 'Gullcast',
      language: 'en-GB',
      direction: 'ltr',
      bylines: ['Wilmot Sedge'],
      contributors: ['Ivo Quennell', 'Tabitha Harrowgate'],
      picture: {
        fileHash: 'a'.repeat(64),
        mime: 'image/jpeg',
        width: 1200,
        height: 800,
        alt: 'Two microphones before a window.',
        caption: 'The table in the Old Net Loft.',
        credit: 'Drawing: the Lantern',
      },
      recording: { fileHash: 'b'.repeat(64), url: null, mime: 'audio/mpeg', durationMs: 40_000, embed: null },
    },
    participants: [
      { slug: null, name: 'Odile Tansley', affiliation: 'The Lantern', description: '', part: 'interviewer' },
      {
        slug: 'corvin-mallaby',
        name: 'Corvin Mallaby',
        affiliation: 'Fair Tides Party',
        description: '',
        part: 'interviewee',
      },
    ],
    turns,
    claims: [
      claimFixture(
        turns,
        1,
        { turn: 1, from: 0, to: 8 },
        {
          verdict: verdictFixture('false'),
          challenge: { kind: 'challenged', turn: 2, ms: 14_000 },
          claimReviewed: 'Ferry fares have tripled since Ottoline Brask became First Warden.',
        },
      ),
      claimFixture(turns, 2, { turn: 1, from: 2, to: 13 }, { verdict: verdictFixture('exaggerated') }),
      claimFixture(
        turns,
        3,
        { turn: 3, from: 0, to: 9 },
        {
          verdict: verdictFixture('disputed'),
          evidence: disagreeing,
          replies: [
            {
              asked: 'Fair Tides Party',
              askedAt: '2025-10-16T12:00:00.000Z',
              deadline: '2025-10-17T08:00:00.000Z',
              outcome: 'declined',
              answer: '',
              answeredAt: null,
            },
          ],
        },
      ),
      claimFixture(turns, 4, { turn: 5, from: 0, to: 5 }, { verdict: verdictFixture('context') }),
      claimFixture(
        turns,
        5,
        { turn: 5, from: 0, to: 0 },
        {
          place: null,
          quote: 'A massive foghorn attack on our stream.',
          startMs: null,
          endMs: null,
          appearance: {
            kind: 'post',
            title: 'Post on Gullcast',
            url: 'https://gull.example/1',
            archivedUrl: '',
            on: '2025-10-15',
          },
        },
      ),
    ],
    background: [{ turn: 4, title: 'What a foghorn is', html: '<p>A loud horn.</p>' }],
    chapters: [
      { turn: 0, title: 'Arriving' },
      { turn: 4, title: 'Fog' },
    ],
    changes: [
      {
        kind: 'correction',
        wrong: 'We wrote of the lighthouse on the point.',
        note: 'We had named the wrong lighthouse.',
        claimNumber: 1,
        at: '2025-10-18T10:00:00.000Z',
        publication: 2,
      },
      {
        kind: 'update',
        wrong: '',
        note: 'Added a source.',
        claimNumber: 3,
        at: '2025-10-18T09:00:00.000Z',
        publication: 2,
      },
    ],
    ...over,
  }
}
