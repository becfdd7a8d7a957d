import 'server-only'
import { renderSVG } from 'uqr'
import type { FactorActor } from '@/newsroom/actor'
import { canChangeFactors } from '@/newsroom/policy'
import { nothingSchema } from '@/newsroom/second-factor/schema'
import { seal } from '@/newsroom/second-factor/seal'
import { loadFactors } from '@/newsroom/second-factor/store'
import { newSecret, secretAddress } from '@/newsroom/second-factor/totp'
import type { TotpToSetUp } from '@/newsroom/second-factor/views'
import { readSettings } from '@/newsroom/settings'
import { memberSubject } from '@/newsroom/store'
import { now } from '@/platform/clock'
import { command } from '@/platform/command'
import { Conflict } from '@/platform/errors'

/** Makes the secret that an authenticator app is to hold. It counts for nothing before `confirmTotp`. @throws Conflict */
export const beginTotp = command({
  input: nothingSchema,
  load: (tx, _input: null, actor: FactorActor) => loadFactors(tx, actor.id),
  allow: (actor: FactorActor) => canChangeFactors(actor.session, now()),
  run: async (tx, { actor, loaded }) => {
    if (loaded.hasTotp) throw new Conflict('An authenticator app is set up already. Turn it off first.')
    const secret = newSecret()
    const data = { sealed: seal(secret, actor.id), confirmedAt: null, lastStep: null }
    await tx.memberTotp.upsert({
      where: { memberId: actor.id },
      create: { memberId: actor.id, ...data },
      update: data,
    })
    const { siteName } = await readSettings(tx)
    const address = secretAddress(secret, { site: siteName, account: actor.email })
    const value: TotpToSetUp = {
      secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
      address,
      qrSvg: renderSVG(address, { border: 2 }),
    }
    return { value, audit: [{ action: 'member.authenticatorBegun', subject: memberSubject(actor) }] }
  },
})
