import { route } from '@/app/_boundary/route'
import { Invalid } from '@/platform/errors'
import { readUpload } from '@/platform/multipart'
import { loadTranscript } from '@/transcripts/load-transcript'
import { MOST_BYTES } from '@/transcripts/parse-request'
import { readTranscript } from '@/transcripts/preview-file'

/** Loads a file with the editor's decisions: parsed again from its bytes, then saved whole or not at all. */
export const POST = route(
  async ({ request, actor }) => {
    const { bytes, fileName, fields } = await readUpload(request, MOST_BYTES)
    const decisions = decisionsIn(fields.decisions)
    const file = await readTranscript({ bytes, fileName, format: fields.format || null })
    return Response.json(await loadTranscript(file)(actor, decisions), { status: 201 })
  },
  { maxBytes: MOST_BYTES + 2_000_000 },
)

function decisionsIn(text: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return value
  } catch {
    throw new Invalid('What was decided about the file did not arrive whole. Try again.')
  }
}
