import { ROLE_LABELS, type Role } from '@/newsroom/roles'

export type MemberChange =
  | { kind: 'role'; role: Role }
  | { kind: 'deactivate' }
  | { kind: 'reactivate' }
  | { kind: 'reset' }
  | { kind: 'endSessions' }
  | { kind: 'removeFactor' }

type Question = { title: string; text: string; confirm: string; saying: string }

/** What is asked before a change to a member, and said after it. */
export function questionAbout(
  { name, isYou }: { name: string; isYou: boolean },
  change: MemberChange,
): Question {
  switch (change.kind) {
    case 'role': {
      const role = ROLE_LABELS[change.role].toLowerCase()
      return {
        title: `Make ${name} ${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}?`,
        text: isYou
          ? 'This is your own account. You will have to sign in again, and may no longer be able to open this page.'
          : 'They will have to sign in again, and then have the new role.',
        confirm: 'Change role',
        saying: `${name} is ${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role} now.`,
      }
    }
    case 'deactivate':
      return {
        title: `Deactivate ${name}?`,
        text: `${isYou ? 'This is your own account. ' : ''}They are signed out at once and cannot sign in again. What they wrote stays under their name.`,
        confirm: 'Deactivate',
        saying: `${name} is deactivated.`,
      }
    case 'reactivate':
      return {
        title: `Reactivate ${name}?`,
        text: 'They can sign in again with the password and the role they had.',
        confirm: 'Reactivate',
        saying: `${name} can sign in again.`,
      }
    case 'endSessions':
      return {
        title: `Sign ${name} out everywhere?`,
        text: 'Every browser they are signed in with has to sign in again. Their password stays as it is.',
        confirm: 'Sign out',
        saying: `${name} is signed out everywhere.`,
      }
    case 'removeFactor':
      return {
        title: `Remove the second factor of ${name}?`,
        text: 'Make sure that it is they who ask. Their authenticator app, passkeys and recovery codes stop working and their sessions end; the password alone lets them in until they set up a new one.',
        confirm: 'Remove',
        saying: `${name} has no second factor now.`,
      }
    case 'reset':
      return {
        title: `Let ${name} choose a new password?`,
        text: 'The password they have now stops working and their sessions end. You get a link to send them.',
        confirm: 'Reset password',
        saying: `${name} has no password until they choose one.`,
      }
  }
}
