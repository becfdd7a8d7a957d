import { tooManyAttempts } from '@/newsroom/attempts-message'

/** The sentence for an error code in the address; codes are ours and next-auth's, the text never comes from the address. */
export function signInMessage(code: string | undefined): string | null {
  if (!code) return null
  const limited = /^(?:Code)?RateLimited:(\d{1,6})$/.exec(code)
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
    case 'WrongCode':
      return 'That code is wrong, or was used already. Wait for the next one and type that.'
    case 'StepGone':
      return 'That took too long, or was finished elsewhere. Sign in once more.'
    case 'WrongPasskey':
      return 'This passkey opens nothing here. It may have been removed; sign in another way.'
    case 'CopiedPasskey':
      return 'This passkey was refused, because there may be a copy of it. Tell an administrator, and sign in another way.'
    case 'UseProvider':
      return 'Here everybody signs in through single sign-on.'
    case 'ProviderUnverified':
      return 'The provider does not say that your e-mail address is your own. Have it confirmed there, then try again.'
    case 'ProviderDomain':
      return 'Addresses of your e-mail domain are not let in here.'
    case 'ProviderNoRole':
      return 'The provider gives you no role here. Somebody has to put you into the right group there.'
    case 'ProviderNotInvited':
      return 'You are not a member yet. An administrator of your newsroom can add you, with the e-mail address you have at the provider.'
    case 'ProviderTaken':
      return 'A member with this e-mail address is linked to somebody else at the provider. An administrator has to look into that.'
    case 'ProviderDeactivated':
      return 'Your membership is deactivated. An administrator of your newsroom can help.'
    case 'OAuthSignin':
      return 'The single sign-on provider cannot be reached. Try again in a moment.'
    case 'OAuthCallback':
    case 'Callback':
      return 'Signing in through the provider was not finished, or its answer could not be trusted. Try once more.'
    default:
      return 'Signing in did not work, because of a fault on our side. Try again in a moment.'
  }
}
