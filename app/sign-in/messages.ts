import { tooManyAttempts } from '@/newsroom/attempts-message'

/** The sentence for an error code in the address; codes are ours and next-auth's, the text never comes from the address. */
export function signInMessage(code: string | undefined): string | null {
  if (!code) return null
  const limited = /^RateLimited:(\d{1,6})$/.exec(code)
  if (limited) return tooManyAttempts(Number(limited[1]))
  switch (code) {
    case 'CredentialsSignin':
      return 'This e-mail address and password do not go together. Check both and try again.'
    case 'Expired':
      return 'This form had expired. Try once more.'
    case 'NoCookies':
      return 'Your browser did not keep the cookie that signing in needs. Allow cookies for this site and try again.'
    case 'SignedOut':
      return null
    default:
      return 'Signing in did not work, because of a fault on our side. Try again in a moment.'
  }
}
