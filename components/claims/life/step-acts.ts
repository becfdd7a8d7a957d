import type { ClaimView } from '@/claims/views'
import { STATUS_LABELS, type Status } from '@/claims/words-of-the-trade'
import type { Act } from '@/components/desk/acts/registry'
import type { Decision } from '@/platform/decision'

type Doing = {
  move: (to: Status) => void
  approve: () => void
  drop: () => void
  restore: () => void
  handBack: () => void
  assignToMe: () => void
  /** It is assigned to who looks. */
  mine: boolean
}

/**
 * What can be done to the claim that is open, with the reason where it cannot be done just now. What a slip of a finger should
 * not do, to approve and to drop, has no bare letter.
 */
export function stepActs(claim: ClaimView, doing: Doing): Act[] {
  const { abilities } = claim
  const moveTo = (to: Status, label: string, keys: string[], also?: string): Act => ({
    id: `claim.${to}`,
    label,
    group: 'Claim',
    keys,
    ...(also ? { also } : {}),
    ...refusedUnless(canMove(claim, to)),
    run: () => doing.move(to),
  })
  return [
    {
      id: 'claim.assign-to-me',
      label: 'Assign to me',
      group: 'Claim',
      keys: ['m', 'Alt+m'],
      also: 'take mine',
      ...(doing.mine ? { refusal: 'It is yours already.' } : refusedUnless(abilities.edit)),
      run: doing.assignToMe,
    },
    moveTo('researching', 'Start research', []),
    moveTo('awaitingReply', 'Await a reply', []),
    moveTo('inReview', 'Send to review', ['r', 'Alt+n']),
    {
      id: 'claim.approve',
      label: 'Approve',
      group: 'Claim',
      keys: ['Alt+y'],
      also: 'agree publish',
      ...refusedUnless(abilities.approve),
      run: doing.approve,
    },
    {
      id: 'claim.hand-back',
      label: 'Hand back with a reason',
      group: 'Claim',
      keys: ['b', 'Alt+b'],
      also: 'send back return',
      ...refusedUnless(abilities.handBack),
      run: doing.handBack,
    },
    moveTo('held', 'Hold', ['h', 'Alt+h'], 'pause wait'),
    claim.status === 'dropped'
      ? {
          id: 'claim.restore',
          label: 'Restore',
          group: 'Claim',
          keys: ['Alt+x'],
          ...refusedUnless(abilities.restore),
          run: doing.restore,
        }
      : {
          id: 'claim.drop',
          label: 'Drop',
          group: 'Claim',
          keys: ['Alt+x'],
          also: 'delete remove',
          ...refusedUnless(abilities.drop),
          run: doing.drop,
        },
    ...fieldActs(claim),
  ]
}

function canMove(claim: ClaimView, to: Status): Decision {
  if (claim.abilities.moves.includes(to)) return { allowed: true }
  const reason = claim.abilities.movesRefused.includes(to)
    ? 'An editor has to do that.'
    : claim.status === to
      ? `It stands there already: ${STATUS_LABELS[to]}.`
      : 'A claim cannot go there from where it stands.'
  return { allowed: false, reason }
}

function refusedUnless(decision: Decision): { refusal?: string } {
  return decision.allowed ? {} : { refusal: decision.reason }
}

/** To the fields, so that a claim is written without a step of Tab. */
function fieldActs(claim: ClaimView): Act[] {
  const to = (id: string, label: string, keys: string[], find: () => HTMLElement | null): Act => ({
    id: `claim.to-${id}`,
    label,
    group: 'Claim',
    keys,
    ...refusedUnless(claim.abilities.edit),
    run: () => {
      const field = find()
      field?.focus()
      field?.scrollIntoView({ block: 'nearest' })
    },
  })
  const byId = (field: string) => () => document.getElementById(`${field}-${claim.id}`)
  return [
    to('sentence', 'Write the claim as one sentence', ['Shift+s', 'Alt+Shift+s'], byId('claimReviewed')),
    to('verdict', 'Choose a verdict', ['Shift+v', 'Alt+Shift+v'], () => verdictRadio(claim.id)),
    to('finding', 'Write what you found', ['Shift+f', 'Alt+Shift+f'], byId('explanation')),
    to('assignee', 'Choose who it is assigned to', [], byId('assignee')),
    to('priority', 'Set the priority', [], byId('priority')),
    to('due', 'Set when it is due', [], byId('due')),
  ]
}

/** The verdict that is chosen; the first of the scale where none is, so that one key chooses. */
function verdictRadio(claimId: string): HTMLElement | null {
  const radios = [...document.querySelectorAll<HTMLInputElement>(`input[name="verdict-${claimId}"]`)]
  const chosen = radios.find((radio) => radio.checked)
  // The last one says that there is none yet.
  return (chosen === radios.at(-1) ? radios[0] : chosen) ?? radios[0] ?? null
}
