import { z } from 'zod'
import { givenRunsSchema, givenTo, giveRun } from '@/transcripts/given-runs'
import type { Preview } from '@/transcripts/preview-schema'
import { type LoadDecisions, type Part, partSchema } from '@/transcripts/schema'
import { slugFrom } from '@/transcripts/slug'

/**
 * What an editor changed of the proposals, and only that: the same changes still apply when the file is read again in
 * another format. Kept in this browser under the file's hash, so that a reload loses none of it.
 */
export const loadDraftSchema = z.object({
  about: z
    .object({
      title: z.string(),
      slug: z.string(),
      happenedOn: z.string(),
      place: z.string(),
      platform: z.string(),
      language: z.string(),
      standfirst: z.string(),
    })
    .partial(),
  /** By label; the key of turns without one is the empty string. */
  speakers: z.record(z.string(), z.object({ name: z.string(), part: partSchema }).partial()),
  /** People whom no label names; `key` is made once, so that a new name keeps their turns. */
  voices: z.array(z.object({ key: z.string(), name: z.string(), part: partSchema })).default([]),
  /** Runs of turns given to somebody by key, as this format cuts them; another format cuts others. */
  runs: z
    .object({ format: z.string().nullable(), list: givenRunsSchema })
    .default({ format: null, list: [] }),
  /** Whether a machine wrote the words, where the editor said other than the format suggests. */
  machineMade: z.boolean().optional(),
  loadAgain: z.boolean(),
})
export type LoadDraft = z.infer<typeof loadDraftSchema>
export type AboutField = keyof LoadDraft['about']

export const EMPTY_DRAFT: LoadDraft = {
  about: {},
  speakers: {},
  voices: [],
  runs: { format: null, list: [] },
  loadAgain: false,
}

export type SpeakerRow = {
  key: string
  label: string | null
  name: string
  part: Part
  turns: number
  words: number
  firstQuote: string
  /** Labels above this one that have the same name. */
  sameAs: string[]
}

/** The interview's fields as they stand: changes over proposals; the address follows the title until it is changed. */
export function aboutOf(draft: LoadDraft, preview: Preview): Record<AboutField, string> {
  const { about } = draft
  const title = about.title ?? preview.proposed.title
  return {
    title,
    slug: about.slug ?? (about.title === undefined ? preview.proposed.slug : slugFrom(about.title)),
    happenedOn: about.happenedOn ?? preview.proposed.happenedOn,
    place: about.place ?? preview.proposed.place,
    platform: about.platform ?? preview.proposed.platform,
    language: about.language ?? preview.proposed.language,
    standfirst: about.standfirst ?? '',
  }
}

/** The speakers as they stand. Labels with one name are one participant, who has the first one's part. */
export function speakersOf(draft: LoadDraft, preview: Preview): SpeakerRow[] {
  const rows: SpeakerRow[] = []
  for (const { label, name: proposed, part, turns, words, firstQuote } of preview.speakers) {
    const changed = draft.speakers[label ?? '']
    const name = changed?.name ?? proposed
    const same = name.trim() === '' ? [] : rows.filter((row) => row.name.trim() === name.trim())
    rows.push({
      key: `label:${label ?? ''}`,
      label,
      name,
      part: same[0]?.part ?? changed?.part ?? part,
      turns,
      words,
      firstQuote,
      sameAs: same.map((row) => row.label ?? 'no label'),
    })
  }
  return rows
}

/** A change of one speaker. A part belongs to the participant, so it goes to every label of that name. */
export function changeSpeaker(
  draft: LoadDraft,
  rows: readonly SpeakerRow[],
  index: number,
  change: { name?: string; part?: Part },
): LoadDraft {
  const row = rows[index]
  if (!row) return draft
  const alike =
    change.part === undefined ? [row] : rows.filter((other) => other === row || isSame(other.name, row.name))
  const speakers = { ...draft.speakers }
  for (const { label } of alike) speakers[label ?? ''] = { ...speakers[label ?? ''], ...change }
  return { ...draft, speakers }
}

function isSame(a: string, b: string): boolean {
  return a.trim() !== '' && a.trim() === b.trim()
}

/** Somebody a turn can be given to. */
export type CastMember = { key: string; name: string }

/** Everybody who has a name, each once, in the order of the page. */
export function castOf(draft: LoadDraft, preview: Preview): CastMember[] {
  const cast: CastMember[] = []
  for (const { key, name } of [...speakersOf(draft, preview), ...draft.voices]) {
    const trimmed = name.trim()
    if (trimmed !== '' && !cast.some((member) => member.name === trimmed)) cast.push({ key, name: trimmed })
  }
  return cast
}

/** Who speaks in a turn as things stand: the name, empty for nobody, and whether it was given here. */
export function speakerInTurn(
  draft: LoadDraft,
  preview: Preview,
): (label: string | null, turn: number) => { name: string; given: boolean } {
  const names = new Map(
    [...speakersOf(draft, preview), ...draft.voices].map(({ key, name }) => [key, name.trim()]),
  )
  const runs = runsOf(draft, preview)
  return (label, turn) => {
    const key = givenTo(runs, turn)
    return { name: names.get(key ?? `label:${label ?? ''}`) ?? '', given: key !== undefined }
  }
}

/** Gives a run of turns to somebody by key, to nobody (empty), or back to the file's own label (null). */
export function giveTurns(
  draft: LoadDraft,
  preview: Preview,
  run: { first: number; last: number; key: string | null },
): LoadDraft {
  const list = giveRun(runsOf(draft, preview), run.first, run.last, run.key)
  return { ...draft, runs: { format: preview.format, list } }
}

/** Without a voice, and without what was given to it. */
export function withoutVoice(draft: LoadDraft, key: string): LoadDraft {
  return {
    ...draft,
    voices: draft.voices.filter((voice) => voice.key !== key),
    runs: { ...draft.runs, list: draft.runs.list.filter((run) => run.name !== key) },
  }
}

function runsOf(draft: LoadDraft, preview: Preview) {
  return draft.runs.format === preview.format ? draft.runs.list : []
}

/** What is sent when the editor confirms. */
export function decisionsOf(draft: LoadDraft, preview: Preview): LoadDecisions {
  const rows = speakersOf(draft, preview)
  const names = new Map([...rows, ...draft.voices].map(({ key, name }) => [key, name.trim()]))
  return {
    ...aboutOf(draft, preview),
    speakers: rows.map(({ label, name, part }) => ({ label, name, part })),
    voices: draft.voices.map(({ name, part }) => ({ name, part })),
    runs: runsOf(draft, preview).map((run) => ({ ...run, name: names.get(run.name) ?? '' })),
    machineMade: draft.machineMade ?? preview.machineMade,
    loadAgain: draft.loadAgain,
  }
}
