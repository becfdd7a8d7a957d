/**
 * The refusals a command or query may answer with. Everything else that is thrown is a fault of ours: it is logged and
 * becomes "Something went wrong" outside. `app/_boundary` maps these to HTTP and to form state, once.
 */

/** Messages by field path, e.g. `{ title: 'Give the interview a title.' }`. */
export type FieldMessages = Record<string, string>

export abstract class Refusal extends Error {
  abstract readonly kind: string
  /** HTTP status that says the same. */
  abstract readonly status: number
}

/** The input is wrong; `fields` says where. */
export class Invalid extends Refusal {
  readonly kind = 'invalid'
  readonly status = 422
  constructor(
    message: string,
    readonly fields: FieldMessages = {},
  ) {
    super(message)
  }
}

/** There is no such thing, or the actor may not know that there is. */
export class NotFound extends Refusal {
  readonly kind = 'not-found'
  readonly status = 404
}

/** Nobody is signed in, or their session has ended. */
export class SignedOut extends Refusal {
  readonly kind = 'signed-out'
  readonly status = 401
  constructor(message = 'Sign in to go on. What you typed is kept in this browser.') {
    super(message)
  }
}

/** The actor is known and may not; the message is the policy's reason. */
export class Forbidden extends Refusal {
  readonly kind = 'forbidden'
  readonly status = 403
}

/** Somebody else changed it first. `current` is a named view of what stands now, so that both can be shown. */
export class Conflict extends Refusal {
  readonly kind = 'conflict'
  readonly status = 409
  constructor(
    message: string,
    readonly current: unknown = null,
  ) {
    super(message)
  }
}

export class TooLarge extends Refusal {
  readonly kind = 'too-large'
  readonly status = 413
}

export class RateLimited extends Refusal {
  readonly kind = 'rate-limited'
  readonly status = 429
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message)
  }
}
