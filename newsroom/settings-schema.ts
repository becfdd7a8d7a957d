import { z } from 'zod'

/** Site-wide settings with the values that a new newsroom starts from. */
export const settingsSchema = z.object({
  siteName: z.string().trim().min(1, 'Give the site a name.').max(80).default('Claimline'),
  /** IANA zone in which times are shown. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'Use a time zone such as Europe/Berlin or America/New_York.')
    .default('UTC'),
  /** Nobody approves the claim that they alone wrote. */
  secondPersonRule: z.boolean().default(true),
  /** Small Markdown. */
  correctionsPolicy: z
    .string()
    .max(20_000)
    .default(
      'When we get something wrong we say so, on the page where it stood, and keep what we changed on record.',
    ),
  methodology: z
    .string()
    .max(20_000)
    .default(
      'We check statements that were presented as fact and that somebody could act on. For each we look for the primary source, ask the speaker for theirs, and publish what we found with links.',
    ),
})

export type Settings = z.infer<typeof settingsSchema>

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false // a RangeError is Intl's only way to say "no such zone"
  }
}
