import { deriveAnchor } from '@/claims/anchor'
import type { CheckedClaim } from '@/claims/checked-claim'
import { buildSnapshot } from '@/publishing/build-snapshot'
import type { Draft, DraftApproval, DraftClaim, DraftTurn } from '@/publishing/draft'
import type { ChangeNote } from '@/publishing/schema'
import { verdictFixture } from '@/publishing/snapshot-fixture'
import { pageSnapshotSchema } from '@/publishing/snapshot-schema'
import { wordsOf } from '@/transcripts/words'

/** Drafts for tests of what readers will see. All of it is invented. Nothing but tests imports this. */

/** A turn of the draft, its words 300 ms each. Its id is `turn-` and the position. */
export function draftTurn(position: number, text: string, participantId: string | null = 'p1'): DraftTurn {
  const wordStarts = wordsOf(text).map((_, index) => position * 10_000 + index * 300)
  return {
    id: `turn-${position}`,
    position,
    participantId,
    text,
    startMs: wordStarts[0] ?? null,
    endMs: (wordStarts.at(-1) ?? 0) + 280,
    wordStarts,
    wordEnds: wordStarts.map((start) => start + 280),
  }
}

const TURNS = [
  draftTurn(0, 'Good evening. Why the trees, Mr Marsh?', 'p0'),
  draftTurn(1, 'We planted nine million trees last year. Nobody else planted any. That is a fact.'),
  draftTurn(2, 'The register says four million.', 'p0'),
  draftTurn(3, 'The register was closed by a beetle. It was nine million.'),
]

/** The words `from` to `to` of one turn, as an approval would hold them. */
export function contentFixture(
  number: number,
  { turn, from, to }: { turn: number; from: number; to: number },
  over: Partial<CheckedClaim> = {},
  turns: readonly DraftTurn[] = TURNS,
): CheckedClaim {
  const id = `turn-${turn}`
  const anchor = { firstTurnId: id, firstWord: from, lastTurnId: id, lastWord: to }
  return {
    number,
    anchor,
    ...deriveAnchor(turns, anchor),
    speaker: { name: 'Bo Marsh', personSlug: 'bo-marsh', affiliation: '' },
    appearance: null,
    claimReviewed: `Sentence number ${number}.`,
    verdict: verdictFixture('false'),
    explanationHtml: `<p>Found about ${number}.</p>`,
    challenge: { kind: 'unchallenged', turnId: null, ms: null },
    evidence: [],
    replies: [],
    topics: [],
    checkId: null,
    checkedAt: '2026-03-04T08:00:00.000Z',
    ...over,
  }
}

/** A claim that stands approved as `content` says; `over` makes it anything else. */
export function draftClaim(content: CheckedClaim, over: Partial<DraftClaim> = {}): DraftClaim {
  return {
    id: `claim-${content.number}`,
    number: content.number,
    status: 'approved',
    version: 3,
    needsAnchor: false,
    anchorVersion: 1,
    quote: content.quote,
    anchor: content.anchor,
    challengeTurnId: content.challenge.turnId,
    waitingReplies: [],
    asked: 1,
    check: 'holds',
    approvals: [approvalFixture(content)],
    ...over,
  }
}

/** An approval of version 3. */
export function approvalFixture(content: CheckedClaim, over: Partial<DraftApproval> = {}): DraftApproval {
  return { claimVersion: 3, approvedAt: content.checkedAt, content, ...over }
}

/** An interview ready to be published for the first time, with two approved claims. */
export function draftFixture(over: Partial<Draft> = {}): Draft {
  return {
    revision: 12,
    embargoUntil: null,
    site: { name: 'The Orchard Gazette', timeZone: 'UTC' },
    interview: {
      slug: 'marsh-on-trees',
      title: 'Marsh on trees',
      standfirst: 'What holds up.',
      dateline: 'ALDER',
      happenedOn: '2026-03-03',
      place: '',
      platform: '',
      language: 'en',
      direction: 'ltr',
      bylines: ['Wil Sedge'],
      contributors: [],
      picture: null,
      recording: { fileHash: 'b'.repeat(64), url: null, mime: 'audio/mpeg', durationMs: 40_000, embed: null },
    },
    participants: [
      { id: 'p0', slug: null, name: 'Ada Quill', affiliation: '', description: '', part: 'interviewer' },
      { id: 'p1', slug: 'bo-marsh', name: 'Bo Marsh', affiliation: '', description: '', part: 'interviewee' },
    ],
    turns: TURNS,
    claims: [
      draftClaim(contentFixture(1, { turn: 1, from: 0, to: 6 })),
      draftClaim(contentFixture(2, { turn: 3, from: 0, to: 6 })),
    ],
    background: [],
    chapters: [],
    backgroundDrafts: 0,
    lastPage: null,
    lastNumber: 0,
    takenDown: false,
    changes: [],
    ...over,
  }
}

/** The draft as it stands after it was published; what was published comes back from JSON, as from the database. */
export function published(
  draft: Draft,
  at = '2026-03-04T09:00:00.000Z',
  notes: readonly ChangeNote[] = [],
): Draft {
  const page = buildSnapshot(draft, at, notes)
  return {
    ...draft,
    lastPage: pageSnapshotSchema.parse(JSON.parse(JSON.stringify(page))),
    lastNumber: page.number,
    takenDown: false,
    changes: page.changes,
  }
}
