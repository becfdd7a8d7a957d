import { describe, expect, test } from 'vitest'
import { deriveAnchor } from '@/claims/anchor'
import type { Draft } from '@/publishing/draft'
import { contentFixture, draftClaim, draftFixture, draftTurn, published } from '@/publishing/draft-fixture'
import { readiness } from '@/publishing/readiness'

const AT = '2026-03-04T09:00:00.000Z'
const blockers = (draft: Draft, at = AT) =>
  readiness(draft, at)
    .filter((item) => item.level === 'blocker')
    .map((item) => item.message)
const warnings = (draft: Draft) =>
  readiness(draft, AT)
    .filter((item) => item.level === 'warning')
    .map((item) => item.message)
const about = (over: Partial<Draft['interview']>) =>
  draftFixture({ interview: { ...draftFixture().interview, ...over } })

test('a whole interview has nothing on its list', () => {
  expect(readiness(draftFixture(), AT)).toEqual([])
})

describe('stands in the way', () => {
  test('no transcript', () => {
    expect(blockers(draftFixture({ turns: [], claims: [] }))).toContain('There is no transcript.')
  })
  test('an embargo, until the moment it ends', () => {
    const embargoed = draftFixture({ embargoUntil: '2026-03-04T09:00:00.001Z' })
    expect(blockers(embargoed)[0]).toContain('embargo')
    expect(blockers(embargoed, '2026-03-04T09:00:00.001Z')).toEqual([])
  })
  test('a picture without a description', () => {
    const picture = {
      fileHash: 'a'.repeat(64),
      mime: 'image/png',
      width: 9,
      height: 9,
      alt: ' ',
      caption: '',
      credit: '',
    }
    expect(blockers(about({ picture }))).toHaveLength(1)
    expect(blockers(about({ picture: { ...picture, alt: 'A tree.' } }))).toEqual([])
  })
  test('no approved claim', () => {
    const claims = draftFixture().claims.map((claim) => ({ ...claim, status: 'inReview' as const }))
    expect(blockers(draftFixture({ claims }))).toEqual(['No claim is approved yet.'])
  })
  test('a quote that no longer stands', () => {
    const turns = draftFixture().turns.with(1, draftTurn(1, 'We planted five million trees last year.'))
    expect(readiness(draftFixture({ turns }), AT)).toContainEqual({
      level: 'blocker',
      claimNumber: 1,
      message: 'Claim 1: its quote no longer stands in the transcript.',
    })
  })
  test('a claim that readers know and whose words were corrected under it', () => {
    const draft = published(draftFixture())
    const claims = draft.claims.map((claim) => ({ ...claim, needsAnchor: claim.number === 1 }))
    expect(blockers({ ...draft, claims })).toEqual([
      'Claim 1 waits: its words were corrected. Say which words it quotes now.',
    ])
  })
  test('a claim that begins with one speaker and ends with another, not one that somebody interrupts', () => {
    const { turns } = draftFixture()
    const over = (lastTurnId: string, lastWord: number) => {
      const anchor = { firstTurnId: 'turn-1', firstWord: 7, lastTurnId, lastWord }
      const content = contentFixture(
        1,
        { turn: 1, from: 7, to: 7 },
        { anchor, ...deriveAnchor(turns, anchor) },
      )
      return blockers(draftFixture({ claims: [draftClaim(content)] }))
    }
    expect(over('turn-2', 1)).toEqual([
      expect.stringMatching(/^Claim 1 begins in the words of Bo Marsh and ends in those of /),
    ])
    expect(over('turn-3', 1)).toEqual([])
  })
  test('nothing new for readers since the last page', () => {
    expect(blockers(published(draftFixture()))).toEqual(['Nothing has changed since the last publication.'])
  })
})

describe('does not stand in the way', () => {
  test('a claim that waits for its words and that readers have not met', () => {
    const claims = draftFixture().claims.map((claim) => ({ ...claim, needsAnchor: claim.number === 2 }))
    expect(blockers(draftFixture({ claims }))).toEqual([])
    expect(warnings(draftFixture({ claims }))).toEqual([
      'Claim 2 waits: its words were corrected. It is not shown before somebody says which words it quotes.',
    ])
  })
  test('a page that was taken down is published again as it was', () => {
    expect(blockers({ ...published(draftFixture()), lastNumber: 2, takenDown: true })).toEqual([])
  })
  test('anything new for readers', () => {
    const before = published(draftFixture())
    expect(blockers({ ...before, interview: { ...before.interview, title: 'Another title' } })).toEqual([])
    expect(blockers({ ...before, claims: before.claims.slice(1) })).toEqual([])
  })
})

test.each<[string, Draft, string]>([
  ['no standfirst', about({ standfirst: ' ' }), 'no standfirst'],
  ['no byline', about({ bylines: [] }), 'no byline'],
  ['no date', about({ happenedOn: null }), 'date of the interview'],
  ['no recording', about({ recording: null }), 'no recording'],
  [
    'a turn without a speaker',
    draftFixture({ turns: draftFixture().turns.with(0, draftTurn(0, 'Hm.', null)) }),
    'no speaker',
  ],
  [
    'two chapters that begin at one turn',
    draftFixture({
      chapters: [
        { turnId: 'turn-1', title: 'Trees' },
        { turnId: 'turn-1', title: 'More trees' },
      ],
    }),
    '“Trees” and “More trees”',
  ],
  ['a note that nobody approved', draftFixture({ backgroundDrafts: 1 }), '1 background note is not approved'],
])('an editor is warned of %s and may publish', (_what, draft, sentence) => {
  expect(warnings(draft)).toEqual([expect.stringContaining(sentence)])
  expect(blockers(draft)).toEqual([])
})

test('an editor is told which claims stay at the desk, dropped ones aside', () => {
  const third = contentFixture(3, { turn: 3, from: 7, to: 10 })
  const claims = [
    ...draftFixture().claims,
    draftClaim(third, { status: 'held' }),
    draftClaim({ ...third, number: 4 }, { status: 'flagged', approvals: [] }),
    draftClaim({ ...third, number: 5 }, { status: 'dropped', approvals: [] }),
  ]
  expect(warnings(draftFixture({ claims }))).toEqual(['2 claims are not approved and will not be shown.'])
})

test('an editor is told of a claim that readers go on seeing as it was, and of one still waiting for an answer', () => {
  const before = published(draftFixture())
  const [first, ...rest] = before.claims.map((claim) => ({
    ...claim,
    waitingReplies: [{ asked: 'Bo Marsh', deadline: null }],
  }))
  const claims = [
    { ...(first ?? draftFixture().claims[0]), status: 'researching', version: 4 },
    ...rest,
  ] as Draft['claims']
  expect(warnings({ ...before, claims })).toEqual([
    expect.stringContaining('Claim 1 changed since it was approved'),
    expect.stringContaining('Claim 1: Bo Marsh was asked'),
    expect.stringContaining('Claim 2: Bo Marsh was asked'),
  ])
})

test('an editor is told where a claim names another speaker than its turn does now', () => {
  const participants = draftFixture().participants.map((one) =>
    one.id === 'p1' ? { ...one, name: 'Bea Marsh' } : one,
  )
  expect(warnings(draftFixture({ participants }))).toEqual([
    expect.stringContaining('Claim 1: approved as said by “Bo Marsh”, but its turn is now “Bea Marsh”'),
    expect.stringContaining('Claim 2: approved as said by “Bo Marsh”'),
  ])
})

test('words are never published as said by somebody whose turn they no longer are', () => {
  const participants = draftFixture().participants.map((one) =>
    one.id === 'p1' ? { ...one, name: 'Cy Field', slug: 'cy-field' } : one,
  )
  expect(blockers(draftFixture({ participants }))[0]).toContain(
    'Claim 1: approved as said by “Bo Marsh”, but its turn is now “Cy Field”',
  )
})

test('an editor is told of a recording that ends before its transcript', () => {
  const recording = { fileHash: 'b'.repeat(64), url: null, mime: 'audio/mpeg', embed: null, durationMs: 1000 }
  const late = draftFixture().turns.map((turn) => ({ ...turn, endMs: 90_000 }))
  expect(warnings({ ...about({ recording }), turns: late })).toEqual([
    'The recording ends before the transcript does: is it the right one?',
  ])
})

test('an editor is told of a recording that goes on long after its transcript, and not of some applause', () => {
  const lasting = (durationMs: number) => {
    const recording = { fileHash: 'b'.repeat(64), url: null, mime: 'audio/mpeg', embed: null, durationMs }
    const timed = draftFixture().turns.map((turn) => ({ ...turn, endMs: 600_000 }))
    return warnings({ ...about({ recording }), turns: timed })
  }
  expect(lasting(1_200_000)).toEqual([
    'The recording goes on for 10 minutes after the transcript’s last word: is it the right one?',
  ])
  expect(lasting(690_000)).toEqual([])
})

test('an editor is told of a claim that was challenged by nobody knows which reply', () => {
  const challenge = { kind: 'challenged' as const, turnId: null, ms: null }
  const claims = [draftClaim(contentFixture(1, { turn: 1, from: 0, to: 6 }, { challenge }))]
  expect(warnings(draftFixture({ claims }))).toEqual([
    'Claim 1 is marked as challenged, but not by which reply.',
  ])
})

describe('the right of reply', () => {
  const asked = (deadline: string | null) => ({ asked: 1, waitingReplies: [{ asked: 'Bo Marsh', deadline }] })
  const warned = (over: Parameters<typeof draftClaim>[1]) =>
    warnings(draftFixture({ claims: [draftClaim(contentFixture(1, { turn: 1, from: 0, to: 6 }), over)] }))

  test('an editor is told of a verdict against somebody whom nobody asked', () => {
    expect(warned({ asked: 0 })).toEqual(['Claim 1: nobody has asked Bo Marsh for an answer.'])
  })
  test('an editor is told who has until when, and whose deadline has passed', () => {
    expect(warned(asked('2026-03-04T17:00:00.000Z'))).toEqual([
      'Claim 1: Bo Marsh was asked and has until 4 Mar 2026, 17:00.',
    ])
    expect(warned(asked('2026-03-04T08:00:00.000Z'))).toEqual([
      'Claim 1: Bo Marsh had until 4 Mar 2026, 08:00 to answer. Record the silence, or wait longer.',
    ])
  })
})
