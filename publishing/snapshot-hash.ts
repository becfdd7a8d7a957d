import 'server-only'
import { createHash } from 'node:crypto'
import type { Snapshot } from '@/publishing/snapshot-schema'

/** SHA-256 of a snapshot's JSON, in lower-case hex: says whether two publications are the same document. */
export function hashOf(snapshot: Snapshot): string {
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex')
}
