import { type Actor, isAtLeast } from '@/newsroom/roles'
import { allow, type Decision, deny } from '@/platform/decision'

/** Who may do what with interviews and their transcripts. */

export function canLoadTranscript(actor: Pick<Actor, 'role'>): Decision {
  return isAtLeast(actor.role, 'reporter')
    ? allow
    : deny('Only members of the newsroom may load transcripts.')
}

export function canEditInterview(actor: Pick<Actor, 'role'>): Decision {
  return isAtLeast(actor.role, 'reporter')
    ? allow
    : deny('Only members of the newsroom may edit an interview.')
}

/** It decides whether claims have to be heard before they are approved, so it is for who approves. */
export function canSayMachineMade(actor: Pick<Actor, 'role'>): Decision {
  return isAtLeast(actor.role, 'editor') ? allow : deny('An editor says whether a machine wrote the words.')
}

/** The address of a published page is a promise: links to it must keep working. */
export function canChangeSlug(interview: { publications: number }): Decision {
  return interview.publications === 0
    ? allow
    : deny('This address has been published and stays as it is, so that links to it keep working.')
}
