import { PencilLine, Users } from 'lucide-react'
import { inClaim, inField, namesOf } from '@/components/claims/live/persons'
import { usePersons } from '@/components/claims/live/presence'

/** Who else has this claim open; a hint, nobody is kept out. */
export function ClaimPeople({ claimId }: { claimId: string }) {
  const persons = inClaim(usePersons(), claimId)
  if (persons.length === 0) return null
  return (
    <p className="-mt-4 flex items-start gap-1.5 text-sm text-ink-soft">
      <Users aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">
        <bdi>{namesOf(persons)}</bdi> {persons.length === 1 ? 'has' : 'have'} this claim open too.
      </span>
    </p>
  )
}

/** Who else is in this text just now; what both type is merged or shown side by side. */
export function FieldPeople({ claimId, field }: { claimId: string; field: string }) {
  const persons = inField(usePersons(), claimId, field)
  if (persons.length === 0) return null
  return (
    <p className="flex items-start gap-1.5 text-sm text-ink-soft">
      <PencilLine aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">
        <bdi>{namesOf(persons)}</bdi> {persons.length === 1 ? 'is' : 'are'} writing here.
      </span>
    </p>
  )
}
