import 'server-only'
import { headers } from 'next/headers'
import { noPasskeysBecause } from '@/newsroom/passkeys/relying-party'
import { singleSignOn } from '@/newsroom/single-sign-on/provider-here'
import { siteOrigin } from '@/platform/env'

/** What is bound to the site's own name and so may not work under the one it was opened by. */
export async function underThisName() {
  const from = await headers()
  // Next renders a page that an action leads to by asking itself, under another host; the first one it keeps here.
  const host = from.get('x-forwarded-host') ?? from.get('host')
  const rules = singleSignOn()
  const site = siteOrigin()
  return {
    noPasskeys: noPasskeysBecause(site, host),
    provider: rules && {
      name: rules.name,
      only: rules.only,
      at: host === new URL(site).host ? null : site,
    },
  }
}
