/** What an authenticator app is given, once. `qrSvg` is a picture of `address`; `secret` is for typing. */
export type TotpToSetUp = { secret: string; address: string; qrSvg: string }

/** One of one's own passkeys. Moments are ISO strings in UTC. */
export type PasskeyView = {
  id: string
  name: string
  createdAt: string
  lastUsedAt: string | null
  /** Its maker keeps a copy, so that it survives the device. */
  backedUp: boolean
}

/** How somebody signs in, for the page where they change it. */
export type OwnFactorsView = {
  hasPassword: boolean
  hasTotp: boolean
  passkeys: PasskeyView[]
  /** Recovery codes that were not used yet. */
  recoveryCodesLeft: number
  /** The newsroom asks this member to have a second factor. */
  required: boolean
  /** They showed so lately who they are that they may change this. */
  isProven: boolean
}
