/** Why an action was refused. `kind` is that of platform/errors, or `fault`; `fields` has messages by field path. */
export type ActionError = {
  kind: string
  message: string
  fields: Record<string, string>
  /** With a conflict: what stands now, so that both versions can be shown. */
  current?: unknown
}

/** What a Server Action answers with; it serialises, and never throws for a refusal. */
export type ActionResult<Value> = { ok: true; value: Value } | { ok: false; error: ActionError }

/** A Server Action as the browser sees it: untrusted input in, a result out. */
export type ServerAction<Input, Value> = (input: Input) => Promise<ActionResult<Value>>
