import { z } from 'zod'

/** Who must have a second factor: nobody, editors and administrators, or every member. */
export const SECOND_FACTOR_RULES = ['optional', 'editors', 'everybody'] as const
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number]

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
  /** Words that a machine wrote are replayed before a claim on them is approved. */
  hearingRequired: z.boolean().default(true),
  /** How many editors say, each for themselves, which verdict they would give before a claim is approved. */
  opinionsNeeded: z.number().int().min(0, 'From 0 to 5.').max(5, 'From 0 to 5.').default(0),
  /** Who may not sign in with a password alone. */
  secondFactor: z.enum(SECOND_FACTOR_RULES).default('optional'),
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
  about: z
    .string()
    .max(20_000)
    .default(
      'We take what was said in interviews and show, claim by claim, what holds up and what nobody substantiated.',
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
