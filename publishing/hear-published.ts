import 'server-only'
import { z } from 'zod'
import { db } from '@/platform/db'
import { Listener } from '@/platform/listen'
import { log } from '@/platform/log'
import { publicFront } from '@/platform/public-front'

/** What the triggers of prisma/migrations/0018_published and 0020_taken_down say. */
const saidSchema = z.union([
  z.object({ published: z.uuid(), takenDown: z.boolean().default(false) }),
  z.object({ setting: z.string() }),
])

/** Takedowns that this process knows of; null before it first heard. */
let takedowns: number | null = null

function heard(payload: string): void {
  const said = saidOf(payload)
  if (!said) return
  if ('published' in said && said.takenDown) {
    takedowns = (takedowns ?? 0) + 1
    publicFront()?.takenDown()
  } else publicFront()?.changed()
}

/** A takedown that nobody told of is found by counting: what it took away must not come back when the database fails next. */
async function hearing(): Promise<void> {
  publicFront()?.hears(true)
  const count = await db().publication.count({ where: { kind: 'takedown' } })
  if (takedowns !== null && count !== takedowns) publicFront()?.takenDown()
  takedowns = count
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
    hearing: () => {
      hearing().catch((error: unknown) => log.warn({ error: String(error) }, 'takedowns were not counted'))
    },
    deaf: () => publicFront()?.hears(false),
  })
  listener.start()
  return () => listener.stop()
}
