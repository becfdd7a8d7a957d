import type { Metadata } from 'next'
import { pageActor } from '@/app/_boundary/page'
import { AccountNav } from '@/components/desk/account/account-nav'
import { Tokens } from '@/components/desk/tokens/tokens.island'
import { PageHeader } from '@/components/ui/page-header'
import { requireFactorActor } from '@/newsroom/actor'
import { listTokens } from '@/newsroom/api-tokens/queries'
import { readOwnFactors } from '@/newsroom/second-factor/queries'
import { readSettings } from '@/newsroom/settings'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Tokens for other systems' }

export default async function TokensPage() {
  const actor = await pageActor()
  const [tokens, factors, { timeZone }] = await Promise.all([
    listTokens(actor),
    readOwnFactors(await requireFactorActor()),
    readSettings(),
  ])
  return (
    <>
      <PageHeader title="Tokens for other systems">
        With a token another system loads transcripts or reads drafts as you, with your role and no more than
        you allow here. How it does so stands in the{' '}
        <a href="/api/v1/openapi.json" className="underline underline-offset-4">
          API’s document
        </a>
        .
      </PageHeader>
      <AccountNav here="/desk/tokens" />
      <Tokens {...tokens} factors={factors} zone={timeZone} actions={{ ...actions }} />
    </>
  )
}
