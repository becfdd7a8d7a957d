import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changesIn,
  comparable,
  diffPages,
  type EntryStep,
  type FieldStep,
} from '@/publishing/diff/diff-pages'
import { type FlatEntry, type FlatField, SECTIONS } from '@/publishing/diff/flat-page'
import { pageFixture, turnFixture, verdictFixture } from '@/publishing/snapshot-fixture'
import { type PageSnapshot, pageSnapshotSchema } from '@/publishing/snapshot-schema'

/** What the steps of a diff make of the earlier entries: the later ones. */
function appliedEntries(before: readonly FlatEntry[], steps: readonly EntryStep[]) {
  const left = [...before]
  const made: Pick<FlatEntry, 'key' | 'fields'>[] = []
  for (const step of steps) {
    if (step.how === 'same') made.push(...left.splice(0, step.count))
    else if (step.how === 'new') made.push(step.entry)
    else {
      const old = left.shift()
      if (!old) throw new Error('The diff speaks of an entry that was not there.')
      if ('entry' in step) expect(step.entry).toEqual(old)
      else made.push({ key: step.key, fields: appliedFields(old.fields, step.fields) })
    }
  }
  expect(left).toEqual([])
  return made.map(({ key, fields }) => ({ key, fields }))
}

function appliedFields(before: readonly FlatField[], steps: readonly FieldStep[]): FlatField[] {
  const left = [...before]
  const made: FlatField[] = []
  for (const step of steps) {
    if (step.how === 'same') made.push(...left.splice(0, step.count))
    else if (step.how === 'new') made.push(step.field)
    else {
      const old = left.shift()
      if ('field' in step) expect(step.field).toEqual(old)
      else {
        const text = (skip: 'gone' | 'new') =>
          step.pieces.flatMap((piece) => (piece.how === skip ? [] : [piece.text])).join('')
        expect(text('new')).toBe(old?.text)
        made.push({ name: step.name, text: text('gone'), ...(step.whole ? { whole: true } : {}) })
      }
    }
  }
  expect(left).toEqual([])
  return made
}

const PAGE = pageFixture()
const words = fc.array(
  fc.constantFrom('ferry', 'fares', 'have', 'tripled,', '港口', 'أجرة', 'she', 'said.'),
  {
    minLength: 1,
    maxLength: 12,
  },
)
const text = words.map((all) => all.join(' '))

/** A page of which turns, claims, chapters and notes came, went, and were said otherwise. */
const page: fc.Arbitrary<PageSnapshot> = fc
  .record({
    turns: fc.array(
      fc.record({
        kept: fc.option(fc.nat(PAGE.turns.length - 1)),
        participant: fc.constantFrom(0, 1, null),
        text,
        startMs: fc.nat(60_000),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    title: text,
    claims: fc.array(fc.record({ kept: fc.boolean(), verdict: fc.constantFrom('false', 'disputed'), text }), {
      minLength: PAGE.claims.length,
      maxLength: PAGE.claims.length,
    }),
    chapters: fc.array(text, { maxLength: 3 }),
    people: fc.boolean(),
  })
  .map(({ turns, title, claims, chapters, people }) => ({
    ...PAGE,
    interview: { ...PAGE.interview, title },
    participants: people ? PAGE.participants : PAGE.participants.toReversed(),
    turns: turns.map(
      ({ kept, participant, text, startMs }) =>
        (kept === null ? undefined : PAGE.turns[kept]) ?? turnFixture(participant, text, startMs),
    ),
    claims: PAGE.claims.flatMap((claim, index) => {
      const { kept = true, verdict = 'false', text = '' } = claims[index] ?? {}
      return kept ? [{ ...claim, verdict: verdictFixture(verdict), explanationHtml: `<p>${text}</p>` }] : []
    }),
    chapters: chapters.map((title, index) => ({ turn: index % turns.length, title })),
  }))

describe('the difference between two publications', () => {
  test('applied to the earlier gives the later, whatever came, went and changed', () => {
    fc.assert(
      fc.property(page, page, (before, after) => {
        const diff = diffPages(before, after)
        const [old, young] = comparable(before, after)
        for (const name of SECTIONS)
          expect(appliedEntries(old[name], diff[name])).toEqual(
            young[name].map(({ key, fields }) => ({ key, fields })),
          )
      }),
      { numRuns: 150 },
    )
  })

  test('is nothing between a page and itself', () => {
    expect(Object.values(changesIn(diffPages(PAGE, pageFixture()))).every((count) => count === 0)).toBe(true)
  })

  test('shows the words that changed and passes over the rest', () => {
    const turns = PAGE.turns.map((turn, index) =>
      index === 1 ? { ...turn, text: turn.text.replace('tripled', 'doubled') } : turn,
    )
    const diff = diffPages(PAGE, { ...PAGE, turns })
    expect(diff.transcript).toEqual([
      { how: 'same', count: 1 },
      expect.objectContaining({
        how: 'changed',
        fields: [
          { how: 'same', count: 1 },
          {
            how: 'changed',
            name: 'Words',
            whole: false,
            pieces: [
              { how: 'same', text: 'Ferry fares have ' },
              { how: 'gone', text: 'tripled' },
              { how: 'new', text: 'doubled' },
              { how: 'same', text: expect.stringContaining(' since') },
            ],
          },
          { how: 'same', count: 1 },
        ],
      }),
      { how: 'same', count: 4 },
    ])
    expect(changesIn(diff)).toMatchObject({ transcript: 1, claims: 0, page: 0 })
  })

  test('calls a turn with another id the same where its words are, or are nearly', () => {
    const turns = PAGE.turns.map((turn, index) => ({
      ...turn,
      id: `another-${index}`,
      text: index === 3 ? turn.text.replace('foghorn', 'whistle') : turn.text,
    }))
    expect(changesIn(diffPages(PAGE, { ...PAGE, turns }))).toMatchObject({ transcript: 1, claims: 0 })
  })
})

/** Every value in a page with its path. */
function leaves(value: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, String(index)]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
  return [{ path, value }]
}

function withLeaf(root: unknown, [key, ...rest]: readonly string[], leaf: unknown): unknown {
  if (key === undefined) return leaf
  if (Array.isArray(root))
    return root.map((item, index) => (String(index) === key ? withLeaf(item, rest, leaf) : item))
  if (typeof root !== 'object' || root === null) throw new Error('no such path')
  return { ...root, [key]: withLeaf(Reflect.get(root, key), rest, leaf) }
}

/** Another value of the same kind, which the page's schema takes. */
function others(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1]
  if (typeof value === 'boolean') return [!value]
  if (value === null) return ['Other', 7]
  return ['2020-02-02', '2020-02-02T02:02:02.000Z', ...WORDS, `${value}x`]
}
const WORDS = [
  'context',
  'supports',
  'document',
  'replied',
  'post',
  'partly',
  'opinion',
  'rtl',
  'ltr',
  'guest',
  'update',
]

/** What no reader sees, or what every publication has another of. */
const NOT_COMPARED = /^(v|kind|number|firstPublishedAt|publishedAt|turns\.\d+\.id|changes\.\d+\.publication)$/

test('nothing that a publication holds can change unseen', () => {
  let tried = 0
  for (const { path, value } of leaves(PAGE)) {
    if (NOT_COMPARED.test(path.join('.'))) continue
    const other = others(value)
      .filter((one) => one !== value)
      .flatMap((one) => pageSnapshotSchema.safeParse(withLeaf(PAGE, path, one)).data ?? [])[0]
    if (!other) continue
    tried++
    const seen = Object.values(changesIn(diffPages(PAGE, other))).some((count) => count > 0)
    expect({ path, seen }).toEqual({ path, seen: true })
  }
  expect(tried).toBeGreaterThan(300)
})
