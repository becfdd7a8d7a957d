import 'server-only'
import { z } from 'zod'
import { Listener } from '@/platform/listen'
import { publicFront } from '@/platform/public-front'

/** What the triggers of prisma/migrations/0018_published and 0020_taken_down say. */
const saidSchema = z.union([
  z.object({ published: z.uuid(), takenDown: z.boolean().default(false) }),
  z.object({ setting: z.string() }),
])

function heard(payload: string): void {
  const said = saidOf(payload)
  if (!said) return
  if ('published' in said && said.takenDown) publicFront()?.takenDown()
  else publicFront()?.changed()
}

function saidOf(payload: string) {
  try {
    return saidSchema.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined // not JSON: not ours
  }
}

/**
 * Hears of every publication, takedown and setting that any process makes, and has this one's kept pages asked for again.
 * @returns ends it
 */
export function hearPublished(): () => Promise<void> {
  const listener = new Listener({
    heard,
    hearing: () => publicFront()?.hears(true),
    deaf: () => publicFront()?.hears(false),
  })
  listener.start()
  return () => listener.stop()
}
