import { z } from 'zod'

const base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(16_000)

const ATTACHMENTS = ['cross-platform', 'platform'] as const
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

const credentialSchema = z.object({
  id: base64Url.max(1400),
  rawId: base64Url.max(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(ATTACHMENTS).optional().catch(undefined),
})

/** What a browser answers with when a passkey was made (WebAuthn 3, 5.5: RegistrationResponseJSON). */
export const registrationSchema = credentialSchema
  .extend({
    response: z.object({
      clientDataJSON: base64Url,
      attestationObject: base64Url,
      /** Those we know; a browser may name others. */
      transports: z
        .array(z.string())
        .max(20)
        .default([])
        .transform((all) => TRANSPORTS.filter((one) => all.includes(one))),
    }),
  })
  .transform((it) => ({ ...it, clientExtensionResults: {} }))

/** What a browser answers with when a passkey was used (AuthenticationResponseJSON). */
export const assertionSchema = credentialSchema
  .extend({
    response: z.object({
      clientDataJSON: base64Url,
      authenticatorData: base64Url,
      signature: base64Url,
      userHandle: base64Url.nullish().transform((handle) => handle ?? undefined),
    }),
  })
  .transform((it) => ({ ...it, clientExtensionResults: {} }))

export const passkeyNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the passkey a name, such as “Work laptop”.')
  .max(60, 'Use at most 60 characters.')

export const addPasskeySchema = z.object({ name: passkeyNameSchema, response: registrationSchema })
export const passkeyIdSchema = z.object({ passkeyId: z.string().min(1).max(1400) })
export const renamePasskeySchema = passkeyIdSchema.extend({ name: passkeyNameSchema })

export type AddPasskey = z.infer<typeof addPasskeySchema>
export type PasskeyId = z.infer<typeof passkeyIdSchema>
export type RenamePasskey = z.infer<typeof renamePasskeySchema>
