import {
  type FlatEntry,
  type FlatField,
  type FlatPage,
  flatPage,
  type SectionName,
} from '@/publishing/diff/flat-page'
import { pairByKey, pairTurns } from '@/publishing/diff/pairs'
import { type Piece, wordDiff } from '@/publishing/diff/word-diff'
import type { PageSnapshot } from '@/publishing/snapshot-schema'

/** What happened to a field. Applied in order to the fields of the earlier entry they make those of the later. */
export type FieldStep =
  | { how: 'same'; count: number }
  | { how: 'gone' | 'new'; field: FlatField }
  | { how: 'changed'; name: string; whole: boolean; pieces: Piece[] }

/** The same for the entries of a section. `same` counts entries that are passed over. */
export type EntryStep =
  | { how: 'same'; count: number }
  | { how: 'gone' | 'new'; entry: FlatEntry }
  | { how: 'changed'; key: string; title: string; fields: FieldStep[] }

export type PageDiff = Record<SectionName, EntryStep[]>

/**
 * What differs between two publications, word by word. Turns are paired by id, by their words, and by likeness; claims by
 * their number; everything else by what it is. Turns that are the same are passed over before any word is compared.
 */
export function diffPages(before: PageSnapshot, after: PageSnapshot): PageDiff {
  const [old, young] = comparable(before, after)
  return bySection((name) => diffEntries(old[name], young[name]))
}

function bySection<T>(of: (name: SectionName) => T): Record<SectionName, T> {
  return {
    page: of('page'),
    media: of('media'),
    people: of('people'),
    chapters: of('chapters'),
    transcript: of('transcript'),
    claims: of('claims'),
    background: of('background'),
    told: of('told'),
  }
}

/** Both pages as texts; turns that are one bear one key in both. */
export function comparable(before: PageSnapshot, after: PageSnapshot): [FlatPage, FlatPage] {
  const oldKeys = before.turns.map((_, index) => `a${index}`)
  const newKeys = after.turns.map((_, index) => `b${index}`)
  for (const [old, young] of pairTurns(before.turns, after.turns)) newKeys[young] = oldKeys[old] ?? ''
  return [flatPage(before, oldKeys), flatPage(after, newKeys)]
}

function diffEntries(before: readonly FlatEntry[], after: readonly FlatEntry[]): EntryStep[] {
  return steps(before, after, ({ key }) => key, {
    one: (how, entry): EntryStep => ({ how, entry }),
    both(old, young): EntryStep | null {
      if (sameFields(old.fields, young.fields)) return null
      const fields = diffFields(old.fields, young.fields)
      return { how: 'changed', key: young.key, title: young.title, fields }
    },
  })
}

function sameFields(before: readonly FlatField[], after: readonly FlatField[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ name, text }, index) => name === after[index]?.name && text === after[index]?.text)
  )
}

function diffFields(before: readonly FlatField[], after: readonly FlatField[]): FieldStep[] {
  return steps(before, after, ({ name }) => name, {
    one: (how, field): FieldStep => ({ how, field }),
    both(old, young): FieldStep | null {
      if (old.text === young.text) return null
      const pieces: Piece[] = young.whole
        ? [
            { how: 'gone', text: old.text },
            { how: 'new', text: young.text },
          ]
        : wordDiff(old.text, young.text)
      return { how: 'changed', name: young.name, whole: young.whole ?? false, pieces }
    },
  })
}

type Step<T> = T | { how: 'same'; count: number }

/** Walks both lists along their pairs: what is in one only, what changed, and how many stayed between. */
function steps<Item, Out>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  make: { one: (how: 'gone' | 'new', item: Item) => Out; both: (old: Item, young: Item) => Out | null },
): Step<Out>[] {
  const made: Step<Out>[] = []
  let same = 0
  const add = (step: Out) => {
    if (same > 0) made.push({ how: 'same', count: same })
    same = 0
    made.push(step)
  }
  let [from, to] = [0, 0]
  const ends: [number, number] = [before.length, after.length]
  for (const [a, b] of [...pairByKey(before.map(keyOf), after.map(keyOf)), ends]) {
    for (const item of before.slice(from, a)) add(make.one('gone', item))
    for (const item of after.slice(to, b)) add(make.one('new', item))
    const [old, young] = [before[a], after[b]]
    const step = old && young ? make.both(old, young) : null
    if (step) add(step)
    else if (old && young) same++
    from = a + 1
    to = b + 1
  }
  if (same > 0) made.push({ how: 'same', count: same })
  return made
}

/** How many entries of each section differ. */
export function changesIn(diff: PageDiff): Record<SectionName, number> {
  return bySection((name) => diff[name].filter(({ how }) => how !== 'same').length)
}
