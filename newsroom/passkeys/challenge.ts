import { z } from 'zod'

const clientDataSchema = z.object({ challenge: z.string().min(1).max(200) })

/** The challenge that a browser says it answers; null where its answer is not one. It proves nothing yet. */
export function claimedChallenge(clientDataJSON: string): string | null {
  try {
    const parsed = clientDataSchema.safeParse(
      JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')),
    )
    return parsed.success ? parsed.data.challenge : null
  } catch {
    return null // not JSON
  }
}
