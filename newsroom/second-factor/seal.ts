import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/platform/env'

const VERSION = 'v1'

/** The key is derived (RFC 5869) and not the session secret itself: one secret, one purpose each. */
function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', `claimline second factor ${VERSION}`, 32))
}

/**
 * Seals a text with AES-256-GCM. @param owner bound to it: a sealed text copied into another's row does not open.
 * @returns `v1.nonce.text.tag`, base64url
 */
export function seal(text: string, owner: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
    '.',
  )
}

/** The text; null where it was changed, is somebody else's, or NEXTAUTH_SECRET has changed since. */
export function unseal(sealed: string, owner: string): string | null {
  const [version, ...parts] = sealed.split('.')
  const [nonce, text, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (version !== VERSION || nonce?.length !== 12 || !text || tag?.length !== 16) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), nonce)
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return null // node's only way to say that the tag does not fit
  }
}
