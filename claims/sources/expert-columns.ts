import 'server-only'
import type { z } from 'zod'
import type { saveEvidenceSchema } from '@/claims/schema'
import type { ClaimRecord } from '@/claims/store'
import type { Tx } from '@/platform/db'
import { Invalid } from '@/platform/errors'
import { personByName } from '@/transcripts/persons'

type Given = Pick<z.output<typeof saveEvidenceSchema>, 'to' | 'personId' | 'personChanged'>
type Standing = ClaimRecord['evidence'][number] | null

/**
 * Who a source's expert is, and what they are said to be there (ADR 24). What a source states stays with the source. The
 * person's own affiliation follows where nothing was known of it, where the source that is corrected is where it came from,
 * or where the writer says that it holds from now on.
 * @throws Invalid where the person that was picked is not of this name.
 */
export async function expertColumns(tx: Tx, { to, personId, personChanged }: Given, standing: Standing) {
  const { kind, expert } = to
  if (kind !== 'expert' || !expert)
    return { expertId: null, basis: null, affiliation: null, description: null }
  const expertId = await whoIsMeant(tx, expert, personId, standing)
  const person = await tx.person.findUniqueOrThrow({ where: { id: expertId } })
  const stated = { affiliation: expert.affiliation || null, description: expert.description || null }
  const seen = standing?.expertId === expertId ? standing : null
  const own = (field: 'affiliation' | 'description') => {
    if (personChanged || person[field] === '') return expert[field] || person[field]
    const wasFromHere = seen !== null && (seen[field] ?? person[field]) === person[field]
    return wasFromHere ? expert[field] : person[field]
  }
  const known = { affiliation: own('affiliation'), description: own('description') }
  if (known.affiliation !== person.affiliation || known.description !== person.description)
    await tx.person.update({ where: { id: expertId }, data: known })
  return { expertId, basis: expert.basis, ...stated }
}

async function whoIsMeant(
  tx: Tx,
  expert: NonNullable<Given['to']['expert']>,
  personId: string | null,
  standing: Standing,
): Promise<string> {
  if (personId) {
    const picked = await tx.person.findFirst({ where: { id: personId, name: expert.name } })
    if (!picked)
      throw new Invalid('The expert was renamed meanwhile. Pick them again.', {
        'expert.name': 'Pick the expert again.',
      })
    return picked.id
  }
  // Of several persons of one name, a source that is changed keeps the one it named.
  if (standing?.expertId && standing.expert?.name === expert.name) return standing.expertId
  return personByName(tx, expert)
}
