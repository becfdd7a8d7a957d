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
  /** Files go into this bucket instead of CLAIMLINE_DATA/files (ADR 16). The other S3 settings say where it is. */
  CLAIMLINE_S3_BUCKET: z.string().min(1).optional(),
  CLAIMLINE_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, message: 'CLAIMLINE_S3_ENDPOINT must be an http:// or https:// address.' })
    .optional(),
  CLAIMLINE_S3_REGION: z.string().min(1).default('us-east-1'),
  CLAIMLINE_S3_KEY: z.string().min(1).optional(),
  CLAIMLINE_S3_SECRET: z.string().min(1).optional(),
  CLAIMLINE_S3_PATH_STYLE: z.enum(['true', 'false']).optional(),
  /** The mail server, e.g. smtps://user:password@mail.example.org. Without one this site sends no e-mail. */
  CLAIMLINE_SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      message:
        'CLAIMLINE_SMTP_URL must be an smtp:// or smtps:// address, e.g. smtp://user:password@mail.example.org:587.',
    })
    .optional(),
  /** Who the mail is from: an address, or a name with the address in angle brackets. */
  CLAIMLINE_MAIL_FROM: z
    .string()
    .trim()
    .regex(
      /^(?:[^<>@\s]+@[^<>@\s]+|[^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>)$/,
      'CLAIMLINE_MAIL_FROM must be an address such as desk@example.org, or Claimline <desk@example.org>.',
    )
    .optional(),
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

/**
 * Where mail goes out and who it is from, or null where this site sends none.
 * @throws Error that names what is missing: half a setting must not become silence.
 */
export function mailPlace(): { server: string; from: string } | null {
  const { CLAIMLINE_SMTP_URL: server, CLAIMLINE_MAIL_FROM: from } = env()
  if (server && from) return { server, from }
  if (!server && !from) return null
  throw new Error(
    `E-mail is to be sent, but ${server ? 'CLAIMLINE_MAIL_FROM' : 'CLAIMLINE_SMTP_URL'} is not set.`,
  )
}

/** Public origin without a trailing slash. */
export function siteOrigin(): string {
  return new URL(env().NEXTAUTH_URL).origin
}

/** Absolute folder for everything that is kept. */
export function dataFolder(): string {
  return path.resolve(env().CLAIMLINE_DATA)
}

/**
 * The bucket that files are kept in, or null where they are kept on disk.
 * @throws Error that names what is missing: half a bucket must not become a folder without a word.
 */
export function s3Place() {
  const {
    CLAIMLINE_S3_BUCKET: bucket,
    CLAIMLINE_S3_ENDPOINT: endpoint,
    CLAIMLINE_S3_REGION: region,
    CLAIMLINE_S3_KEY: key,
    CLAIMLINE_S3_SECRET: secret,
    CLAIMLINE_S3_PATH_STYLE: pathStyle,
  } = env()
  if (bucket && key && secret)
    return {
      bucket,
      region,
      key,
      secret,
      endpoint: endpoint ?? null,
      pathStyle: pathStyle ? pathStyle === 'true' : endpoint !== undefined,
    }
  if (!bucket && !endpoint && !key && !secret) return null
  const missing = Object.entries({
    CLAIMLINE_S3_BUCKET: bucket,
    CLAIMLINE_S3_KEY: key,
    CLAIMLINE_S3_SECRET: secret,
  }).flatMap(([name, value]) => (value ? [] : [name]))
  throw new Error(
    `Files are to be kept in an S3 store, but ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set.`,
  )
}
