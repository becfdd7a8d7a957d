'use server'
import { revalidatePath } from 'next/cache'
import { action } from '@/app/_boundary/action'
import { saveSettings } from '@/newsroom/settings'

export const save = action(async (actor, input: unknown) => {
  const settings = await saveSettings(actor, input)
  // The site's name stands in the bar of every page.
  revalidatePath('/desk', 'layout')
  return settings
})
