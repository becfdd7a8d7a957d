/** What a Server Action answers: the value, or a refusal that can be shown beside the form. Serialisable. */
export type ActionError = {
  kind: string
  message: string
  fields: Record<string, string>
  /** On a conflict: a named view of what stands now. */
  current?: unknown
}
export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: ActionError }
