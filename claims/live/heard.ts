import { z } from 'zod'

/** What the triggers of prisma/migrations/0014_live say. */
const heardSchema = z.union([
  z.object({ interview: z.uuid(), revision: z.number().int() }),
  z.object({ presence: z.uuid() }),
  z.object({ inbox: z.uuid() }),
  z.object({ member: z.uuid() }),
])
export type Heard = z.infer<typeof heardSchema>

/** A payload as it came over the channel; null for what another version of Claimline, or somebody with psql, said there. */
export function readHeard(payload: string): Heard | null {
  try {
    return heardSchema.safeParse(JSON.parse(payload)).data ?? null
  } catch {
    return null // not JSON: not ours
  }
}
