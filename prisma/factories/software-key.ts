import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Cbor = Parameters<typeof isoCBOR.encode>[0]
type Making = { challenge: string; origin: string; rpId: string; userVerified?: boolean }
type Using = Making & { userHandle?: string; counter?: number }

/** An authenticator without a device, for tests: makes one passkey (ES256, no attestation) and answers challenges with it. */
export function softwareKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let count = 0

  /** WebAuthn 3, 6.1: hash of the RP ID, flags, counter, then what was made. */
  function authData({ rpId, userVerified = true }: Making, counter: number, made?: Buffer): Buffer {
    const flags = 0x01 | (userVerified ? 0x04 : 0) | (made ? 0x40 : 0)
    const head = Buffer.alloc(5)
    head.writeUInt8(flags, 0)
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(rpId), head, ...(made ? [made] : [])])
  }

  /** RFC 9053: an EC2 key on P-256 for ES256. */
  function madeCredential(): Buffer {
    const cose = new Map<string | number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    return Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
  }

  const credential = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }

  return {
    id: credential.id,
    /** As `navigator.credentials.create()` answers. */
    make(making: Making) {
      const attestation = new Map<string | number, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData(making, 0, madeCredential()))],
      ])
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', making).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    /** As `navigator.credentials.get()` answers. It counts its uses, unless told what to say. */
    use(using: Using) {
      count = using.counter ?? count + 1
      const data = clientData('webauthn.get', using)
      const authenticatorData = authData(using, count)
      const signature = createSign('sha256')
        .update(authenticatorData)
        .update(createHash('sha256').update(data).digest())
        .sign(privateKey)
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(using.userHandle === undefined
            ? {}
            : { userHandle: Buffer.from(using.userHandle).toString('base64url') }),
        },
      }
    },
  }
}

function clientData(type: string, { challenge, origin }: Making): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
