import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { TYPED_EMAIL } from '@/app/api/auth/[...nextauth]/sign-in-address'
import { SignInForm } from '@/components/desk/sign-in-form'
import { currentVisitor } from '@/newsroom/actor'
import { callbackPath } from '@/newsroom/callback-path'
import { readSettings } from '@/newsroom/settings'
import { siteOrigin } from '@/platform/env'
import { beginPasskey } from './actions'
import { csrfToken } from './csrf'
import { signInMessage } from './messages'
import { underThisName } from './own-name'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const error = [query.error].flat()[0]
  const back = callbackPath([query.callbackUrl].flat()[0], siteOrigin())
  if (await currentVisitor()) redirect(back)
  const token = await csrfToken()
  // A page cannot set a cookie, so next-auth's own route does and leads back here. The code in the address ends the
  // circle in a browser that keeps none.
  if (!token && error !== 'NoCookies')
    redirect(`/api/auth/signin?error=NoCookies&callbackUrl=${encodeURIComponent(back)}`)
  const shown = token && error === 'NoCookies' ? null : signInMessage(error)
  const { noPasskeys, provider } = await underThisName()
  return (
    <SignInForm
      siteName={(await readSettings()).siteName}
      csrfToken={token ?? ''}
      callbackUrl={back}
      email={(await cookies()).get(TYPED_EMAIL)?.value ?? ''}
      message={shown}
      wrongPassword={error === 'CredentialsSignin'}
      passkeys={noPasskeys ? null : { begin: beginPasskey }}
      provider={provider}
    />
  )
}
