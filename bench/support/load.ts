import { randomUUID } from 'node:crypto'
import type { Actor } from '@/newsroom/roles'
import { db } from '@/platform/db'
import { loadTranscript } from '@/transcripts/load-transcript'
import type { ParsedTranscript } from '@/transcripts/model'

/** A member to act as. */
export async function member(name: string, role: Actor['role']): Promise<Actor> {
  const email = `${role}.${randomUUID()}@bench.invalid`
  const { id } = await db().member.create({ data: { email, name, role }, select: { id: true } })
  return { id, name, email, role }
}

/** Loads a parsed file as a reporter does who changes nothing in the preview. */
export function load(
  reporter: Actor,
  parsed: ParsedTranscript,
  {
    fileName,
    contentHash,
    title,
    slug,
  }: { fileName: string; contentHash: string; title: string; slug: string },
): Promise<{ id: string; slug: string }> {
  const labels = [...new Set(parsed.turns.map((turn) => turn.speaker))]
  return loadTranscript({ parsed, fileName, contentHash })(reporter, {
    title,
    slug,
    happenedOn: '2016-09-26',
    place: '',
    platform: '',
    language: 'en',
    standfirst: 'A page made to be measured.',
    format: null,
    loadAgain: true,
    speakers: labels.map((label) => ({ label, name: label ?? 'Speakers', part: 'guest' })),
  })
}
