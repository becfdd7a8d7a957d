import { z } from 'zod'
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
  loadAgain: z.boolean(),
})
export type LoadDraft = z.infer<typeof loadDraftSchema>
export type AboutField = keyof LoadDraft['about']

export const EMPTY_DRAFT: LoadDraft = { about: {}, speakers: {}, loadAgain: false }

export type SpeakerRow = {
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
    place: about.place ?? '',
    platform: about.platform ?? '',
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

/** What is sent when the editor confirms. */
export function decisionsOf(draft: LoadDraft, preview: Preview): LoadDecisions {
  return {
    ...aboutOf(draft, preview),
    speakers: speakersOf(draft, preview).map(({ label, name, part }) => ({ label, name, part })),
    loadAgain: draft.loadAgain,
  }
}
