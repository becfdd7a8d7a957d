import { z } from 'zod'

const id = z.uuid('That is not an id.')
const requestId = id.optional()

/** `toClaimId` may be a repeat itself: what is shared is its root's check. */
export const linkRepeatSchema = z.object({ claimId: id, toClaimId: id, requestId })
export const unlinkRepeatSchema = z.object({ claimId: id, requestId })
export const reuseCheckSchema = z.object({ claimId: id, fromClaimId: id, requestId })
