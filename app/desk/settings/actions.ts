'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { action } from '@/app/_boundary/action'
import { renderMarkdown } from '@/claims/markdown'
import { saveSettings } from '@/newsroom/settings'
import { settingsSchema } from '@/newsroom/settings-schema'
import { parseInput } from '@/platform/command'

export const save = action(async (actor, input: unknown) => {
  const settings = await saveSettings(actor, input)
  // The site's name stands in the bar of every page.
  revalidatePath('/desk', 'layout')
  return settings
})

const previewInput = z.object({ text: settingsSchema.shape.methodology.removeDefault() })

/** A text of small Markdown as readers would see it; nothing is saved. */
export const preview = action(async (_actor, input: unknown) => ({
  html: renderMarkdown(parseInput(previewInput, input).text),
}))
