import 'server-only'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    message: 'DATABASE_URL must be a postgresql:// address.',
  }),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'NEXTAUTH_SECRET must have at least 32 characters; npm start makes one.'),
  /** The public origin, e.g. https://checks.example.org. Absolute addresses in feeds and JSON-LD use it. */
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  CLAIMLINE_DATA: z.string().default('./data'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

type Env = z.infer<typeof schema>
let parsed: Env | undefined

/**
 * The environment, parsed once on first use.
 * @throws Error with one sentence per wrong variable.
 */
export function env(): Env {
  if (parsed) return parsed
  const result = schema.safeParse(process.env)
  if (!result.success)
    throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(' '))
  parsed = result.data
  return parsed
}

/** Public origin without a trailing slash. */
export function siteOrigin(): string {
  return new URL(env().NEXTAUTH_URL).origin
}

/** Absolute folder for everything that is kept. */
export function dataFolder(): string {
  return path.resolve(env().CLAIMLINE_DATA)
}
