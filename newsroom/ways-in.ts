/** What somebody showed when a session was begun. The database knows the same words (0017_sign_in). */
export const WAYS_IN = [
  'password',
  'passwordAndCode',
  'passwordAndRecoveryCode',
  'link',
  'passkey',
  'provider',
] as const
export type WayIn = (typeof WAYS_IN)[number]

export const WAY_IN_LABELS: Record<WayIn, string> = {
  password: 'Password',
  passwordAndCode: 'Password and code',
  passwordAndRecoveryCode: 'Password and recovery code',
  link: 'Link',
  passkey: 'Passkey',
  provider: 'Single sign-on',
}

/** `strong`: a second factor, a passkey or the single sign-on provider vouches for it. */
export type Begun = { by: WayIn; strong: boolean }

export function begun(by: WayIn): Begun {
  return { by, strong: by !== 'password' && by !== 'link' }
}
