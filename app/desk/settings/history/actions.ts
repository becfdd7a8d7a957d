'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { action } from '@/app/_boundary/action'
import { saveSettings } from '@/newsroom/settings'
import { parseInput } from '@/platform/command'

const input = z.object({ field: z.string(), value: z.unknown() })

/** Saves one field of the site's settings as it once was: a change like any other, with its own line in the history. */
export const putBack = action(async (actor, raw: unknown) => {
  const { field, value } = parseInput(input, raw)
  const settings = await saveSettings(actor, { [field]: value })
  revalidatePath('/desk', 'layout')
  return settings
})
