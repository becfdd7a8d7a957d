import { randomBytes, randomUUID } from 'node:crypto'
import { seal } from '@/newsroom/second-factor/seal'
import { codeAt, newSecret } from '@/newsroom/second-factor/totp'
import { makeStep } from '@/newsroom/sign-in-step'
import { db } from '@/platform/db'
import { siteOrigin } from '@/platform/env'
import { buildToken } from '@/prisma/factories/api-token'
import { buildMember } from '@/prisma/factories/member'
import { softwareKey } from '@/prisma/factories/software-key'

type Caller = { id: string } | null
const PASSWORD = 'four unrelated words here'

/** A row of e2e/mutations.spec.ts for what everybody may do to their own way in. The trace there does not read it. */
function own(prepare: (memberId: string) => Promise<unknown>, caller: { password?: string } = {}) {
  return {
    least: 'reporter',
    traceless: true,
    caller,
    prepare: async (who: Caller) => ({
      id: '',
      input: await prepare(who?.id ?? (await buildMember(db())).id),
    }),
  } as const
}

async function code(memberId: string, confirmedAt: Date | null): Promise<string> {
  const secret = newSecret()
  await db().memberTotp.create({ data: { memberId, confirmedAt, sealed: seal(secret, memberId) } })
  return codeAt(secret, new Date())
}

/** A passkey that nobody holds. @returns its id */
export async function buildPasskey(memberId: string): Promise<string> {
  const id = randomUUID()
  await db().passkey.create({ data: { id, memberId, name: 'Key', publicKey: new Uint8Array([1]) } })
  return id
}

async function newPasskey(memberId: string) {
  const challenge = await makeStep('passkeyAdd', memberId, {}, randomBytes(32).toString('base64url'))
  const origin = siteOrigin()
  return softwareKey().make({ challenge, origin, rpId: new URL(origin).hostname })
}

/** What is done on the pages about one's own second factor and passkeys. */
export const ACCOUNT = {
  confirmItIsMe: own(async () => ({ password: PASSWORD, code: '' }), { password: PASSWORD }),
  beginApp: own(async () => null),
  confirmApp: own(async (memberId) => ({ code: await code(memberId, null) })),
  turnOffApp: own(async (memberId) => ({ password: PASSWORD, code: await code(memberId, new Date()) }), {
    password: PASSWORD,
  }),
  renewCodes: own(async (memberId) => {
    await buildPasskey(memberId)
    return null
  }),
  beginPasskey: own(async () => null),
  savePasskey: own(async (memberId) => ({ name: 'Key', response: await newPasskey(memberId) })),
  rename: own(async (memberId) => ({ passkeyId: await buildPasskey(memberId), name: 'Another name' })),
  remove: own(async (memberId) => ({ passkeyId: await buildPasskey(memberId) })),
}

/** What is done on the page about tokens. */
export const TOKENS = {
  confirmBeforeToken: own(async () => ({ password: PASSWORD, code: '' }), { password: PASSWORD }),
  make: own(async () => ({ name: 'Wire', scopes: ['read:drafts'], days: 30 })),
  revoke: own(async (memberId) => ({ tokenId: (await buildToken(db(), memberId)).id })),
}
