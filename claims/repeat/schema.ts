import { z } from 'zod'

const id = z.uuid('That is not an id.')

/** `toClaimId` may be a repeat itself: what is shared is its root's check. */
export const linkRepeatSchema = z.object({ claimId: id, toClaimId: id })
export const unlinkRepeatSchema = z.object({ claimId: id })
export const reuseCheckSchema = z.object({ claimId: id, fromClaimId: id })
