import type { Metadata } from 'next'
import { ChoosePassword } from '@/components/desk/choose-password.island'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { memberOfLink } from '@/newsroom/member-link'
import { readSettings } from '@/newsroom/settings'
import { singleSignOn } from '@/newsroom/single-sign-on/provider-here'
import { LINK_GONE } from '@/newsroom/spend-link'
import { choosePassword } from './actions'

/** The address holds a secret; nothing that this page asks for may carry it on. */
export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' }

type Props = { params: Promise<{ token: string }> }

export default async function WelcomePage({ params }: Props) {
  const { token } = await params
  const rules = singleSignOn()
  const [member, { siteName }] = await Promise.all([memberOfLink(token), readSettings()])
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4 py-12">
      <p className="kicker mb-2">{siteName} · fact-check desk</p>
      <h1 className="border-b border-ink pb-3 font-serif text-4xl leading-tight font-medium">
        {member ? 'Choose a password' : 'This link does not work any more'}
      </h1>
      {member ? (
        <>
          {rules?.only && (
            <div className="mt-6">
              <Notice title={`Here everybody signs in with ${rules.name}`}>
                You need this link only if a password was arranged for you.{' '}
                <a href="/sign-in" className="underline">
                  Sign in
                </a>
              </Notice>
            </div>
          )}
          <ChoosePassword token={token} name={member.name} email={member.email} choose={choosePassword} />
        </>
      ) : (
        <div className="mt-6 flex flex-col items-start gap-5">
          <p>{LINK_GONE}</p>
          <LinkButton href="/sign-in">Sign in</LinkButton>
        </div>
      )}
    </main>
  )
}
