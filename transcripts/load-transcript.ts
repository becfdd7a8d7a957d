import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/newsroom/roles'
import { command } from '@/platform/command'
import type { Tx } from '@/platform/db'
import { Conflict, Invalid } from '@/platform/errors'
import { givenTo } from '@/transcripts/given-runs'
import { isMachineFormat } from '@/transcripts/machine-made'
import type { ParsedTranscript } from '@/transcripts/model'
import { personsNamed } from '@/transcripts/persons'
import { canLoadTranscript } from '@/transcripts/policy'
import { durationOf } from '@/transcripts/preview'
import { loadedBefore } from '@/transcripts/queries'
import { type LoadDecisions, loadDecisionsSchema } from '@/transcripts/schema'
import { namesAPerson, type PlannedParticipant, planParticipants } from '@/transcripts/speakers'
import { requireFreeSlug, saveTurns, slugRace } from '@/transcripts/store'
import { countWords } from '@/transcripts/words'

/** A file as the server itself read it; nothing in it is the browser's word. */
export type LoadedFile = {
  parsed: ParsedTranscript
  fileName: string
  /** SHA-256 of the bytes in lower-case hex. */
  contentHash: string
}

/** A member, or the server's console, which is nobody in particular. */
type Loader = Pick<Actor, 'name' | 'role'> & { id: string | null }

/**
 * The command that saves a file's transcript with the editor's decisions: interview, participants, persons, turns and
 * audit in one transaction. It throws Invalid where the file cannot be loaded or the address is taken, and Conflict
 * (`current` is a list of earlier loads) where the same bytes were loaded before and `loadAgain` is false.
 * @param decisions reads what was sent; one that fills in what a sender leaves out is given by who knows what to fill in.
 */
export function loadTranscript(file: LoadedFile, decisions: z.ZodType<LoadDecisions> = loadDecisionsSchema) {
  return command({
    input: decisions,
    load: async (tx, input) => {
      requireLoadable(file.parsed)
      await requireFreeSlug(tx, input.slug)
      return { earlier: await loadedBefore(file.contentHash, tx) }
    },
    allow: (actor: Loader) => canLoadTranscript(actor),
    run: async (tx, { actor, input, loaded }) => {
      if (loaded.earlier.length > 0 && !input.loadAgain)
        throw new Conflict('This file was loaded before. Nothing was saved.', loaded.earlier)
      const { id, slug } = await createInterview(tx, actor, input).catch(slugRace)
      const { turns } = file.parsed
      const nameOf = namesByTurn(input)
      const planned = planParticipants(input.speakers, input.voices)
      const speaking = new Set(turns.map((turn, index) => nameOf(turn.speaker, index)))
      requireKnownNames(speaking, planned)
      const participants = await createParticipants(
        tx,
        id,
        planned.filter(({ name }) => speaking.has(name)),
      )
      const machineMade = input.machineMade ?? isMachineFormat(file.parsed.format)
      const wordCount = turns.reduce((sum, turn) => sum + countWords(turn.text), 0)
      const transcript = await tx.transcript.create({
        data: {
          interviewId: id,
          format: file.parsed.format ?? 'unknown',
          encoding: file.parsed.encoding ?? 'utf-8',
          fileName: file.fileName,
          contentHash: file.contentHash,
          wordCount,
          durationMs: durationOf(turns),
          machineMade,
          createdById: actor.id,
        },
        select: { id: true },
      })
      await saveTurns(
        tx,
        transcript.id,
        turns,
        (label, turn) => participants.get(nameOf(label, turn)) ?? null,
      )
      return {
        value: { id, slug },
        audit: [
          {
            action: 'transcript.loaded',
            subject: input.title,
            interviewId: id,
            after: {
              slug,
              fileName: file.fileName,
              contentHash: file.contentHash,
              format: file.parsed.format,
              machineMade,
              turns: turns.length,
              words: wordCount,
            },
          },
        ],
      }
    },
  })
}

/** @throws Invalid with the first thing that stops the load, and where it is. */
function requireLoadable(parsed: ParsedTranscript): void {
  const stop = parsed.problems.find((problem) => problem.severity === 'error')
  if (stop) throw new Invalid(stop.line === null ? stop.message : `Line ${stop.line}: ${stop.message}`)
  if (parsed.turns.length === 0)
    throw new Invalid('There are no words in this file, so there is nothing to load.')
}

function createInterview(tx: Tx, actor: Loader, input: LoadDecisions) {
  return tx.interview.create({
    data: {
      title: input.title,
      slug: input.slug,
      happenedOn: input.happenedOn === null ? null : new Date(input.happenedOn),
      place: input.place,
      platform: input.platform,
      language: input.language,
      standfirst: input.standfirst,
      createdById: actor.id,
    },
    select: { id: true, slug: true },
  })
}

/** Who speaks in a turn, by name; empty for nobody in particular. What was given to the turn itself counts before its label. */
function namesByTurn({ speakers, runs }: LoadDecisions): (label: string | null, turn: number) => string {
  const byLabel = new Map(speakers.map(({ label, name }) => [label, name]))
  // White space as the schema leaves it in the names of the list.
  return (label, turn) => givenTo(runs, turn)?.replace(/\s+/gu, ' ').trim() ?? byLabel.get(label) ?? ''
}

/** @throws Invalid where a turn was given to somebody who is not among the speakers. */
function requireKnownNames(speaking: ReadonlySet<string>, planned: readonly PlannedParticipant[]): void {
  const known = new Set(planned.map(({ name }) => name))
  for (const name of speaking)
    if (name !== '' && !known.has(name))
      throw new Invalid(`Turns were given to “${name}”, who is not among the speakers.`, {
        runs: 'Give these turns to somebody in the list.',
      })
}

/** Makes the participants and gives their ids by name. */
async function createParticipants(
  tx: Tx,
  interviewId: string,
  planned: readonly PlannedParticipant[],
): Promise<Map<string, string>> {
  const persons = await personsNamed(
    tx,
    planned.filter(({ name, part }) => namesAPerson(name, part)).map(({ name }) => name),
  )
  const made = await tx.participant.createManyAndReturn({
    data: planned.map(({ name, part, labels }, position) => ({
      interviewId,
      position,
      name,
      part,
      personId: persons.get(name) ?? null,
      sourceLabel: labels.find((label) => label !== null) ?? null,
    })),
    select: { id: true, position: true },
  })
  return new Map(made.map(({ id, position }) => [planned[position]?.name ?? '', id]))
}
