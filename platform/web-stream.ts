/** The chunks of a request's body. Leaving the loop early cancels the rest, so a refused upload stops arriving. */
export async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  let done = false
  try {
    while (!done) {
      const next = await reader.read()
      done = next.done
      if (next.value) yield next.value
    }
  } finally {
    if (!done) await reader.cancel().catch(() => undefined) // the sender may be gone already
  }
}
