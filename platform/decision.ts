/** A policy's answer. The reason is a sentence for the person who may not. */
export type Decision = { allowed: true } | { allowed: false; reason: string }

export const allow: Decision = { allowed: true }

export function deny(reason: string): Decision {
  return { allowed: false, reason }
}

/** The first refusal of several conditions, else allowed. */
export function every(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? allow
}
