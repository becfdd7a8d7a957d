import 'server-only'
import { createHash } from 'node:crypto'

/** SHA-256, lower-case hex. 256 random bits need no salt and no slow hash: there is nothing to guess. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
