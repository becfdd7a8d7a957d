import type { startRegistration } from '@simplewebauthn/browser'
import type { TotpToSetUp } from '@/newsroom/second-factor/views'
import type { ServerAction } from '@/platform/action-result'

type Codes = { recoveryCodes: string[] | null }
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']

/** What somebody can change about how they sign in, as Server Actions. */
export type FactorActions = {
  confirmItIsMe: ServerAction<{ password: string; code: string }, null>
  beginApp: ServerAction<null, TotpToSetUp>
  confirmApp: ServerAction<{ code: string }, Codes>
  turnOffApp: ServerAction<{ password: string; code: string }, null>
  renewCodes: ServerAction<null, { recoveryCodes: string[] }>
  beginPasskey: ServerAction<null, CreationOptions>
  savePasskey: ServerAction<{ name: string; response: unknown }, Codes>
  rename: ServerAction<{ passkeyId: string; name: string }, { name: string }>
  remove: ServerAction<{ passkeyId: string }, null>
}
