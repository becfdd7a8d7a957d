import { Users } from 'lucide-react'
import type { ClaimView } from '@/claims/views'
import { useDesk } from '@/components/claims/desk-context'
import type { Connection } from '@/components/claims/live/follow-changes'
import { initialsOf, type Person } from '@/components/claims/live/persons'
import { usePersons } from '@/components/claims/live/presence'
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu.island'

const MOST_BADGES = 3

/** Who else has this interview open: a few initials, all names with where they are under them. */
export function PeopleHere() {
  const persons = usePersons()
  const { claims, go, connection } = useDesk()
  if (persons.length === 0) return null
  const shown = persons.length > MOST_BADGES + 1 ? persons.slice(0, MOST_BADGES) : persons
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${persons.length} ${persons.length === 1 ? 'colleague' : 'colleagues'} here`}
          className="inline-flex min-h-9 shrink-0 items-center gap-1 px-1 pointer-coarse:min-h-11"
        >
          <Users aria-hidden="true" className="size-4 text-ink-soft" />
          {shown.map((person) => (
            <Badge key={person.id} person={person} />
          ))}
          {persons.length > shown.length && (
            <span aria-hidden="true" className="text-sm font-medium text-ink-soft">
              +{persons.length - shown.length}
            </span>
          )}
        </button>
      }
    >
      <div className="max-h-80 max-w-80 overflow-y-auto">
        {persons.map((person) => {
          const claim = openClaim(person, claims)
          return (
            <MenuItem
              key={person.id}
              {...(claim
                ? { onSelect: () => go({ kind: 'claim', claimId: claim.id }, { focus: true, sheet: true }) }
                : {})}
            >
              <Badge person={person} />
              <span className="min-w-0 flex-1">
                <span className="block truncate">
                  <bdi>{person.name}</bdi>
                </span>
                <span className="block text-ink-soft">
                  {claim ? `In claim ${claim.number}` : 'In the transcript or the list'}
                </span>
              </span>
            </MenuItem>
          )
        })}
      </div>
      <MenuRule />
      <div className="max-w-72 px-3 py-1.5 text-ink-soft">{HOW[connection]}</div>
    </Menu>
  )
}

const HOW: Record<Connection, string> = {
  live: 'Their changes appear at once.',
  polling: 'Their changes appear every few seconds: this network lets no live connection through.',
  offline: 'The server is not reached just now; who is here may have changed.',
}

function openClaim(person: Person, claims: readonly ClaimView[]): ClaimView | undefined {
  const ids = person.places.map((place) => place.claimId)
  return claims.find((claim) => ids.includes(claim.id))
}

function Badge({ person }: { person: Person }) {
  return (
    <span
      aria-hidden="true"
      title={person.name}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-ink-soft bg-surface text-[0.625rem] font-semibold text-ink"
    >
      {initialsOf(person.name)}
    </span>
  )
}
