import { API } from '@/publishing/api/addresses'
import type { Problem } from '@/publishing/api/resources'

/** Kinds of problems, each with its status and what it means; `type` in an answer is the address of its line on the API's page. */
export const PROBLEMS = {
  invalid: {
    status: 422,
    title: 'The request is not right',
    means: '`errors` says what is wrong with it and where.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    means: 'Nothing is published at this address.',
  },
  gone: {
    status: 410,
    title: 'This was taken down',
    means: 'The page was published once and was taken down; `detail` is the notice that stands there now.',
  },
  'signed-out': {
    status: 401,
    title: 'No valid token',
    means: 'The token is missing, has ended, or was revoked.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    means: 'The token’s scopes or its member’s role do not reach this far.',
  },
  conflict: {
    status: 409,
    title: 'It is otherwise already',
    means: 'What was sent contradicts what stands there now.',
  },
  'too-large': { status: 413, title: 'Too large', means: '`detail` says how much can be sent.' },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    means: 'Ask again after the seconds in Retry-After.',
  },
  fault: {
    status: 500,
    title: 'A fault of ours',
    means: 'Nothing was saved. `detail` has a reference for whoever runs this site.',
  },
} as const satisfies Record<string, { status: number; title: string; means: string }>

export type ProblemKind = keyof typeof PROBLEMS

export function isProblemKind(kind: string): kind is ProblemKind {
  return Object.hasOwn(PROBLEMS, kind)
}

/** Problem details (RFC 9457). */
export function problemOf(
  kind: ProblemKind,
  detail: string,
  origin: string,
  errors: NonNullable<Problem['errors']> = [],
): Problem {
  const { status, title } = PROBLEMS[kind]
  return {
    type: `${origin}${API}#${kind}`,
    title,
    status,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
  }
}
