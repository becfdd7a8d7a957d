import 'server-only'
import pino from 'pino'

/** Structured log on standard error. Never log what an editor typed, a password or a token. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    redact: ['*.password', '*.passwordHash', '*.token'],
  },
  pino.destination(2),
)
